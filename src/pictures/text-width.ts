/** Advance widths of Noto Sans Regular from the space to the tilde, in thousandths of the type size. */
const ascii = (
  '260 269 408 646 572 831 732 225 300 300 551 572 268 322 268 372 572 572 572 572 572 572 572 572 572 572 268 268 ' +
  '572 572 572 434 899 639 650 632 730 556 519 728 741 339 273 619 524 907 760 781 605 781 622 549 556 731 600 930 ' +
  '586 566 572 329 372 329 572 444 281 561 615 480 615 564 344 615 618 258 258 534 258 935 618 605 615 615 413 479 ' +
  '361 618 508 786 529 510 470 380 551 380 572'
)
  .split(' ')
  .map(Number);

/** Characters that stand on or under another one. */
const combining = /\p{M}/u;
/** Scripts whose characters fill a square. */
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

/** Room for other sans-serif fonts that a page may be read in, and for bold type. */
const otherFonts = 1.08;
const boldType = 1.08;

/** Upper estimate of the width of a text in pixels, in the sans-serif type that pictures are set in. */
export function textWidth(text: string, size: number, weight: 'normal' | 'bold' = 'normal'): number {
  const thousandths = Array.from(text).reduce((sum, character) => sum + advance(character), 0);
  return (thousandths / 1000) * size * otherFonts * (weight === 'bold' ? boldType : 1);
}

function advance(character: string): number {
  const known = ascii[(character.codePointAt(0) ?? 0) - 0x20];
  if (known !== undefined) return known;
  if (combining.test(character)) return 150;
  return square.test(character) ? 1000 : 700;
}
