import { dateWords } from '../../text/date-words.ts';
import { fold, words } from '../../text/fold.ts';
import { createLocate } from '../../text/locate.ts';
import { numberOf, ordinalOf } from '../../text/number-words.ts';
import { sentenceSpans } from '../../text/sentence-spans.ts';
import { stem } from '../../text/stem.ts';
import type { Claim } from '../model.ts';
import { ownWords, turningWords } from './word-lists.ts';

/** How much longer a sentence may get, in characters. */
const slack = 40;

/**
 * Why another wording of a claim does not keep to it; undefined where it does. Everything in it has to stand in the claim or
 * its evidence: each word but the small ones; each number, date and name in the claim itself, since another fact of the same
 * evidence may have others, and the names in its order; what is between quotation marks has to stand there verbatim; and the words that turn a sentence round or put it in doubt have to be the same.
 */
export function whyNot(wording: string, claim: Claim): string | undefined {
  const ground = groundOf(claim);
  if (wording.trim() === '') return 'it is empty';
  if (/[<>@[\]{}|*_`]|https?:|www\./i.test(wording)) return 'it holds markup or an address';
  if (wording.length > claim.text.length * 1.5 + slack) return 'it is longer than what it words';
  if (sentenceSpans(wording).length > sentenceSpans(claim.text).length) return 'it has more sentences';
  return (
    foreignWord(wording, ground) ??
    foreignNumber(wording, claim) ??
    foreignName(wording, claim) ??
    foreignDate(wording, claim.text) ??
    foreignQuotation(wording, ground) ??
    turnedRound(wording, claim) ??
    namesSwapped(wording, claim)
  );
}

/** All that a claim rests on, as one text. */
function groundOf({ text, evidence }: Claim): string {
  const told = evidence.flatMap((each) => [
    each.quote,
    each.date === '' ? '' : dateWords(each.date),
    each.endDate === undefined ? '' : dateWords(each.endDate),
    each.publisher,
    each.published === undefined ? '' : dateWords(each.published),
  ]);
  return [text, ...told].join('\n');
}

/** Every word that is none of the small ones stands in the ground, in whatever inflection. */
function foreignWord(wording: string, ground: string): string | undefined {
  const there = new Set(words(ground).flatMap((word) => [word, stem(word)]));
  const found = words(wording).find(
    (word) => !ownWords.has(word) && !there.has(word) && !there.has(stem(word)),
  );
  return found === undefined ? undefined : `“${found}” does not stand in the evidence`;
}

const numbersIn = (text: string): readonly string[] =>
  words(text).filter(
    (word) => /\d/.test(word) || numberOf(word) !== undefined || ordinalOf(word) !== undefined,
  );

function foreignNumber(wording: string, { text }: Claim): string | undefined {
  const there = new Set(numbersIn(text));
  const found = numbersIn(wording).find((number) => !there.has(number));
  return found === undefined ? undefined : `the number ${found} is none of the claim’s`;
}

function foreignName(wording: string, { text }: Claim): string | undefined {
  const there = new Set(words(text));
  const found = namesIn(wording).find((name) =>
    words(name).some((word) => !there.has(word) && !ownWords.has(word)),
  );
  return found === undefined ? undefined : `the name ${found} is none of the claim’s`;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const dated = new RegExp(
  `(?:\\d{1,2}(?:[–-]\\d{1,2})? )?(?:${months})(?: \\d{1,2},?)? \\d{4}|(?:\\d{1,2} (?:${months}))`,
  'g',
);

/** A day, a month and a year that all stand there are no date that does: the whole date has to. */
function foreignDate(wording: string, text: string): string | undefined {
  const found = (wording.match(dated) ?? []).find((date) => !text.includes(date));
  return found === undefined ? undefined : `the date ${found} is none of the claim’s`;
}

const quoted = /["“„«]([^"“”„«»]*)["”»]/g;

function foreignQuotation(wording: string, ground: string): string | undefined {
  const locate = createLocate(ground);
  const found = [...wording.matchAll(quoted)].find(([, said = '']) => locate(said) === undefined);
  if (found !== undefined) return `“${found[1]}” is not verbatim`;
  const marks = (text: string): number => (text.match(/["“”„«»]/g) ?? []).length;
  return marks(wording) % 2 === 0 ? undefined : 'a quotation mark stands alone';
}

/** `May` with a capital is the month. */
const turnings = (text: string): string =>
  words(text.replace(/\bMay\b/g, ' '))
    .filter((word) => turningWords.test(word))
    .map((word) => stem(word))
    .toSorted()
    .join(' ');

function turnedRound(wording: string, { text }: Claim): string | undefined {
  return turnings(wording) === turnings(text) ? undefined : 'it says more or less surely what happened';
}

/** Capitalised words but the first of a sentence, folded; each once, in order. */
const namesIn = (text: string): readonly string[] => [
  ...new Set((text.match(/\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? []).map((name) => fold(name).replace(/'s$/, ''))),
];

/** Who did it to whom is told by the order: names that both have come in the same one. */
function namesSwapped(wording: string, { text }: Claim): string | undefined {
  const [before, after] = [namesIn(text), namesIn(wording)];
  const common = after.filter((name) => before.includes(name));
  const places = common.map((name) => before.indexOf(name));
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1))
    ? undefined
    : 'its names come in another order';
}
