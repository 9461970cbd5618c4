/**
 * A short name worked out from what it names, so that the same thing gets the same one: 10 of `[0-9a-z]`.
 * 53 bits of the cyrb53 hash (public domain, by bryc); for telling things apart, not for secrets.
 */
export function shortId(...parts: readonly string[]): string {
  const text = parts.join('\u0000');
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const hash = 4294967296 * (2097151 & low) + (high >>> 0);
  return hash.toString(36).padStart(10, '0').slice(-10);
}
