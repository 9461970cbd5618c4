import type { Library } from '../answer/library.ts';
import type { Term } from '../answer/query.ts';
import { understand } from '../answer/understand.ts';
import { quiet } from '../document/build.ts';
import type { Block, Document } from '../document/model.ts';
import type { Entity } from '../knowledge/model.ts';
import { shorten } from '../options.ts';
import { button } from './buttons.ts';
import { type Found, findEntity, findExact, nameFor } from './find-entity.ts';
import { narrow } from './narrow.ts';
import { nothing } from './nothing.ts';
import { speakerOf, speakers } from './quotations.ts';
import { type QuotationUnit, shelfOf } from './shelf.ts';
import { readSubject } from './subject.ts';

interface Asked {
  readonly speaker?: Entity;
  readonly about: string;
}

export type FoundQuotations =
  | (Asked & {
      readonly state: 'found';
      readonly quotations: readonly QuotationUnit[];
      readonly readAs: readonly Block[];
    })
  | (Found & { readonly state: 'several' })
  | (Asked & { readonly state: 'none'; readonly said: string });

/**
 * Quotations by a speaker, about something, or both; the latest where neither is given. Words where a speaker is
 * expected (`terrorism`, `Lavrov on terrorism`) are taken as what it is about.
 */
export function findQuotations(
  speaker: string | undefined,
  about: string | undefined,
  today: Temporal.PlainDate,
  library: Library,
): FoundQuotations {
  if (speaker === undefined) return collect(undefined, about, '', today, library);
  const two = /^(.+?) (?:on|about) (.+)$/i.exec(speaker.trim());
  if (about === undefined && two?.[1] !== undefined && findExact(speaker, library).length === 0)
    return findQuotations(two[1], two[2], today, library);
  const found = findEntity(speaker, library);
  const people = (found.state === 'several' ? found.entities : []).filter((each) =>
    speakers(library).includes(each),
  );
  if (people.length > 1)
    return { state: 'several', entities: people, guessed: found.state === 'several' && found.guessed };
  const person = found.state === 'one' ? found.entity : people[0];
  if (person?.kind === 'person') {
    const guessed = found.state === 'one' && found.guessed ? speaker : '';
    return collect(person, about, guessed, today, library);
  }
  if (about !== undefined) return { state: 'none', about: '', said: speaker };
  const named = collect(undefined, speaker, '', today, library);
  return named.state === 'none' ? { ...named, about: ` by “${shorten(speaker)}” or about it` } : named;
}

function collect(
  speaker: Entity | undefined,
  about: string | undefined,
  guessedFrom: string,
  today: Temporal.PlainDate,
  library: Library,
): FoundQuotations {
  const all = shelfOf(library).quotations.filter(
    (unit) => speaker === undefined || speakerOf(unit, library) === speaker,
  );
  const quotations = about === undefined ? all : aboutIt(all, about, today, library);
  const asked = {
    ...(speaker === undefined ? {} : { speaker }),
    about: about === undefined ? '' : ` on ${about.trim()}`,
  };
  if (quotations.length === 0) return { ...asked, state: 'none', said: about ?? speaker?.name ?? '' };
  const readAs =
    guessedFrom === '' ? [] : [quiet(`Read “${shorten(guessedFrom)}” as ${speaker?.name ?? ''}.`)];
  return { ...asked, state: 'found', quotations, readAs };
}

/** How strongly a quotation holds a word that it says itself, and not only what it stands in. */
const ownWord = 0.75;

/** Quotations that say it themselves; where none does, those that stand in something about it. */
function aboutIt(
  quotations: readonly QuotationUnit[],
  about: string,
  today: Temporal.PlainDate,
  library: Library,
): readonly QuotationUnit[] {
  const { terms } = understand(about, today, library);
  const own = quotations.filter((unit) => terms.length > 0 && terms.every((term) => says(unit, term)));
  if (own.length > 0) return own;
  const read = readSubject(about, today, library);
  if (read.state !== 'one') return [];
  const held = new Set(narrow(read.subject.holdings, read.subject.period).quotations);
  return quotations.filter((unit) => held.has(unit));
}

const says = (unit: QuotationUnit, term: Term): boolean =>
  term.ids.length === 0
    ? (unit.stems.get(term.stem) ?? 0) >= ownWord
    : term.ids.some((id) => (unit.entities.get(id) ?? 0) >= ownWord);

/** Says that there is no such quotation, with the people whose words are here. */
export function noQuotations(
  asked: FoundQuotations & { readonly state: 'none' },
  library: Library,
): Document {
  const by = asked.speaker === undefined ? '' : ` by ${asked.speaker.name}`;
  const words =
    by === '' && asked.about === ''
      ? `Nothing here is quoted of “${shorten(asked.said)}”.`
      : `No quotation here${by}${asked.about}.`;
  const own = speakers(library).filter((each) => each === asked.speaker);
  const offered = own.length > 0 ? own : speakers(library).slice(0, 3);
  const actions = offered.map((each) => button(each.name, 'quote', { speaker: nameFor(each, library) }));
  return nothing(words, library, [], actions);
}
