import type { Library } from '../answer/library.ts';
import { paragraph, quiet, SourceList } from '../document/build.ts';
import type { Block, Document } from '../document/model.ts';
import type { Entity } from '../knowledge/model.ts';
import { button, buttons } from './buttons.ts';
import { citeUnits } from './cited.ts';
import { nameFor } from './find-entity.ts';
import { isDirect, paraphraseItem, quoteBlock } from './said.ts';
import { compare, type QuotationUnit, shelfOf } from './shelf.ts';

/** Quotations handed to a platform at a time. */
const page = 12;
const mostDirect = 5;

/** What was asked for; `options` are the raw ones, for the button that shows the rest. */
export interface QuotationRequest {
  readonly quotations: readonly QuotationUnit[];
  readonly speaker?: Entity;
  /** ` on terrorism`, or empty. */
  readonly about: string;
  readonly start: number;
  readonly options: Readonly<Record<string, string>>;
  /** How a misspelt name was read, as one quiet line. */
  readonly readAs: readonly Block[];
}

/** Words found verbatim in a source first, then what was said in substance; the latest first. */
export function quotationList(request: QuotationRequest, library: Library): Document {
  const { quotations, speaker, start } = request;
  const sources = new SourceList();
  const direct = quotations.filter(isDirect);
  const others = quotations.filter((unit) => !isDirect(unit));
  const shown = others.slice(start, start + page);
  const hidden = others.length - start - shown.length;
  const items = shown.map((unit) => paraphraseItem(unit, library, citeUnits(sources)));
  const more = {
    command: 'quote',
    options: { ...request.options, ...(start > 0 ? { start: `${start}` } : {}) },
  };
  const verbatim = start > 0 ? [] : direct.slice(0, mostDirect);
  return {
    kind: 'answer',
    title: speaker === undefined ? 'Quotations' : `Quotations: ${speaker.name}`,
    blocks: [
      paragraph(headWords(request, direct.length)),
      ...request.readAs,
      ...verbatim.map((unit) => quoteBlock(unit, library, citeUnits(sources))),
      ...(items.length === 0
        ? []
        : [{ type: 'list', items, more, ...(hidden > 0 ? { hidden } : {}) } as const]),
      ...(start === 0 && direct.length > mostDirect
        ? [quiet(`+${direct.length - mostDirect} more verbatim: name a speaker or what it is about.`)]
        : []),
      quiet('Between quotation marks: the words of a source. “In substance”: its sense in our words.'),
      ...buttons(...nextSteps(request, library)),
    ],
    sources: sources.all,
  };
}

function headWords({ quotations, speaker, about }: QuotationRequest, direct: number): string {
  const count = quotations.length === 1 ? 'One quotation' : `${quotations.length} quotations`;
  const by = speaker === undefined ? '' : ` by ${speaker.name}`;
  const verbatim =
    direct === 0 ? 'none verbatim' : direct === quotations.length ? 'all verbatim' : `${direct} verbatim`;
  return `${count}${by}${about}, ${verbatim}, the latest first.`;
}

function nextSteps({ speaker, quotations }: QuotationRequest, library: Library): ReturnType<typeof button>[] {
  if (speaker !== undefined) {
    const name = nameFor(speaker, library);
    return [
      button(`Who: ${speaker.name}`, 'who', { name }),
      button('Timeline', 'timeline', { subject: name }),
    ];
  }
  const speakers = [...new Set(quotations.flatMap((unit) => speakerOf(unit, library) ?? []))];
  return speakers.slice(0, 3).map((each) => button(each.name, 'quote', { speaker: nameFor(each, library) }));
}

/** Who said it, where it is an entity of the data. */
export function speakerOf(unit: QuotationUnit, library: Library): Entity | undefined {
  const { speaker } = unit.source.quotation;
  return 'entity' in speaker ? library.gazetteer.entities.get(speaker.entity) : undefined;
}

/** People of whom the desk has something said, those with the most first. */
export function speakers(library: Library): readonly Entity[] {
  const counts = new Map<Entity, number>();
  for (const unit of shelfOf(library).quotations) {
    const speaker = speakerOf(unit, library);
    if (speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return [...counts]
    .sort((left, right) => right[1] - left[1] || compare(left[0].id, right[0].id))
    .map(([speaker]) => speaker);
}
