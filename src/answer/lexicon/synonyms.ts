import { stem } from '../../text/stem.ts';
import { agreementWords } from './agreement-words.ts';
import { conflictWords } from './conflict-words.ts';
import { economyWords } from './economy-words.ts';
import { everydayWords } from './everyday-words.ts';
import { newsWords } from './news-words.ts';
import { politicsWords } from './politics-words.ts';
import { speechWords } from './speech-words.ts';

/**
 * General English of current affairs, no names: words in one line mean about the same. A line that starts with `~` is
 * looser: the words are related (a reception is a kind of gathering), and such a match counts for less.
 */
export const lexiconLines: readonly string[] = [
  agreementWords,
  conflictWords,
  economyWords,
  everydayWords,
  newsWords,
  politicsWords,
  speechWords,
].flatMap((lines) => lines.split('\n'));

/** How well a word of a line stands in for another one of it. */
const worth = { withHead: 0.76, amongOthers: 0.66, loosely: 0.48 } as const;

type Table = ReadonlyMap<string, ReadonlyMap<string, number>>;

const lexicon: { table: Table } = { table: tableOf(lexiconLines) };

/**
 * Puts other lines in place of the lexicon's: only for measuring how well questions are understood whose words nobody has
 * written into it (`scripts/exam.ts`).
 */
export const useLexicon = (lines: readonly string[]): void => {
  lexicon.table = tableOf(lines);
};

function tableOf(lines: readonly string[]): Table {
  const built = new Map<string, Map<string, number>>();
  const put = (word: string, other: string, value: number): void => {
    const row = built.get(word) ?? new Map<string, number>();
    row.set(other, Math.max(row.get(other) ?? 0, value));
    built.set(word, row);
  };
  for (const line of lines) {
    const loose = line.startsWith('~');
    const group = [...new Set(line.replace('~', '').trim().split(' ').filter(Boolean).map(stem))];
    // The first word of a line is its head: the others match it fully, and one another a little less.
    group.forEach((word, at) => {
      group.forEach((other, position) => {
        const close = at === 0 || position === 0 ? worth.withHead : worth.amongOthers;
        if (word !== other) put(word, other, loose ? worth.loosely : close);
      });
    });
  }
  return built;
}

const none: ReadonlyMap<string, number> = new Map();

/** Stems that mean about the same as a stem by the lexicon, each with how well it stands in (0.48 loosely … 0.76 well). */
export const synonymsOf = (stemmed: string): ReadonlyMap<string, number> =>
  lexicon.table.get(stemmed) ?? none;
