import type { Clause } from './clauses.ts';
import { type EventKind, eventKinds, kindsByWord } from './event-kinds.ts';

/** Where a word tells of an event. */
export interface Trigger {
  readonly of: EventKind;
  readonly start: number;
  readonly end: number;
}

const word = /[a-z][a-z]*/gi;

/** The word of a clause that tells of an event, by the order of the kinds. */
export function firstTrigger(text: string, clause: Clause): Trigger | undefined {
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
