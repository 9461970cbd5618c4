import { sql } from 'kysely';
import type { FullText } from '../engine.ts';
import { inChunks } from '../in-chunks.ts';

/** The FTS5 index. A word is asked for as a phrase: the tokenizer cuts `86.82` where it cut it in the text. */
export const fts5: FullText = {
  add: async (transaction, entries) => {
    for (const chunk of inChunks(entries)) {
      const rows = chunk.map(({ record, words }) => sql`(${record}, ${words})`);
      await sql`insert into search (rowid, words) values ${sql.join(rows)}`.execute(transaction);
    }
  },
  holding: (...words) =>
    sql`select rowid as record from search where search match ${words.map(phrase).join(' OR ')}`,
};

const phrase = (word: string): string => `"${word.replaceAll('"', '""')}"`;
