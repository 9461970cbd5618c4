import type * as z from 'zod';
import {
  type Article,
  articleSchema,
  type Entity,
  type Event,
  entitySchema,
  eventSchema,
} from '../knowledge/model.ts';

interface Bodies {
  article: Article;
  event: Event;
  entity: Entity;
}

const schemas: { readonly [K in keyof Bodies]: z.ZodType<Bodies[K]> } = {
  article: articleSchema,
  event: eventSchema,
  entity: entitySchema,
};

/** Records of one kind from their bodies. One that this version cannot read is left out, so that it never breaks a list. */
export const readBodies = <K extends keyof Bodies>(
  kind: K,
  rows: readonly { readonly body: string }[],
): readonly Bodies[K][] => rows.flatMap(({ body }) => readBody(kind, body) ?? []);

/** One record, or undefined when the body is no such record. */
export function readBody<K extends keyof Bodies>(kind: K, body: string): Bodies[K] | undefined {
  const value = parseJson(body);
  const parsed = schemas[kind].safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** JSON of a column; undefined when it is none: a row that somebody else wrote must not break a list. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
