import type { Document } from './model.ts';

const bytesKey = '$bytes';
const instantKey = '$instant';
/** Holds the entries of an object that has one of these keys itself, so that it is not read as what it is not. */
const plainKey = '$plain';

/** A document, or anything that holds documents, as JSON for a store: bytes as base64, instants as ISO. */
export function encodeJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, inner: unknown) {
    const held = this[key];
    if (held instanceof Uint8Array) return { [bytesKey]: held.toBase64() };
    if (held instanceof Temporal.Instant) return { [instantKey]: held.toString() };
    return isReserved(inner) ? { [plainKey]: Object.entries(inner) } : inner;
  });
}

function isReserved(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return [bytesKey, instantKey, plainKey].some((key) => Object.hasOwn(value, key));
}

/** What `encodeJson` wrote, unchecked. @throws SyntaxError for anything that is not JSON */
export const decodeJson = (text: string): unknown => JSON.parse(text, (_, value: unknown) => revive(value));

function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const held = value as Record<string, unknown>;
  if (typeof held[bytesKey] === 'string') return Uint8Array.fromBase64(held[bytesKey]);
  if (typeof held[instantKey] === 'string') return Temporal.Instant.from(held[instantKey]);
  if (Array.isArray(held[plainKey])) return Object.fromEntries(held[plainKey] as [string, unknown][]);
  return value;
}

/** Whether a decoded value has the shape of a document: blocks and sources. Rows of older versions may not. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false;
  const { blocks, sources } = value as Partial<Document>;
  return Array.isArray(blocks) && Array.isArray(sources);
}
