import { aboutWords, amountWords, monthWords, partWords, vagueWords, weekdayWords } from './lexicon.ts';

/** Words, or beginnings of them, of which every expression has one; or it has a figure. */
const cores = [
  ...monthWords,
  ...weekdayWords.map((word) => word.slice(0, 3)),
  ...'sec min hour day week fortnight month quarter year decade cent spring summer autumn fall winter'.split(
    ' ',
  ),
  ...'morning afternoon evening night noon midday midnight overnight biweekly now current recent present future past'.split(
    ' ',
  ),
  ...'dai annual biennial half yesterday today tonight tomorrow'.split(' '),
  ...'twenties thirties forties fifties sixties seventies eighties nineties'.split(' '),
  ...'christmas xmas easter thanksgiving halloween eve'.split(' '),
];
const letter = 'a-z\u00c0-\u024f';
const core = new RegExp(`\\d|(?<![${letter}])(?:${[...new Set(cores)].join('|')})`, 'gi');
const word = new RegExp(`[0-9]+|[${letter}]+`, 'gi');

/** What may stand before the first of these in an expression, and words that begin one. */
const leads: ReadonlySet<string> = new Set([
  ...aboutWords,
  ...amountWords,
  ...vagueWords,
  ...partWords,
  ...'least most to than many in of on or and hundred thousand million billion trillion couple dozen handful number both zero'.split(
    ' ',
  ),
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'.split(
    ' ',
  ),
  ...'sixteenth seventeenth eighteenth nineteenth twentieth final last next this that coming previous following preceding same'.split(
    ' ',
  ),
  ...'further another full additional consecutive straight entire whole all every each per other near right from before after'.split(
    ' ',
  ),
  ...'new boxing valentine s international women fools fool veterans armistice labor memorial election good'.split(
    ' ',
  ),
]);

/** How far the core of an expression lies from its first word. */
const reach = 60;

/**
 * Tells where expressions can begin: most words that begin one (`a`, `the`, `last`) mostly begin none, and trying every
 * pattern there takes longest. So the cores are looked for, and whatever may lead to one is taken with it.
 * @returns the first such place from a place on, or −1; places must be asked for in ascending order
 */
export function createBeginnings(text: string): (from: number) => number {
  let [first, last] = [0, -1];
  return (from) => {
    for (;;) {
      word.lastIndex = Math.max(from, first);
      const place = last < from ? undefined : word.exec(text)?.index;
      if (place !== undefined && place <= last) return place;
      core.lastIndex = Math.max(from, last + 1);
      const found = core.exec(text);
      if (found === null) return -1;
      last = found.index;
      first = Math.max(from, leadOf(text, last));
    }
  };
}

/** Where the words that may lead to a core begin; the core itself where none do. */
function leadOf(text: string, core: number): number {
  for (let first = core; ; ) {
    let end = first;
    while (end > first - widest && !isLetter(text.charCodeAt(end - 1))) end--;
    let start = end;
    while (isLetter(text.charCodeAt(start - 1))) start--;
    if (core - start > reach || !leads.has(text.slice(start, end).toLowerCase())) return first;
    first = start;
  }
}

/** Most signs between two words of an expression. */
const widest = 4;

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);
