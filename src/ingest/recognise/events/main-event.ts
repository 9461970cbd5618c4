import { indexAt, inRange } from '../../../text/in-range.ts';
import type { SentenceSpan } from '../../../text/sentence-spans.ts';
import { countries } from '../../gazetteer/countries.ts';
import { occupations } from '../../gazetteer/titles.ts';
import type { EventFound, EventParticipant, MentionFound, TimeFound } from '../../model.ts';
import { knownKind } from '../names/known-names.ts';
import { eventKinds, kindsByWord } from './event-kinds.ts';
import { whenOf } from './event-time.ts';
import { type Cast, nameStart, participantOf, withLarger } from './participants.ts';

/** What the main event is worked out from. */
export interface Lead {
  readonly headline: string;
  readonly cast: Cast;
  readonly sentences: readonly SentenceSpan[];
  readonly dates: readonly TimeFound[];
  readonly published: Temporal.PlainDate;
  readonly dateline: string | null;
  /** The events of the clauses, in order. */
  readonly told: readonly EventFound[];
}

/** How many sentences at the beginning tell the main event. */
const leadLength = 8;

/** What the article is about: who by its headline, where and when by its first sentences. */
export function mainEvent(lead: Lead): EventFound | undefined {
  const first = lead.sentences[0];
  if (first === undefined) return undefined;
  const told =
    lead.told.find(
      ({ evidence, kind }) =>
        evidence.start < (lead.sentences[3]?.start ?? Number.POSITIVE_INFINITY) && kind !== 'statement',
    ) ?? lead.told[0];
  const participants = whoIn(lead, told);
  const place = whereIn(lead) ?? told?.place;
  return {
    kind: kindOf(lead.headline) ?? told?.kind ?? 'other',
    title:
      lead.headline === ''
        ? (told?.title ?? lead.cast.text.slice(first.start, Math.min(first.end, first.start + 160)))
        : lead.headline,
    on: lead.headline === '' && told?.on !== undefined ? told.on : { start: dayIn(lead), precision: 'day' },
    participants,
    ...(place === undefined ? {} : { place }),
    polarity: told?.polarity ?? 'positive',
    modality: told?.modality ?? 'asserted',
    ...(told?.attribution === undefined ? {} : { attribution: told.attribution }),
    evidence: told?.evidence ?? { start: first.start, end: first.end },
  };
}

function kindOf(headline: string): string | undefined {
  let rank = Number.POSITIVE_INFINITY;
  for (const word of headline.matchAll(/[a-z]+/gi))
    for (const index of kindsByWord.get(word[0].toLowerCase()) ?? []) {
      const pattern = eventKinds[index]?.pattern;
      if (pattern === undefined) continue;
      pattern.lastIndex = word.index;
      if (pattern.test(headline)) rank = Math.min(rank, index);
    }
  return eventKinds[rank]?.kind;
}

/** Names of the text in the order in which the headline has them, each with its place there. */
function namesInHeadline({
  headline,
  cast,
}: Lead): readonly { readonly mention: MentionFound; readonly at: number }[] {
  const seen = new Map<string, { mention: MentionFound; at: number }>();
  const folded = headline.toLowerCase();
  for (const mention of cast.mentions) {
    const at = wordAt(folded, mention.text.toLowerCase());
    if (at < 0) continue;
    const known = seen.get(mention.name);
    if (known === undefined || at < known.at)
      seen.set(mention.name, { mention: known?.mention ?? mention, at });
  }
  return [...seen.values()].sort(
    (left, right) => left.at - right.at || right.mention.text.length - left.mention.text.length,
  );
}

function wordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}

function whoIn(lead: Lead, told: EventFound | undefined): readonly EventParticipant[] {
  const names = afterKicker(namesInHeadline(lead), lead.headline);
  const actors = names.filter(({ mention }) => mention.kind === 'person' || mention.kind === 'organisation');
  // A brand or a work is known by no list; better than nobody.
  const others = names.filter(({ mention }) => knownKind(mention.text) === undefined);
  const acting = actors[0] === undefined ? others : actors;
  const named = orderActors(acting, lead.headline).map((mention) => participantOf(mention, 'agent'));
  const phrase = named.length === 0 && lead.headline !== '' ? headlineSubject(lead) : undefined;
  const own = phrase === undefined ? [] : [{ name: phrase, role: 'agent' as const, entity: null }];
  const all = [...named, ...own, ...(told?.participants ?? []), ...firstNamed(lead)];
  return all.filter((each, index) => all.findIndex(({ name }) => name === each.name) === index).slice(0, 6);
}

/** Where neither headline nor verbs tell who: the first person or organisation that is named. */
const firstNamed = ({ cast }: Lead): readonly EventParticipant[] =>
  cast.mentions
    .filter(({ kind }) => kind === 'person' || kind === 'organisation')
    .slice(0, 1)
    .map((mention) => participantOf(mention, 'agent'));

interface Placed {
  readonly mention: MentionFound;
  readonly at: number;
}

/** What stands before a colon is a topic, if somebody is named after it: `Kenya: Ama Boateng visits Nairobi`. */
function afterKicker(names: readonly Placed[], headline: string): readonly Placed[] {
  const plain = names.filter(({ mention }) => !/\d/.test(mention.text));
  const colon = headline.indexOf(': ');
  if (colon < 0 || colon > 40) return plain;
  const after = plain.filter(
    ({ at, mention }) => at > colon && (mention.kind === 'person' || mention.kind === 'organisation'),
  );
  return after.length > 0 ? after : plain;
}

/** An organisation that only tells whose boss or player somebody is comes after that person. */
function orderActors(
  actors: readonly { readonly mention: MentionFound; readonly at: number }[],
  headline: string,
): readonly MentionFound[] {
  const [first, second] = actors;
  if (first === undefined || second === undefined) return actors.map(({ mention }) => mention);
  const between = headline
    .slice(first.at + first.mention.text.length, second.at)
    .trim()
    .toLowerCase()
    .split(/\s+/);
  const belongs =
    first.mention.kind === 'organisation' &&
    second.mention.kind === 'person' &&
    between.length <= 3 &&
    between.some((word) => occupations.has(word) || word === 'boss');
  const rest = actors.slice(2).map(({ mention }) => mention);
  return belongs ? [second.mention, first.mention, ...rest] : [first.mention, second.mention, ...rest];
}

const stops =
  /^(?:in|at|on|of|for|to|from|with|by|after|before|as|over|outside|near|against|during|into|while|amid|is|are|was|were|has|have|will|says?|said|found|gets?|killed|dead|dies|died|makes?|hits?|wins?|sparks?|faces?|shrinks?|changes?|upsets?|trapped|blames?|\p{L}{2,}(?:ed|ing))$/iu;

/** The words of the headline before its verb: `Chinese boy found dead in well` → `Chinese boy`. */
function headlineSubject({ headline }: Lead): string | undefined {
  const clean = headline.replace(/^[^:]{1,30}:\s/u, '');
  const words = clean.split(/\s+/);
  const end = words.findIndex((word, index) => index > 0 && stops.test(word.replace(/[^\p{L}]/gu, '')));
  const subject = words.slice(0, end < 0 ? Math.min(words.length, 3) : Math.min(end, 6)).join(' ');
  return subject.length < 3 ? undefined : subject.replace(/[,;:]$/u, '');
}

const locative =
  /(?:^|[\s,(])(in|at|near|outside|inside|across|to|from)\s(?:the\s|an?\s)?(?:[\p{Ll}-]+\s){0,4}$/iu;

/** The place that the headline and the first sentences speak of most. */
function whereIn(lead: Lead): string | undefined {
  const { cast, headline, sentences } = lead;
  const end = sentences[leadLength]?.start ?? cast.text.length;
  const scores = new Map<string, { score: number; best: MentionFound; weight: number }>();
  for (const mention of cast.mentions) {
    const headed = wordAt(headline.toLowerCase(), mention.text.toLowerCase()) >= 0;
    if ((mention.start >= end && !headed) || !isSite(cast, mention)) continue;
    const index = indexAt(sentences, mention.start);
    const lead = locative
      .exec(cast.text.slice(Math.max(0, mention.start - 60), mention.start))?.[1]
      ?.toLowerCase();
    const locates = lead === undefined ? 0 : /^(?:to|from)$/.test(lead) ? 0.5 : 2;
    const listed = knownKind(mention.text) !== undefined;
    const raw = 1 / (1 + 0.35 * index) + locates / (1 + 0.25 * index);
    // A town tells more than its country, and a name on no list may be no place.
    const weight =
      raw *
      (mention.kind === 'country'
        ? 0.6
        : mention.kind === 'other'
          ? 0.3
          : listed
            ? 1.15
            : sure(mention)
              ? 1
              : 0.6);
    const before = scores.get(mention.text.toLowerCase());
    const inHeadline = before === undefined && headed;
    const bonus = inHeadline ? (mention.kind === 'country' ? 0.7 : listed ? 2.5 : 1) : 0;
    scores.set(mention.text.toLowerCase(), {
      score: (before?.score ?? 0) + weight + bonus,
      best: before !== undefined && before.weight >= weight ? before.best : mention,
      weight: Math.max(weight, before?.weight ?? 0),
    });
  }
  const key = lead.dateline?.toLowerCase() ?? '';
  const dated = scores.get(key);
  if (dated !== undefined) scores.set(key, { ...dated, score: dated.score + 1.2 });
  const winner = [...scores.values()].sort((left, right) => right.score - left.score)[0];
  return winner === undefined ? homeOf(cast, end) : withLarger(cast, winner.best);
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

const sure = ({ certainty }: MentionFound): boolean => certainty === 'stated';

/** A place, or an event that people are at, but not a country that only tells an office: `US President`. */
function isSite({ text, mentions }: Cast, mention: MentionFound): boolean {
  if (mention.kind === 'other')
    return (
      /\b(?:at|in|of)\s(?:the\s)?$/.test(text.slice(Math.max(0, mention.start - 8), mention.start)) &&
      mention.text.includes(' ') &&
      knownKind(mention.text) === undefined
    );
  if (mention.kind !== 'place' && mention.kind !== 'country') return false;
  return !inRange(mentions, mention.start, mention.end + 80).some(
    (other) =>
      other.title !== undefined && other.start > mention.start && nameStart(text, other) <= mention.start,
  );
}

/** The day that the first sentences give most weight; else the day of publication. */
function dayIn(lead: Lead): string {
  const { cast, dates, sentences, published } = lead;
  const end = sentences[leadLength]?.start ?? cast.text.length;
  const weights = new Map<string, number>([[published.toString(), 0.5]]);
  for (const date of dates) {
    if (date.start >= end || (date.type !== 'DATE' && date.type !== 'TIME')) continue;
    const when = whenOf(date.value);
    if (when?.precision !== 'day') continue;
    const away = published.until(Temporal.PlainDate.from(when.start)).days;
    if (away > 0 || away < -10) continue;
    const index = indexAt(sentences, date.start);
    const relative =
      /,\s(?:who|which|where|when)\s[^,]{0,90}$|\b(?:after|since|following)\s[^,]{0,60}$/iu.test(
        cast.text.slice(sentences[index]?.start ?? 0, date.start),
      );
    const weight = (relative ? 0.35 : 1) / (1 + 0.4 * index);
    weights.set(when.start, (weights.get(when.start) ?? 0) + weight);
  }
  const best = [...weights].sort((left, right) => right[1] - left[1])[0];
  return best?.[0] ?? published.toString();
}
