import { decodeJson, encodeJson, isDocument } from '../../document/codec.ts';
import type { Document } from '../../document/model.ts';

/** One entry of a channel: what the desk said and, where somebody asked for it, what was typed or pressed. */
export interface ConsoleMessage {
  /** At most 25 of `[a-z0-9]`; the same marker is never stored twice. */
  readonly marker: string;
  readonly asked?: string;
  readonly document: Document;
}

/** A message that stands in a channel. `id` is the store's number, or `only-…` for one shown to a single reader. */
export interface StandingMessage extends ConsoleMessage {
  readonly id: string;
  readonly channel: string;
  /** ISO instant. */
  readonly at: string;
}

/** A message as text for the store. */
export const encodeMessage = (message: ConsoleMessage): string => encodeJson(message);

/** The message that a stored body holds; undefined when it is none of this version's. */
export function decodeMessage(body: string): ConsoleMessage | undefined {
  try {
    const read = decodeJson(body);
    return isMessage(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isMessage(value: unknown): value is ConsoleMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { marker, document } = value as Partial<ConsoleMessage>;
  return typeof marker === 'string' && isDocument(document);
}
