import type { Insertable, Selectable } from 'kysely';
import type { DeskArticle, DeskPage, Doer, Edits } from './desk-ports.ts';
import type { DeskArticleTable } from './desk-schema.ts';
import type { RecordName } from './edit-knowledge.ts';
import { instantColumn, readInstant } from './instants.ts';
import { parseJson } from './read-body.ts';

/** Numbers of events that one article can have: their ids end in `-e1` to `-e150`. */
const mostEvents = 150;

/** Names of all records that an article may have left. */
export const recordNames = (id: string): readonly RecordName[] => [
  { kind: 'article', id },
  ...Array.from({ length: mostEvents }, (_, at): RecordName => ({ kind: 'event', id: `${id}-e${at + 1}` })),
];

export const readDeskArticle = (
  row: Selectable<DeskArticleTable>,
): DeskArticle & { readonly number: number } => ({
  ...readPage(row.page),
  number: row.number,
  id: row.id,
  version: row.version,
  state: row.state,
  ...(row.standing === null ? {} : { standing: row.standing }),
  edits: readEdits(row.edits),
  by: { id: row.by_id, name: row.by_name },
  at: readInstant(row.at),
  changedAt: readInstant(row.changed_at),
});

/** Only we write these columns; a row that is none of ours reads as an empty article. */
export const readPage = (json: string): DeskPage => ({
  headline: '',
  text: '',
  published: '',
  ...(parseJson(json) as Partial<DeskPage> | undefined),
});

export const readEdits = (json: string): Edits => (parseJson(json) as Edits | undefined) ?? {};

export const doerColumns = ({ id, name }: Doer): { readonly by_id: string; readonly by_name: string } => ({
  by_id: id,
  by_name: name,
});

/** The row of an article that is new, without its number. */
export const newRow = (
  scope: string,
  id: string,
  page: DeskPage,
  linkKey: string | undefined,
  by: Doer,
  at: string,
): Insertable<DeskArticleTable> => ({
  scope,
  id,
  link_key: linkKey ?? null,
  page: JSON.stringify(page),
  version: 1,
  state: 'unreviewed',
  standing: null,
  edits: '{}',
  ...doerColumns(by),
  at: instantColumn(at),
  changed_at: instantColumn(at),
});

/** What of a page is its own, without the fields of the row. */
export const pageOf = (article: DeskPage): DeskPage => {
  const { headline, text, published, moment, publisher, byline, link, language, extras } = article;
  const known = Object.entries({ moment, publisher, byline, link, language, extras }).filter(
    ([, value]) => value !== undefined,
  );
  return { headline, text, published, ...Object.fromEntries(known) };
};
