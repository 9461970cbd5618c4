import { createHash } from 'node:crypto';
import type { Component, DiscordPayload } from './components.ts';

/**
 * A marker as the two component ids that carry it. Readers never see the id of a component, Discord keeps those it is
 * given, and every message has two components at least, with buttons or without.
 * Together they hold 60 bits of the marker's hash: enough to tell the few messages of one channel apart.
 * Source: docs.discord.com/developers/components/reference (anatomy of a component: `id`, 32-bit, unique in a message)
 */
export function idsOf(marker: string): readonly [number, number] {
  const hash = createHash('sha256').update(marker).digest();
  const first = idOf(hash.readUInt32BE(0));
  const second = idOf(hash.readUInt32BE(4));
  return first === second ? [first, first ^ 1] : [first, second];
}

/** Between 2^30 and 2^31: a positive 32-bit number far from those that Discord counts up from 1. */
const idOf = (bits: number): number => 0x4000_0000 + (bits & 0x3fff_ffff);

/** The payload with the marker in the ids of its container and of the container's first component. */
export function markPayload(payload: DiscordPayload, marker: string): DiscordPayload {
  const [outer, inner] = idsOf(marker);
  const [container] = payload.components;
  const components: readonly Component[] = container.components.map((component, index) =>
    index === 0 ? { ...component, id: inner } : component,
  );
  return { ...payload, components: [{ ...container, id: outer, components }] };
}

/** Whether components that Discord sent back carry the marker. */
export function isMarked(components: unknown, marker: string): boolean {
  const [outer, inner] = idsOf(marker);
  // A mention stands before the container.
  const sent: readonly (Sent | null)[] = Array.isArray(components) ? components : [];
  return sent.some((each) => each?.id === outer && firstOf(each.components)?.id === inner);
}

interface Sent {
  readonly id?: unknown;
  readonly components?: unknown;
}

function firstOf(components: unknown): Sent | undefined {
  const first: unknown = Array.isArray(components) ? components[0] : undefined;
  return typeof first === 'object' && first !== null ? first : undefined;
}

/**
 * The nonce of each message of a document. The last one has the marker itself, so that finding it means that all stand;
 * the earlier ones have one derived from it. Discord takes at most 25 characters.
 */
export function nonceOf(marker: string, index: number, count: number): string {
  if (index === count - 1) return marker;
  return createHash('sha256').update(`${marker}/${index}`).digest('hex').slice(0, 25);
}
