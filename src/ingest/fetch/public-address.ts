import ipaddr from 'ipaddr.js';

/** IPv6 addresses that are given out to anybody: everything else is reserved, or a tunnel to something else (RFC 4291, 2.4). */
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** Whether a host is an address and no name. */
export const isAddress = (host: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(host) || ipaddr.IPv6.isValid(host);

/**
 * What kind of address it is where it is not a public one, such as `loopback`; undefined for a public one. IPv4 within
 * IPv6 is judged as the IPv4 that it is.
 * @param address in any spelling that a resolver gives, without brackets
 */
export function privateKind(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return 'unreadable';
  const parsed = unmapped(ipaddr.parse(address));
  const range = parsed.range();
  if (range !== 'unicast') return wordsFor[range] ?? 'reserved';
  const isPublic = parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
  return isPublic ? undefined : 'reserved';
}

const wordsFor: Readonly<Record<string, string>> = {
  loopback: 'loopback',
  private: 'private',
  uniqueLocal: 'private',
  linkLocal: 'link-local',
  carrierGradeNat: 'private',
  multicast: 'multicast',
  broadcast: 'broadcast',
  unspecified: 'unspecified',
  rfc6052: 'translated',
  '6to4': 'translated',
  teredo: 'translated',
};

/** `::ffff:127.0.0.1` → `127.0.0.1`. */
const unmapped = (address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 =>
  address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
