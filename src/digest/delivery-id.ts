import { createHash } from 'node:crypto';

/**
 * An id of 25 of `[a-z0-9]`, the room of a Discord nonce, of what it is made of: a schedule and its slot. 128 bits, the
 * same in every process.
 */
export function deliveryId(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest();
  return BigInt(`0x${digest.subarray(0, 16).toString('hex')}`)
    .toString(36)
    .padStart(25, '0');
}
