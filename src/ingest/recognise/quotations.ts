import { firstFrom, indexAt } from '../../text/in-range.ts';
import type { SentenceSpan } from '../../text/sentence-spans.ts';
import type { Token } from '../../text/tokens.ts';
import type { MentionFound, QuotationFound } from '../model.ts';
import {
  type Attribution,
  attributionAfter,
  attributionBefore,
  attributionByColon,
  tokenAt,
} from './speech/attribution.ts';
import { indirectIn } from './speech/indirect.ts';
import { findQuoted, type Quoted } from './speech/quotation-marks.ts';
import { firstParty, type Speech } from './speech/speaker.ts';

/** A quotation with its sentence and paragraph, before it is known who speaks. */
interface Place {
  readonly quoted: Quoted;
  readonly paragraph: number;
  /** Where the sentence that holds it begins and ends; quoted sentences inside do not end it. */
  readonly from: number;
  readonly to: number;
  readonly own: Attribution | undefined;
}

/** What the text reports as said, directly and indirectly, in order. */
export function findQuotations(
  text: string,
  tokens: readonly Token[],
  sentences: readonly SentenceSpan[],
  mentions: readonly MentionFound[],
): readonly QuotationFound[] {
  const speech = speechOf(text, tokens, mentions);
  const quoted = findQuoted(text);
  const places = quoted.map((each, index) => placeOf(speech, each, quoted[index - 1], quoted[index + 1]));
  const direct = places.flatMap((place, index) => directOf(speech, place, inherited(places, index)));
  const spoken = ({ start, end }: SentenceSpan): boolean => {
    const next = firstFrom(quoted, start);
    return (quoted[next]?.start ?? end) < end || (quoted[next - 1]?.end ?? start) > start;
  };
  const indirect = sentences
    .filter((sentence) => !spoken(sentence))
    .flatMap((sentence) => indirectIn(speech, sentence) ?? []);
  return [...direct, ...indirect].sort((left, right) => left.start - right.start);
}

function speechOf(text: string, tokens: readonly Token[], mentions: readonly MentionFound[]): Speech {
  const owner = new Map<number, MentionFound>();
  let at = 0;
  for (const mention of mentions) {
    while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < mention.start) at++;
    for (let inside = at; (tokens[inside]?.start ?? Number.POSITIVE_INFINITY) < mention.end; inside++)
      owner.set(tokens[inside]?.start ?? -1, mention);
  }
  const lines = [...text.matchAll(/^/gm)].map(({ index }) => ({ start: index }));
  return { text, tokens, mentions, lines, mentionOf: (token) => owner.get(token.start) };
}

const reach = 260;

function placeOf(
  speech: Speech,
  quoted: Quoted,
  before: Quoted | undefined,
  after: Quoted | undefined,
): Place {
  const { text } = speech;
  const lead = text.slice(Math.max(before?.end ?? 0, quoted.start - reach), quoted.start);
  const line = lead.lastIndexOf('\n') + 1;
  const from = quoted.start - lead.length + Math.max(line, sentenceStart(lead));
  const tail = text.slice(quoted.end, Math.min(after?.start ?? text.length, quoted.end + reach));
  const to = quoted.end + sentenceEnd(tail);
  const paragraph = indexAt(speech.lines, quoted.start);
  return { quoted, paragraph, from, to, own: ownAttribution(speech, quoted, from, to, before) };
}

/** Where the last sentence of what stands before a quotation begins. */
function sentenceStart(lead: string): number {
  let start = 0;
  for (const match of lead.matchAll(
    /(?<![\s.]\p{L}|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|No|Prof|Rev))[.!?]["”’)]{0,2}\s+(?=\S)/gu,
  ))
    start = match.index + match[0].length;
  return start;
}

function sentenceEnd(tail: string): number {
  const end =
    /(?<![\s.]\p{L}|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|No|Prof|Rev))[.!?](?=\s|$|["”])|\n/u.exec(
      tail,
    );
  return end === null ? tail.length : end.index;
}

/** The attribution in the quotation's own sentence. */
function ownAttribution(
  speech: Speech,
  quoted: Quoted,
  from: number,
  to: number,
  before: Quoted | undefined,
): Attribution | undefined {
  const last =
    speech.text
      .slice(quoted.start, quoted.end)
      .replace(/["”'»\s]+$/u, '')
      .at(-1) ?? '';
  const goesOn = /[,?!—–-]/.test(last) || /^\s?,/.test(speech.text.slice(quoted.end, quoted.end + 2));
  const closed = last === '.' || quoted.open;
  const leads = from < quoted.start ? attributionBefore(speech, from, quoted.start) : undefined;
  if (goesOn && !/[:,]\s*$/.test(speech.text.slice(from, quoted.start))) {
    const found = attributionAfter(speech, quoted.end, to);
    if (found !== undefined) return found;
  }
  if (leads !== undefined) return leads;
  const colon = attributionByColon(speech, from, quoted.start);
  if (colon !== undefined) return colon;
  const signed =
    quoted.start === lineStart(speech.text, quoted.start) ? signature(speech, quoted.end) : undefined;
  if (signed !== undefined) return signed;
  const found = closed ? undefined : attributionAfter(speech, quoted.end, to);
  if (found !== undefined) return found;
  // Words quoted within a sentence are its subject's.
  const within = !closed || (from < quoted.start && before?.end !== from);
  const speaker =
    within && from < quoted.start
      ? firstParty(speech, tokenAt(speech, from), tokenAt(speech, quoted.start))
      : undefined;
  return speaker && { speaker, cue: null };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** A line under a quotation that only names somebody: `Ama Boateng, mayor of Tema`. */
function signature(speech: Speech, end: number): Attribution | undefined {
  const line = /^\s{0,4}\n\s{0,4}(?:[-–—]\s?)?([^\n]{3,140})(?:\n|$)/.exec(speech.text.slice(end, end + 160));
  if (line === null || /[.!?"”]$/.test(line[1]?.trim() ?? '') || /^["“]/.test(line[1] ?? ''))
    return undefined;
  const start = end + line[0].indexOf(line[1] ?? '');
  const first = speech.tokens[tokenAt(speech, start)];
  const mention = first && speech.mentionOf(first);
  if (mention?.kind !== 'person' || !/^(?:,|\s*$)/.test(speech.text.slice(mention.end, mention.end + 1)))
    return undefined;
  return {
    speaker: { text: mention.text, start: mention.start, end: mention.end, entity: mention.entity },
    cue: null,
  };
}

/** Most quotations that a speaker is looked for over. */
const furthest = 12;

/** Who goes on speaking: the last speaker of the paragraph, the next one in it, or the last of the paragraph before. */
function inherited(places: readonly Place[], index: number): Attribution | undefined {
  const place = places[index];
  if (place === undefined || place.own !== undefined) return place?.own;
  for (
    let at = index - 1;
    at >= Math.max(0, index - furthest) && places[at]?.paragraph === place.paragraph;
    at--
  ) {
    const own = places[at]?.own;
    if (own !== undefined) return own;
  }
  for (
    let at = index + 1;
    at < Math.min(places.length, index + furthest) && places[at]?.paragraph === place.paragraph;
    at++
  ) {
    const own = places[at]?.own;
    if (own !== undefined) return own;
  }
  for (let at = index - 1; at >= 0 && at > index - 8; at--) {
    const own = places[at]?.own;
    if (own !== undefined) return own;
  }
  return places[index + 1]?.own;
}

/** Fewest words of a quotation that nothing says anybody said. */
const fewest = 3;

function directOf(
  { text }: Speech,
  { quoted, own }: Place,
  attribution: Attribution | undefined,
): readonly QuotationFound[] {
  const said = text.slice(quoted.start, quoted.end);
  const words = said.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words === 0 || (words < fewest && own?.cue == null)) return [];
  const found = {
    text: said,
    start: quoted.start,
    end: quoted.end,
    direct: true,
    certainty: own?.cue == null ? ('implied' as const) : ('stated' as const),
  };
  if (attribution === undefined) return [{ ...found, speaker: null, cue: null }];
  const { speaker, cue, addressee } = attribution;
  return [{ ...found, speaker, cue, ...(addressee === undefined ? {} : { addressee }) }];
}
