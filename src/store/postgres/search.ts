import { sql } from 'kysely';
import type { FullText } from '../engine.ts';
import { inChunks } from '../in-chunks.ts';

/** PostgreSQL takes words of up to 2,046 bytes; no longer one tells records apart. */
const longest = 500;

/** Words of one row: that many of the longest ones stay below the megabyte that a tsvector holds. */
const mostWords = 400;

const cut = (word: string): string => word.slice(0, longest);

/**
 * The GIN index over tsvectors. They are made of the words as they come: PostgreSQL's own parser would cut them in
 * another way than SQLite does, and not alike on all servers.
 */
export const gin: FullText = {
  add: async (transaction, entries) => {
    const all = entries.flatMap(({ record, words }) =>
      inChunks(words.split(' ').map(cut), mostWords).map((some) => ({ record, words: some.join(' ') })),
    );
    for (const chunk of inChunks(all)) {
      const rows = chunk.map(
        ({ record, words }) => sql`(${record}::bigint, array_to_tsvector(string_to_array(${words}, ' ')))`,
      );
      await sql`insert into search (record, words) values ${sql.join(rows)}`.execute(transaction);
    }
  },
  // A record has several rows where it has many words, and counts once.
  holding: (...words) =>
    sql`select distinct record from search where words @@ ${words.map((word) => lexeme(cut(word))).join(' | ')}::tsquery`,
};

/** One word in the language of tsquery. */
const lexeme = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
