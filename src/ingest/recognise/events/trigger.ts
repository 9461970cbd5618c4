import { firstFrom } from '../../../text/in-range.ts';
import type { Token } from '../../../text/tokens.ts';
import type { Clause } from './clauses.ts';
import { type EventKind, eventKinds, kindsByWord } from './event-kinds.ts';

/** Where a word tells of an event. */
export interface Trigger {
  readonly of: EventKind;
  readonly start: number;
  readonly end: number;
}

/** A word that may tell of an event. */
export interface Telling {
  readonly start: number;
  /** Indices of the kinds that it can begin, in their order. */
  readonly kinds: readonly number[];
}

/** The words of a text that may tell of an event, from left to right. */
export function tellingWords(text: string, tokens: readonly Token[]): readonly Telling[] {
  const found: Telling[] = [];
  for (const { lower, start } of tokens) {
    const kinds = kindsByWord.get(lower.includes('-') ? (/^[a-z]*/.exec(lower)?.[0] ?? '') : lower);
    if (kinds !== undefined && !/[\p{L}\p{N}'’-]/u.test(text[start - 1] ?? ' ')) found.push({ start, kinds });
  }
  return found;
}

/** The word of a clause that tells of an event, by the order of the kinds. */
export function firstTrigger(text: string, clause: Clause, telling: readonly Telling[]): Trigger | undefined {
  let best: Trigger | undefined;
  let rank = Number.POSITIVE_INFINITY;
  for (let at = firstFrom(telling, clause.start); at < telling.length; at++) {
    const { start, kinds } = telling[at] ?? { start: clause.end, kinds: [] };
    if (start >= clause.end) break;
    for (const index of kinds) {
      if (index >= rank) break;
      const of = eventKinds[index];
      const end = of === undefined ? undefined : endOf(of, text, start);
      if (of === undefined || end === undefined || end > clause.end) continue;
      best = { of, start, end };
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
