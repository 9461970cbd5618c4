import { inRange } from '../../../text/in-range.ts';
import type { SentenceSpan } from '../../../text/sentence-spans.ts';
import type { EventFound, EventParticipant, MentionFound, TimeFound } from '../../model.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type EventKind, eventKinds, kindsByWord } from './event-kinds.ts';
import { type When, whenCounted, whenIn } from './event-time.ts';
import { agentsAfterBy, type Cast, objectsIn, participantOf, placeIn, subjectsIn } from './participants.ts';

/** Where a word tells of an event. */
interface Trigger {
  readonly of: EventKind;
  readonly start: number;
  readonly end: number;
}

/** Everything that the reading of one sentence's events needs. */
export interface EventContext {
  readonly cast: Cast;
  readonly dates: readonly TimeFound[];
  readonly published: string;
}

/** The events that the clauses of a sentence tell, in order. */
export function eventsIn(sentence: SentenceSpan, whole: EventContext): readonly EventFound[] {
  const context: EventContext = {
    ...whole,
    cast: { ...whole.cast, mentions: inRange(whole.cast.mentions, sentence.start, sentence.end) },
    dates: inRange(whole.dates, sentence.start, sentence.end),
  };
  const { text } = context.cast;
  const found: EventFound[] = [];
  let main: When | undefined;
  for (const clause of clausesOf(text, sentence)) {
    const trigger = firstTrigger(text, clause);
    const own = whenIn(context.dates, clause, trigger?.start ?? clause.start);
    const when =
      own ?? whenCounted(text, context.dates, clause, main ?? { start: context.published, precision: 'day' });
    main ??= own;
    const event = trigger && eventOf(trigger, clause, sentence, when, context, found.at(-1));
    if (event !== undefined) found.push(event);
  }
  return found;
}

const word = /[a-z][a-z]*/gi;

/** The word of a clause that tells of an event, by the order of the kinds. */
function firstTrigger(text: string, clause: Clause): Trigger | undefined {
  let best: Trigger | undefined;
  let rank = Number.POSITIVE_INFINITY;
  word.lastIndex = clause.start;
  for (let match = word.exec(text); match !== null && match.index < clause.end; match = word.exec(text)) {
    for (const index of kindsByWord.get(match[0].toLowerCase()) ?? []) {
      if (index >= rank) break;
      const of = eventKinds[index];
      const end = of === undefined ? undefined : endOf(of, text, match.index);
      if (
        of === undefined ||
        end === undefined ||
        end > clause.end ||
        /[\p{L}\p{N}'’-]$/u.test(text[match.index - 1] ?? ' ')
      )
        continue;
      best = { of, start: match.index, end };
      rank = index;
    }
  }
  return best;
}

function endOf({ pattern }: EventKind, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}

function eventOf(
  trigger: Trigger,
  clause: Clause,
  sentence: SentenceSpan,
  when: When | undefined,
  context: EventContext,
  earlier: EventFound | undefined,
): EventFound | undefined {
  const { cast } = context;
  const { of } = trigger;
  const passive =
    /\b(?:was|were|been|is|are|be|being)\s(?:\p{L}+\s)?$/iu.test(
      cast.text.slice(Math.max(clause.start, trigger.start - 16), trigger.start),
    ) || /^(?:was|were|been|is|are)\b/i.test(cast.text.slice(trigger.start, trigger.end));
  const participants = passive
    ? passiveParticipants(trigger, clause, cast, sentence.start)
    : activeParticipants(trigger, clause, cast, sentence.start);
  if (participants.length === 0 && when === undefined) return undefined;
  const claimant = participants.find(({ role }) => role === of.agent);
  const place =
    placeIn(cast, trigger.start, clause.end) ??
    placeIn(cast, clause.start, clause.end) ??
    (earlier?.kind === of.kind ? earlier.place : undefined);
  const modality = modalityOf(cast.text, clause, trigger, when, context.published);
  return {
    kind: of.kind,
    title: titleOf(cast.text, clause, participants[0]?.name),
    ...(when === undefined ? {} : { on: when }),
    participants,
    ...(place === undefined ? {} : { place }),
    polarity: /\b(?:not|never|no longer|n't|n’t|without|failed to|refused to)\s(?:\p{L}+\s){0,2}$/iu.test(
      cast.text.slice(Math.max(clause.start, trigger.start - 30), trigger.start),
    )
      ? 'negative'
      : 'positive',
    modality,
    ...(of.claims && claimant !== undefined ? { attribution: claimant.name } : {}),
    evidence: { start: sentence.start, end: sentence.end },
  };
}

function activeParticipants(
  { of, start, end }: Trigger,
  clause: Clause,
  cast: Cast,
  sentenceStart: number,
): readonly EventParticipant[] {
  const subjects = subjectsOf(cast, clause, start, sentenceStart);
  const inside = cast.mentions.filter(
    (mention) => mention.start >= start && mention.end <= end && mention.kind !== 'other',
  );
  const objects = inside.length > 0 ? inside : objectsIn(cast, end, clause.end);
  return distinct([
    ...subjects.map((each) => participantOf(each, of.agent)),
    ...objects.map((each) => participantOf(each, of.object)),
  ]);
}

function passiveParticipants(
  { of, start, end }: Trigger,
  clause: Clause,
  cast: Cast,
  sentenceStart: number,
): readonly EventParticipant[] {
  const agents = agentsAfterBy(cast, end, clause.end);
  const subjects = subjectsOf(cast, clause, start, sentenceStart);
  const role = of.kind === 'accession' ? of.agent : 'subject';
  return distinct([
    ...subjects.map((each) => participantOf(each, role)),
    ...agents.map((each) => participantOf(each, of.agent)),
  ]);
}

/** A clause with `who` or `which` has the name before it as subject, and so has what goes on after it. */
function subjectsOf(
  cast: Cast,
  clause: Clause,
  verb: number,
  sentenceStart: number,
): readonly MentionFound[] {
  if (!/^(?:who|which|whose)$/.test(clause.joint)) return subjectsIn(cast, clause.start, verb);
  const before = cast.mentions.filter(
    ({ start, end, kind }) => start >= sentenceStart && end <= clause.start && kind !== 'other',
  );
  return before.slice(-1);
}

const distinct = (participants: readonly EventParticipant[]): readonly EventParticipant[] =>
  participants.filter((each, index) => participants.findIndex(({ name }) => name === each.name) === index);

function modalityOf(
  text: string,
  clause: Clause,
  trigger: Trigger,
  when: When | undefined,
  published: string,
): EventFound['modality'] {
  const before = text.slice(clause.start, trigger.end);
  if (
    /\b(?:will|shall|to be|going to|set to|scheduled to|due to|expected to|plans to)\b/i.test(before) ||
    (when !== undefined && when.precision === 'day' && when.start > published)
  )
    return 'planned';
  if (/\b(?:may|might|could|would|if|possibly|perhaps)\b/i.test(before)) return 'possible';
  return trigger.of.claims ||
    /\b(?:allegedly|reportedly|accused of|alleged)\b/i.test(text.slice(clause.start, clause.end))
    ? 'claimed'
    : 'asserted';
}

/** Longest title, in UTF-16 code units. */
const longest = 160;

/** The clause itself, cut after a word. */
function titleOf(text: string, clause: Clause, subject: string | undefined): string {
  const own = /^(?:who|which)$/.test(clause.joint) && subject !== undefined ? `${subject} ` : '';
  const said = `${own}${text.slice(clause.start, clause.end)}`
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[,;:.]+$/u, '');
  if (said.length <= longest) return said;
  const cut = said.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
}
