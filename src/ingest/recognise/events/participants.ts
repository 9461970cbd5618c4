import { firstFrom } from '../../../text/in-range.ts';
import type { EventParticipant, MentionFound, ParticipantRole } from '../../model.ts';

/** What is needed to say who a name stands for. */
export interface Cast {
  readonly text: string;
  readonly mentions: readonly MentionFound[];
  /** Whom a pronoun at a place stands for, where that is safe. */
  readonly standsFor: (start: number) => MentionFound | undefined;
}

export const participantOf = (mention: MentionFound, role: ParticipantRole): EventParticipant => ({
  name: mention.name,
  role,
  entity: mention.entity,
  ...(mention.title === undefined ? {} : { office: mention.title }),
});

/** Names that can take part: not what is only an adjective. */
const party = ({ kind }: MentionFound): boolean => kind !== 'other';

/** Whether two names stand in one list: `India and Pakistan`, `A, B and C`. */
const listed = (text: string, left: MentionFound, right: MentionFound): boolean =>
  /^(?:,| and|, and| &| as well as)(?: the)? ?(?:\p{Lu}[\p{L}-]+ ){0,4}$/u.test(
    text.slice(left.end, right.start).replace(/\s+/g, ' '),
  );

/** A name and those that stand in a list with it. */
export function listFrom(cast: Cast, first: MentionFound, end: number): readonly MentionFound[] {
  const list = [first];
  for (const next of cast.mentions.filter(({ start }) => start > first.start && start < end)) {
    const last = list.at(-1) ?? first;
    if (party(next) && listed(cast.text, last, next)) list.push(next);
    else if (next.start > last.end + 60) break;
  }
  return list;
}

/** The names that govern the verb: the subject, with whoever stands in a list with it. */
export function subjectsIn(cast: Cast, start: number, verb: number): readonly MentionFound[] {
  const before = cast.mentions.filter(
    (mention) => mention.start >= start && mention.end <= verb && party(mention),
  );
  const governed = (mention: MentionFound): boolean =>
    /(?:^|[\s(])(?:in|at|of|from|to|for|on|near|with|by|against|during|as)\s(?:the\s)?$/i.test(
      cast.text.slice(Math.max(start, mention.start - 14), nameStart(cast.text, mention)),
    );
  const owner = (mention: MentionFound): boolean =>
    /^\s?[’']\s?s\b/.test(cast.text.slice(mention.end, mention.end + 4));
  const first =
    before.find(
      (mention) => !governed(mention) && !owner(mention) && !titleOnly(cast.text, mention, before),
    ) ?? undefined;
  const pronoun = /(?:^|[\s“"])(it|he|she|they)\s/i.exec(cast.text.slice(start, verb));
  if (pronoun !== null && (first === undefined || first.start > start + pronoun.index)) {
    const stands = cast.standsFor(start + pronoun.index + pronoun[0].search(/\p{L}/u));
    if (stands !== undefined) return [stands];
  }
  return first === undefined ? [] : listFrom(cast, first, verb);
}

/** A country or people in front of a person only tells the office: `US President Ama Boateng`. */
const titleOnly = (text: string, mention: MentionFound, all: readonly MentionFound[]): boolean =>
  mention.kind !== 'person' &&
  all.some(
    (other) =>
      other.kind === 'person' &&
      other.title !== undefined &&
      mention.start >= nameStart(text, other) &&
      mention.end <= other.start,
  );

/** Where a person's title begins, else the name. */
export function nameStart(text: string, mention: MentionFound): number {
  if (mention.title === undefined) return mention.start;
  const at = text.lastIndexOf(mention.title, mention.start);
  return at < 0 || mention.start - at > mention.title.length + 4 ? mention.start : at;
}

/** The names after the verb, up to the first that a preposition of place or time leads. */
export function objectsIn(cast: Cast, verbEnd: number, end: number): readonly MentionFound[] {
  const after = cast.mentions.filter(
    (mention) => mention.start >= verbEnd && mention.end <= end && party(mention),
  );
  const first = after.find((mention) => !titleOnly(cast.text, mention, after));
  if (first === undefined || first.start - verbEnd > 60) return [];
  if (
    /\b(?:in|at|near|outside|inside|on|from)\s(?:the\s|an?\s)?(?:\p{L}+\s){0,3}$/iu.test(
      cast.text.slice(verbEnd, nameStart(cast.text, first)),
    )
  )
    return [];
  return listFrom(cast, first, end);
}

/** Whoever is named after `by`: `founded … by the presidents of A, B and C`. */
export function agentsAfterBy(cast: Cast, verbEnd: number, end: number): readonly MentionFound[] {
  const by = /\sby\s/i.exec(cast.text.slice(verbEnd, end));
  if (by === null) return [];
  const from = verbEnd + by.index + by[0].length;
  const first = cast.mentions.find(
    (mention) => mention.start >= from && mention.end <= end && party(mention),
  );
  return first === undefined || first.start - from > 60 ? [] : listFrom(cast, first, end);
}

const locative =
  /(?:^|[\s,(])(?:in|at|near|outside|inside|across|around)\s(?:the\s|an?\s)?(?:[\p{Ll}-]+\s(?:of\s)?(?:the\s)?){0,4}$/iu;

/** The place that a clause names; with the larger one after a comma. */
export function placeIn(cast: Cast, start: number, end: number): string | undefined {
  const inside = cast.mentions.filter(
    (mention) =>
      mention.start >= start &&
      mention.end <= end &&
      (mention.kind === 'place' || mention.kind === 'country'),
  );
  const found = inside.find((mention) =>
    locative.test(cast.text.slice(Math.max(start, mention.start - 50), mention.start)),
  );
  return found && withLarger(cast, found);
}

/** `Marbach, Saxony`: a place with the one after its comma. */
export function withLarger(cast: Cast, place: MentionFound): string {
  const next = cast.mentions[firstFrom(cast.mentions, place.start + 1)];
  const larger =
    next !== undefined &&
    (next.kind === 'place' || next.kind === 'country') &&
    cast.text.slice(place.end, next.start) === ', ';
  return larger ? cast.text.slice(place.start, next.end) : place.text;
}
