import type { Span, TableBlock } from '../../document/model.ts';
import { plainSpans } from '../../document/plain.ts';
import { cleanLine } from '../clean-text.ts';
import { prefixed } from './lines.ts';

/** A code block of this width does not wrap on a telephone held upright. */
const widest = 34;
const mostAligned = 1500;

/** Text that has the same width and the same meaning inside a code block. */
const flat = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd} .,:;!?'’“”()[\]/%+–—·&-]*$/u;

/**
 * A table with aligned columns in a code block where every cell is short and plain, for Discord has no tables;
 * else lines with the cells set apart by dots, with their links.
 */
export function renderTable(block: TableBlock): readonly string[] {
  const rows = [block.head, ...block.rows.map((row) => row.map(plainSpans))].map((row) => row.map(cleanLine));
  const aligned = alignRows(rows);
  const plain = block.rows.flat(2).every((span) => span.type === 'text' || span.type === 'cite');
  const fits = aligned.every((line) => line.length <= widest && flat.test(line));
  const code = `\`\`\`\n${aligned.join('\n')}\n\`\`\``;
  if (plain && fits && code.length <= mostAligned && aligned.join('').trim() !== '') return [code];
  return dotted(block);
}

/** Cells padded to the width of their column, two spaces apart. */
function alignRows(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    widths
      .map((width, column) => (row[column] ?? '').padEnd(width))
      .join('  ')
      .trimEnd(),
  );
}

const dot: Span = { type: 'text', text: ' · ' };

/** The head in small print, then a line for each row, its first cell set off. */
function dotted(block: TableBlock): readonly string[] {
  const head: Span = { type: 'text', text: block.head.map(cleanLine).filter(Boolean).join(' · ') };
  const rows = block.rows.map((row) =>
    row.flatMap((cell, index) => (index === 0 ? cell.map(setOff) : [dot, ...cell])),
  );
  return [...prefixed([head], 'line', '-# '), ...rows.flatMap((row) => prefixed(row, 'line', ''))];
}

const setOff = (span: Span): Span =>
  span.type === 'text' ? { ...span, style: span.style ?? 'strong' } : span;
