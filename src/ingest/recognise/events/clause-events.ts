import { inRange } from '../../../text/in-range.ts';
import type { SentenceSpan } from '../../../text/sentence-spans.ts';
import type { EventFound, TimeFound } from '../../model.ts';
import { type Clause, clausesOf, type Joint } from './clauses.ts';
import { type When, whenCounted, whenIn } from './event-time.ts';
import { type Cast, placeIn } from './participants.ts';
import { activeParticipants, passiveParticipants } from './taking-part.ts';
import { firstTrigger, type Telling, type Trigger } from './trigger.ts';

/** Everything that the reading of one sentence's events needs. */
export interface EventContext {
  readonly cast: Cast;
  readonly dates: readonly TimeFound[];
  readonly published: string;
  readonly telling: readonly Telling[];
  readonly joints: readonly Joint[];
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
  for (const clause of clausesOf(sentence, context.joints)) {
    const trigger = firstTrigger(text, clause, context.telling);
    const own = whenIn(context.dates, clause, trigger?.start ?? clause.start);
    const when =
      own ?? whenCounted(text, context.dates, clause, main ?? { start: context.published, precision: 'day' });
    main ??= own;
    const event = trigger && eventOf(trigger, clause, sentence, when, context, found.at(-1));
    if (event !== undefined) found.push(event);
  }
  return found;
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
