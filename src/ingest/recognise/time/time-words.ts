import { monthWords, weekdayWords } from './lexicon.ts';

/** Words, or beginnings of them, of which every expression has one; or it has a figure. */
const cores = [
  ...monthWords,
  ...weekdayWords.map((word) => word.slice(0, 3)),
  ...'sec min hour day week fortnight month quarter year decade cent spring summer autumn fall winter'.split(
    ' ',
  ),
  ...'morning afternoon evening night noon tomorrow now current recent present future past dai annual biennial half'.split(
    ' ',
  ),
  ...'twenties thirties forties fifties sixties seventies eighties nineties'.split(' '),
  ...'christmas xmas easter thanksgiving halloween eve'.split(' '),
];
const core = new RegExp(`\\d|(?:${[...new Set(cores)].join('|')})`, 'gi');

/** How far the core of an expression lies from its first word. */
const reach = 60;

/**
 * Tells whether an expression can begin at a place: most words that begin one (`a`, `the`, `last`) mostly begin none, and trying
 * every pattern there takes longest. Places must be asked for in ascending order.
 */
export function createTimeAhead(text: string): (place: number) => boolean {
  let next = -1;
  return (place) => {
    if (next < place) {
      core.lastIndex = place;
      next = core.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return next - place <= reach;
  };
}
