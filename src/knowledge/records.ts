import { type Fault, within } from './fault.ts';
import type { Article, Entity, Event } from './model.ts';

/** A record and where it stands. */
export interface Placed<T> {
  readonly file: string;
  /** `events[3]`; empty where the file is the record. */
  readonly field: string;
  readonly record: T;
}

/** Records that could be read, one by one, and the ids of those that could not. */
export interface Records {
  readonly articles: readonly Placed<Article>[];
  readonly events: readonly Placed<Event>[];
  readonly entities: readonly Placed<Entity>[];
  readonly broken: readonly string[];
}

/** A record of any type. */
export type Any = Placed<Article | Event | Entity>;

/** A fault in a field of a record that could be read. */
export function faultIn(placed: Any, field: string, reason: string): Fault {
  const { file, record } = placed;
  return { file, field: within(placed.field, field), reason, record: record.id };
}
