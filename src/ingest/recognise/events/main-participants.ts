import { occupations } from '../../gazetteer/titles.ts';
import type { EventFound, EventParticipant, MentionFound } from '../../model.ts';
import { knownKind } from '../names/known-names.ts';
import { cueWords } from '../speech/cues.ts';
import { kindsByWord } from './event-kinds.ts';
import { type Lead, wordAt } from './lead.ts';
import { participantOf } from './participants.ts';

/** Who acts in the main event: first whom the headline names first. */
export function mainParticipants(lead: Lead, told: EventFound | undefined): readonly EventParticipant[] {
  const names = afterKicker(namesInHeadline(lead), lead.headline);
  const actors = names.filter(({ mention }) => mention.kind === 'person' || mention.kind === 'organisation');
  // A brand or a work is known by no list; better than nobody.
  const others = names.filter(({ mention }) => knownKind(mention.text) === undefined);
  const acting = actors[0] === undefined ? others : actors;
  const named = orderActors(acting, lead.headline).map((mention) => participantOf(mention, 'agent'));
  const phrase = named.length === 0 && lead.headline !== '' ? headlineSubject(lead) : undefined;
  const own = phrase === undefined ? [] : [{ name: phrase, role: 'agent' as const, entity: null }];
  // “Film star dies”: the text says who that is.
  const meant = occupations.has(phrase?.split(' ').at(-1)?.toLowerCase() ?? '')
    ? firstNamed(lead, 'person')
    : [];
  const all = [...named, ...meant, ...own, ...(told?.participants ?? []), ...firstNamed(lead)];
  return all.filter((each, index) => all.findIndex(({ name }) => name === each.name) === index).slice(0, 6);
}

/** Where neither headline nor verbs tell who: the first person or organisation that is named. */
const firstNamed = ({ cast }: Lead, only?: 'person'): readonly EventParticipant[] =>
  cast.mentions
    .filter(({ kind }) => kind === 'person' || (only === undefined && kind === 'organisation'))
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
function orderActors(actors: readonly Placed[], headline: string): readonly MentionFound[] {
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
  /^(?:in|at|on|of|for|to|from|with|by|after|before|as|over|outside|near|against|during|into|while|amid|is|are|was|were|has|have|will|found|dead|gets?|makes?|hits?|\p{L}{2,}(?:ed|ing))$/iu;

/** Whether the subject of a headline is over: at a preposition, or at a verb. */
function isStop(word: string): boolean {
  const plain = word.replace(/[^\p{L}]/gu, '').toLowerCase();
  return stops.test(plain) || (plain.endsWith('s') && (kindsByWord.has(plain) || cueWords.has(plain)));
}

/** The words of the headline before its verb: `Missing hikers found in hut` → `Missing hikers`. */
function headlineSubject({ headline }: Lead): string | undefined {
  // A topic before a colon and a clause before a comma are not the subject: `While talks go on, Peru votes`.
  const clean = headline
    .replace(/^[^:]{1,30}:\s/u, '')
    .replace(/^(?:while|as|after|when|with|amid|despite|before|if)\s[^,]{1,80},\s/iu, '');
  const words = clean.split(/\s+/);
  const end = words.findIndex((word, index) => index > 0 && isStop(word));
  const subject = words.slice(0, end < 0 ? Math.min(words.length, 3) : Math.min(end, 6)).join(' ');
  return subject.length < 3 ? undefined : subject.replace(/[,;:]$/u, '');
}

/** Names of the text in the order in which the headline has them, each with its place there. */
function namesInHeadline({ headline, cast }: Lead): readonly Placed[] {
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
