/** Words between quotation marks: `start` and `end` take the marks in. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
  /** Whether it goes on in the next paragraph, whose first mark only repeats the opening one. */
  readonly open: boolean;
}

const marks = /“|”|"|``|''|«|»|\n/g;

/** What stands between double quotation marks, straight or curly. One that is never closed ends with its paragraph. */
export function findQuoted(text: string): readonly Quoted[] {
  const found: Quoted[] = [];
  let start: number | undefined;
  const close = (end: number, open: boolean): void => {
    if (start !== undefined && end - start > 2) found.push({ start, end, open });
    start = undefined;
  };
  for (const match of text.matchAll(marks)) {
    const at = match.index;
    const mark = match[0];
    if (mark === '\n') close(at, true);
    else if (mark === '“' || mark === '«' || mark === '``') start ??= at;
    else if (mark === '"' && (start === undefined || startsWord(text, at)) && !endsWord(text, at))
      start = start ?? at;
    else if (start !== undefined) close(at + mark.length, false);
    else if (mark === '"' && !endsWord(text, at)) start = at;
  }
  close(text.length, true);
  return found;
}

const startsWord = (text: string, at: number): boolean =>
  /\s|^$|[([—–-]/.test(text.slice(Math.max(0, at - 1), at)) && /\S/.test(text[at + 1] ?? '');
const endsWord = (text: string, at: number): boolean =>
  /[^\s([—–-]/.test(text[at - 1] ?? ' ') && /[\s,.;:?!)—–-]|^$/.test(text.slice(at + 1, at + 2));
