import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Article, Entity, Event, KnowledgeData, Participant } from '../knowledge/model.ts';
import { firstDay, lastDay } from './day-range.ts';
import { monthDaysOf } from './month-days.ts';
import type { RecordKind, RecordTable } from './schema.ts';
import { searchWords } from './search-text.ts';

/** A record on its way into the store: cheap to make, so that an unchanged one costs its hash alone. */
export interface Encoded {
  readonly kind: RecordKind;
  readonly id: string;
  readonly body: string;
  readonly hash: string;
  readonly record: Article | Event | Entity;
}

/**
 * Goes up when records are to be indexed in another way: all of them are then replaced at the next import. A caller that
 * skips imports of unchanged files must be made to import once more, by a migration.
 */
const indexing = '1';

/** All records of some data, encoded. */
export const encodeAll = (data: KnowledgeData): readonly Encoded[] => [
  ...data.articles.map((article) => encode('article', article)),
  ...data.events.map((event) => encode('event', event)),
  ...data.entities.map((entity) => encode('entity', entity)),
];

function encode(kind: RecordKind, record: Article | Event | Entity): Encoded {
  const body = JSON.stringify(record);
  return { kind, id: record.id, body, hash: hashOf([indexing, body]), record };
}

/** A short hash of texts: 16 of `[0-9a-f]`. */
export function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** The row of a record. */
export function recordRow(scope: string, { kind, id, body, hash, record }: Encoded): Insertable<RecordTable> {
  const { date, end } = datesOf(record);
  return {
    scope,
    kind,
    id,
    date,
    body,
    hash,
    first: date && firstDay(date),
    last: date && lastDay(later(date, end)),
  };
}

interface Dates {
  readonly date: string;
  readonly end: string;
}

function datesOf(record: Article | Event | Entity): Dates {
  if ('statements' in record) return { date: record.published, end: record.published };
  if ('summary' in record) return { date: record.date, end: record.endDate ?? record.date };
  return { date: '', end: '' };
}

const later = (one: string, other: string): string => (lastDay(one) > lastDay(other) ? one : other);

/** What leads to a record: entities (with the part they have), month-days and words. */
export interface Leads {
  readonly mentions: ReadonlyMap<string, 0 | 1>;
  readonly monthDays: readonly string[];
  readonly words: ReadonlySet<string>;
}

/** What leads to a record. Entities are not searched for here: the whole list of them is read. */
export function leadsOf(record: Article | Event | Entity): Leads {
  if (!('quotations' in record)) return { mentions: new Map(), monthDays: [], words: new Set() };
  const parts = 'statements' in record ? partsOfArticle(record) : entitiesIn(record.participants);
  const voices = record.quotations.flatMap(({ speaker, addressee }) =>
    entitiesIn(addressee === undefined ? [speaker] : [speaker, addressee]),
  );
  return {
    mentions: new Map([...voices.map((id) => [id, 0] as const), ...parts.map((id) => [id, 1] as const)]),
    monthDays: 'statements' in record ? [] : monthDaysOf(record),
    words: searchWords(record),
  };
}

const partsOfArticle = ({ entities, statements }: Article): readonly string[] => [
  ...entities,
  ...statements.flatMap((statement) => statement.entities),
];

const entitiesIn = (participants: readonly Participant[]): readonly string[] =>
  participants.flatMap((each) => ('entity' in each ? [each.entity] : []));
