import { numberOf, ordinalOf } from './number-words.ts';

const units = 'one|two|three|four|five|six|seven|eight|nine';
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const scales = 'hundred|thousand|million|billion|trillion';

/** A number in figures or words, as the source of a pattern: `5`, `5 1/2`, `1,700`, `twenty-four`, `two hundred`. */
export const amountSource = `(?:\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,12}(?:\\.\\d{1,4})?(?:\\s\\d/\\d)?|(?:${tens})(?:[-\\s](?:${units}))?|${teens}|${units}|a|an)(?:[-\\s](?:${scales})){0,2}`;

/** Words that stand for no certain number: `several`, `a few`, `dozens of`. */
export const vagueSource =
  '(?:a\\s(?:couple\\sof|couple|few(?:\\smore)?|handful\\sof|number\\sof)|several|many|some|few|various|a\\sdozen|dozens\\sof|hundreds\\sof|thousands\\sof)';

const tensWords = tens.split('|');
const scaleOf: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** `5 1/2` → 5.5, `twenty-four` → 24, `1.5 million` → 1500000, `a` → 1; undefined for anything else. */
export function readAmount(said: string): number | undefined {
  const words = said
    .toLowerCase()
    .replaceAll(',', '')
    .split(/[\s-]+/)
    .filter((word) => word !== '');
  // “a hundred” is a number, “a five-hour walk” is none.
  if (words.length > 1 && /^an?$/.test(words[0] ?? '') && scaleOf[words[1] ?? ''] === undefined)
    return undefined;
  let total: number | undefined;
  for (const word of words) {
    const value = oneWord(word);
    if (value === undefined) return undefined;
    const scale = scaleOf[word];
    total = scale === undefined ? (total ?? 0) + value : (total ?? 1) * scale;
  }
  return total;
}

function oneWord(word: string): number | undefined {
  const scale = scaleOf[word];
  if (scale !== undefined) return scale;
  const fraction = /^(\d)\/([1-9])$/.exec(word);
  if (fraction) return Number(fraction[1]) / Number(fraction[2]);
  const index = tensWords.indexOf(word);
  return index >= 0 ? (index + 2) * 10 : numberOf(word);
}

/** Spelled ordinals up to the thirty-first, as the source of a pattern. */
export const ordinalSource =
  '(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)';

/** `19th` → 19, `nineteenth` → 19, `twenty-first` → 21. */
export const readOrdinal = (said: string): number | undefined =>
  said.toLowerCase() === 'twenty-first' ? 21 : ordinalOf(said.toLowerCase());
