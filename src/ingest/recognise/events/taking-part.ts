import type { EventParticipant, MentionFound } from '../../model.ts';
import type { Clause } from './clauses.ts';
import { agentsAfterBy, type Cast, objectsIn, participantOf, subjectsIn } from './participants.ts';
import type { Trigger } from './trigger.ts';

export function activeParticipants(
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

export function passiveParticipants(
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
