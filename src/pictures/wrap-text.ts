import { textWidth } from './text-width.ts';

/**
 * Lines no wider than `width` pixels, broken between words (anywhere in Chinese); a word that is wider alone is broken
 * between graphemes. With `most` lines the last one ends in an ellipsis where something was cut.
 */
export function wrapText(
  text: string,
  size: number,
  width: number,
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, size, width)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), endCut(lines[most - 1] ?? '', size, width)];
}

/** Words with the space after them; parts of words that are too wide by themselves. */
function pieces(text: string, size: number, width: number): readonly string[] {
  const found = text.replace(/\s+/g, ' ').match(/\p{Script=Han}[\p{P}\s]*|[^\s\p{Script=Han}]+ ?| /gu) ?? [];
  return found.flatMap((piece) => (textWidth(piece.trimEnd(), size) <= width ? [piece] : graphemes(piece)));
}

const graphemes = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter('en').segment(text), (part) => part.segment);

function endCut(line: string, size: number, width: number): string {
  const kept = [...graphemes(line)];
  while (kept.length > 0 && textWidth(`${kept.join('').trimEnd()}…`, size) > width) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}
