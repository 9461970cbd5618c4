import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A stretch of a text: the TIMEX3 value of a time, or the kind of a name. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** A text with what a reader finds in it. */
export interface Annotated {
  readonly text: string;
  /** ISO day. */
  readonly published: string;
  readonly dates: readonly Marked[];
  readonly names: readonly Marked[];
}

export type NameKind = 'person' | 'place' | 'organisation';
const kinds: Readonly<Record<string, NameKind>> = { P: 'person', L: 'place', O: 'organisation' };

/** The texts of `bench/news.txt`; its head says how they are marked. */
export async function readNews(): Promise<readonly Annotated[]> {
  const text = await readFile(join(import.meta.dirname, 'news.txt'), 'utf8');
  return text
    .trim()
    .split(/\n\s*\n/)
    .filter((block) => /^\d/.test(block))
    .map((block) => unmark(block.slice(11), block.slice(0, 10)));
}

/** Takes the marks out, and remembers where they stood. */
export function unmark(marked: string, published: string): Annotated {
  const dates: Marked[] = [];
  const names: Marked[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/\{([^|{}]+)\|([^}]+)\}|\[([PLO]) ([^\]]+)\]/g)) {
    text += marked.slice(last, match.index);
    const said = match[1] ?? match[4] ?? '';
    const place = { start: text.length, end: text.length + said.length };
    if (match[2] === undefined) names.push({ ...place, value: kinds[match[3] ?? ''] ?? '' });
    else dates.push({ ...place, value: match[2] });
    text += said;
    last = match.index + match[0].length;
  }
  return { text: text + marked.slice(last), published, dates, names };
}

interface ExamLine {
  readonly text: string;
  readonly published: string;
  readonly gold: readonly {
    readonly start: number;
    readonly end: number;
    readonly [field: string]: unknown;
  }[];
}

/**
 * Texts of an exam that lies outside the project, one a line with its `gold`.
 * @param field of the gold that holds the value
 * @returns undefined where the file is not there
 */
export async function readExam(
  file: string,
  field: string,
): Promise<
  readonly (Pick<Annotated, 'text' | 'published'> & { readonly gold: readonly Marked[] })[] | undefined
> {
  const lines = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });
  return lines
    ?.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ExamLine)
    .map(({ text, published, gold }) => ({
      text,
      published: published.slice(0, 10),
      gold: gold.map((each) => ({ start: each.start, end: each.end, value: String(each[field]) })),
    }));
}
