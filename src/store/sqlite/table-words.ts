import type { TableWords } from '../table-words.ts';

/** STRICT keeps columns to their types. */
export const sqliteWords: TableWords = {
  text: 'text',
  key: 'integer primary key',
  serial: 'integer primary key autoincrement',
  reference: 'integer',
  table: ' strict',
  lookup: ' strict, without rowid',
  search: [
    // Only the index: the text itself is in the record's body. Words come folded and cut, so that the tokenizer has
    // nothing to do but to part them at spaces: it takes all that is not ASCII for letters, and here the point too.
    `create virtual table search using fts5 (
      words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.'"
    )`,
    `create trigger record_leaves_search after delete on record begin
      delete from search where rowid = old.key;
    end`,
  ],
};
