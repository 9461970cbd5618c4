import type { Article, Event } from '../knowledge/model.ts';
import { words } from '../text/fold.ts';

/** Fields whose text no question asks for: they would only make words look frequent. */
const silent: ReadonlySet<string> = new Set([
  'id',
  'url',
  'event',
  'form',
  'role',
  'status',
  'confidence',
  'date',
  'endDate',
  'asOf',
  'published',
]);

/**
 * The words that a record is found by, folded, each once: its prose and its names. An entity is found by the words
 * of its id too, because an event names its participants by it alone.
 */
export const searchWords = (record: Event | Article): ReadonlySet<string> =>
  new Set(texts(record).flatMap(words));

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(texts);
  return Object.entries(value).flatMap(([field, inner]) => (silent.has(field) ? [] : texts(inner)));
}
