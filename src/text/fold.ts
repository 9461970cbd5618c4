const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/**
 * The form in which names and words are compared: lower case, no accents, plain quotes and hyphens, single spaces.
 * Other scripts keep their letters (`Лавров` → `лавров`).
 */
export function fold(text: string): string {
  // Most text needs no more than this, and it is folded by the million words: the rest is five times as slow.
  if (!beyondAscii.test(text)) return foldPlain(text);
  const plain = text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"');
  return beyondAscii.test(plain) ? foldLetters(text) : foldPlain(plain);
}

function foldPlain(text: string): string {
  const small = text.toLowerCase();
  return (unevenly.test(small) ? small.replaceAll('`', "'").replace(/\s+/g, ' ') : small).trim();
}

/** What is left to do in a text without other letters. */
const unevenly = /`|[\n\t]| {2}/;

const beyondAscii = /[^\x20-\x7e\n\t]/;

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøłđıþð]/g, (letter) => special[letter] ?? letter)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The words of a text, folded, without possessive endings; hyphened words fall apart (`Secretary-General` → two),
 * numbers keep their separators and the endings of ordinals out (`136,000` → `136000`, `22nd` → `22`, `86.82` stays). Han text
 * is cut character by character.
 */
export function words(text: string): readonly string[] {
  let folded = plainOrdinals(fold(text));
  if (folded.includes(',')) folded = folded.replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  if (folded.includes('.'))
    folded = folded.replace(/\b(?:[a-z]\.){2,}/g, (letters) => letters.replaceAll('.', ''));
  if (folded.includes("'"))
    folded = folded
      .replace(/'s\b/g, '')
      .replace(/s'(?=\s|$)/g, 's')
      .replace(/(\p{L})'(\p{L})/gu, '$1$2');
  return folded.match(beyondAscii.test(folded) ? anyWord : plainWord) ?? [];
}

const anyWord = /\d+(?:\.\d+)?|\p{Script=Han}|[\p{L}\p{M}]+\d*/gu;
/** The same where there are no other letters, which is found in half the time. */
const plainWord = /\d+(?:\.\d+)?|[a-z]+\d*/g;

/** `1st` → `first`, `22nd` → `22`: as numbers and their words are compared. */
const plainOrdinals = (folded: string): string =>
  /\d(?:st|nd|rd|th)\b/.test(folded)
    ? folded
        .replace(/\b1st\b/g, 'first')
        .replace(/\b2nd\b/g, 'second')
        .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    : folded;
