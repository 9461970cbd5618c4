const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

/** `nine` → 9, `couple` → 2, `14` → 14; undefined for anything else. */
export function numberOf(word: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  if (word === 'couple' || word === 'both') return 2;
  if (word === 'dozen') return 12;
  const index = small.indexOf(word);
  return index < 0 ? undefined : index;
}

/** `ninth` or `9th` → 9. */
export function ordinalOf(word: string): number | undefined {
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  if (digits) return Number(digits[1]);
  const index = ordinals.indexOf(word);
  return index < 1 ? undefined : index;
}

/** `9` → `nine`; figures above twenty stay figures. */
export const numberWord = (value: number): string => small[value] ?? String(value);

/** `9` → `ninth`. */
export const ordinalWord = (value: number): string => ordinals[value] ?? `${value}th`;
