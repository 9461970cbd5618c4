import { ReaderError } from '../errors.ts';
import type { Edges } from './edges.ts';

/** One line of a batch, as parsed; its fields are unchecked. */
export type BatchLine = Readonly<Record<string, unknown>>;
export type BatchResult = Readonly<Record<string, unknown>>;

/** Windows programs put it before the first line. */
const byteOrderMark = /^\uFEFF/;

/**
 * Reads JSON Lines from standard input and prints one line for each, in order. A line that cannot be read is answered
 * by `{"id", "error"}` and the others go on; the exit status is 2 then.
 */
export async function runBatch(
  edges: Edges,
  answer: (line: BatchLine) => Promise<BatchResult>,
): Promise<number> {
  let status = 0;
  let number = 0;
  for await (const text of edges.lines()) {
    number += 1;
    const bare = number === 1 ? text.replace(byteOrderMark, '') : text;
    if (bare.trim() === '') continue;
    const { id, result } = await answerOne(bare, number, answer);
    if (Object.hasOwn(result, 'error')) status = 2;
    edges.print(JSON.stringify({ ...(id === undefined ? {} : { id }), ...result }));
  }
  return status;
}

async function answerOne(
  text: string,
  number: number,
  answer: (line: BatchLine) => Promise<BatchResult>,
): Promise<{ readonly id: unknown; readonly result: BatchResult }> {
  const line = parseLine(text);
  if (line === undefined) {
    return { id: null, result: { error: `Line ${number} is not a JSON object; write one a line.` } };
  }
  try {
    return { id: line.id, result: await answer(line) };
  } catch (fault) {
    if (!(fault instanceof ReaderError)) throw fault;
    return { id: line.id, result: { error: `Line ${number}: ${fault.message}` } };
  }
}

function parseLine(text: string): BatchLine | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? (parsed as BatchLine) : undefined;
  } catch {
    return undefined;
  }
}

/** A field that has to hold text. @throws ReaderError where it does not */
export function textField(line: BatchLine, name: string): string {
  const value = line[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new ReaderError(
    value === undefined || typeof value === 'string'
      ? `“${name}” is missing; write it as text.`
      : `“${name}” is no text; write it between quotation marks.`,
  );
}
