import type * as z from 'zod';
import { explain } from './explain.ts';
import { type Fault, within } from './fault.ts';
import {
  type Article,
  articleFileSchema,
  type Entity,
  type Event,
  entitySchema,
  eventSchema,
  type KnowledgeData,
} from './model.ts';
import type { Placed, Records } from './records.ts';
import { validate } from './validate.ts';

/** What a file of the data holds. */
export type FileKind = 'article' | 'chronology' | 'entities';

/** A file of the data as read: its path is only used to name it. */
export interface DataFile {
  readonly file: string;
  readonly kind: FileKind;
  readonly text: string;
}

/** All of the data, or all that is wrong with it. */
export type Parsed =
  | { readonly ok: true; readonly data: KnowledgeData }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Collected = { -readonly [K in keyof Records]: Records[K] extends readonly (infer T)[] ? T[] : never } & {
  faults: Fault[];
};

/**
 * Reads and checks the texts of all data files. A fault in one record hides none in another: each record is
 * parsed by itself, and those that can be read are checked against each other.
 */
export function parseKnowledge(files: readonly DataFile[]): Parsed {
  const found: Collected = { articles: [], events: [], entities: [], broken: [], faults: [] };
  for (const file of files) parseFile(file, found);
  const faults = [...found.faults, ...validate(found)];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, data: inOrder(found) };
}

function parseFile(file: DataFile, found: Collected): void {
  const content = parseJson(file, found.faults);
  if (content === undefined) return;
  switch (file.kind) {
    case 'article':
      take(articleFileSchema, content, { file: file.file, field: '' }, found, (placed) => {
        const { $schema: _, ...record } = placed.record;
        found.articles.push({ ...placed, record });
      });
      break;
    case 'chronology':
      takeList(eventSchema, content, 'events', file.file, found, (placed) => found.events.push(placed));
      break;
    case 'entities':
      takeList(entitySchema, content, 'entities', file.file, found, (placed) => found.entities.push(placed));
      break;
  }
}

function parseJson(file: DataFile, faults: Fault[]): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(file.text);
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
      return content as Record<string, unknown>;
    }
    faults.push({ file: file.file, field: '', reason: 'holds no record, write fields between { and }' });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    faults.push({ file: file.file, field: '', reason: `is not JSON, mend it where it says: ${said}` });
  }
  return undefined;
}

interface Place {
  readonly file: string;
  readonly field: string;
}

function takeList<T>(
  schema: z.ZodType<T>,
  content: Record<string, unknown>,
  key: 'events' | 'entities',
  file: string,
  found: Collected,
  keep: (placed: Placed<T>) => void,
): void {
  for (const other of Object.keys(content)) {
    if (other === key || other === '$schema') continue;
    found.faults.push({ file, field: other, reason: `no such field, write "${key}" or leave it out` });
  }
  const list = content[key];
  if (!Array.isArray(list)) {
    found.faults.push({ file, field: key, reason: 'is missing, write a list between [ and ]' });
    return;
  }
  list.forEach((item, index) => {
    take(schema, item, { file, field: `${key}[${index}]` }, found, keep);
  });
}

/** Parses one record and keeps it; if it cannot be read, keeps its faults and its id, so that references to it are not faults too. */
function take<T>(
  schema: z.ZodType<T>,
  value: unknown,
  place: Place,
  found: Collected,
  keep: (placed: Placed<T>) => void,
): void {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) {
    keep({ ...place, record: result.data });
    return;
  }
  const id = idOf(value);
  if (id !== undefined) found.broken.push(id);
  for (const { field, reason } of explain(result.error.issues)) {
    const fault = { file: place.file, field: within(place.field, field), reason };
    found.faults.push(id === undefined ? fault : { ...fault, record: id });
  }
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' ? value.id : undefined;
}

/** Articles by date of publication, events by date, entities by id; so that the order of files makes no difference. */
function inOrder(found: Records): KnowledgeData {
  const by = <T extends { readonly id: string }>(date: (record: T) => string) => {
    const key = (record: T) => `${date(record)} ${record.id}`;
    return (one: T, other: T) => (key(one) < key(other) ? -1 : 1);
  };
  const records = <T>(placed: readonly Placed<T>[]) => placed.map(({ record }) => record);
  return {
    articles: records(found.articles).sort(by((article: Article) => article.published)),
    events: records(found.events).sort(by((event: Event) => event.date)),
    entities: records(found.entities).sort(by((_: Entity) => '')),
  };
}
