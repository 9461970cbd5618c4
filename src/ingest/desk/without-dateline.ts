import type { Located } from '../../text/locate.ts';
import { readDateline } from '../recognise/dateline.ts';

/** Takes from a first sentence the place, day and agency before it: `GOA, May 4 (Agency) –`. */
export function createDatelineCut(text: string): (span: Located) => Located {
  const head = readDateline(text).end;
  return ({ start, end }) => {
    if (head <= start || head >= end) return { start, end };
    const space = /^\s*/.exec(text.slice(head, end))?.[0].length ?? 0;
    return { start: head + space, end };
  };
}
