import { indexAt, inRange } from '../../../text/in-range.ts';
import { countries } from '../../gazetteer/countries.ts';
import { functionWords } from '../../gazetteer/ordinary-words.ts';
import { placeNouns } from '../../gazetteer/place-words.ts';
import type { MentionFound } from '../../model.ts';
import { knownKind } from '../names/known-names.ts';
import { type Lead, leadEnd, wordAt } from './lead.ts';
import { type Cast, nameStart, withLarger } from './participants.ts';

const locative =
  /(?:^|[\s,(])(in|at|near|outside|inside|across|to|from)\s(?:the\s|an?\s)?(?:[\p{Ll}-]+\s){0,4}$/iu;

/** A place with what speaks for it; numbers set by hand. */
interface Site {
  readonly score: number;
  /** Where it is spoken of most clearly as the place, and how clearly. */
  readonly best: MentionFound;
  readonly weight: number;
}

/** The place that the headline and the first sentences speak of most. */
export function mainPlace(lead: Lead): string | undefined {
  const { cast } = lead;
  const end = leadEnd(lead);
  const headline = lead.headline.toLowerCase();
  const sites = new Map<string, Site>();
  for (const mention of cast.mentions) {
    const key = mention.text.toLowerCase();
    const headed = headline !== '' && wordAt(headline, key) >= 0;
    if ((mention.start >= end && !headed) || !isSite(cast, mention)) continue;
    const before = sites.get(key);
    const weight = weightOf(mention, lead);
    const bonus = headed && before === undefined ? headlineBonus(mention) : 0;
    sites.set(key, {
      score: (before?.score ?? (key === lead.dateline?.toLowerCase() ? 1.2 : 0)) + weight + bonus,
      best: before !== undefined && before.weight >= weight ? before.best : mention,
      weight: Math.max(weight, before?.weight ?? 0),
    });
  }
  const winner = mostTelling([...sites.values()]);
  return winner === undefined ? homeOf(cast, end) : whole(cast, winner.best, end);
}

function weightOf(mention: MentionFound, { cast, sentences }: Lead): number {
  const index = indexAt(sentences, mention.start);
  const preposition = locative.exec(cast.text.slice(Math.max(0, mention.start - 60), mention.start))?.[1];
  const locates = preposition === undefined ? 0 : /^(?:to|from)$/i.test(preposition) ? 0.5 : 2;
  return (1 / (1 + 0.35 * index) + locates / (1 + 0.25 * index)) * trust(mention);
}

/** A town tells more than its country, and a name on no list may be no place. */
function trust({ kind, text, certainty }: MentionFound): number {
  if (kind === 'country') return 0.6;
  if (kind === 'other') return 0.3;
  if (knownKind(text) !== undefined) return 1.15;
  return certainty === 'stated' ? 1 : 0.6;
}

function headlineBonus({ kind, text }: MentionFound): number {
  if (kind === 'country') return 0.7;
  return knownKind(text) === undefined ? 1 : 2.5;
}

/** The best site; where that is a country, a town that comes near it says the same more exactly. */
function mostTelling(sites: readonly Site[]): Site | undefined {
  const [first, ...rest] = sites.toSorted((left, right) => right.score - left.score);
  if (first?.best.kind !== 'country') return first;
  return rest.find(({ best, score }) => best.kind === 'place' && score >= 0.6 * first.score) ?? first;
}

/** With the larger place after it, or the smaller one before it: `Marbach, Saxony`. */
function whole(cast: Cast, best: MentionFound, end: number): string {
  const smaller = cast.mentions.find(
    (mention, index) =>
      mention.kind === 'place' &&
      mention.start < end &&
      cast.mentions[index + 1]?.text === best.text &&
      cast.text.slice(mention.end, cast.mentions[index + 1]?.start) === ', ',
  );
  return withLarger(cast, smaller ?? best);
}

/** Where no place is named: the country whose people the first sentences name, `Chinese` → China. */
function homeOf({ mentions }: Cast, end: number): string | undefined {
  for (const { kind, text, start } of mentions) {
    if (kind !== 'other' || start >= end) continue;
    const home = countries.find(({ demonyms }) => demonyms.includes(text));
    if (home !== undefined) return home.names[0];
  }
  return undefined;
}

/** Whether a name on no list only says what kind of thing follows: `in two Veskar bars`. */
function isAttribute(text: string, { end }: MentionFound): boolean {
  const next = /^ (\p{Ll}[\p{L}-]*)/u.exec(text.slice(end, end + 30))?.[1];
  return next !== undefined && !functionWords.has(next) && !placeNouns.has(next);
}

/** A place, or an event that people are at, but not a country that only tells an office: `US President`. */
function isSite({ text, mentions }: Cast, mention: MentionFound): boolean {
  if (mention.kind === 'other')
    return (
      /\b(?:at|in|of)\s(?:the\s)?$/.test(text.slice(Math.max(0, mention.start - 8), mention.start)) &&
      mention.text.includes(' ') &&
      knownKind(mention.text) === undefined
    );
  if (mention.kind !== 'place' && mention.kind !== 'country') return false;
  if (mention.kind === 'place' && knownKind(mention.text) === undefined && isAttribute(text, mention))
    return false;
  return !inRange(mentions, mention.start, mention.end + 80).some(
    (other) =>
      other.title !== undefined && other.start > mention.start && nameStart(text, other) <= mention.start,
  );
}
