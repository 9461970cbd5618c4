import { ReaderError } from '../../errors.ts';
import { shorten } from '../../options.ts';
import { isAddress, privateKind } from './public-address.ts';

/** Longest address that is looked at. */
const longest = 2_048;
const ports: ReadonlySet<string> = new Set(['', '80', '443']);

/** Names that lead to this machine, its network or a cloud's own services, whatever a resolver says of them. */
const localName =
  /^(?:localhost|metadata|instance-data)$|\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|in-addr\.arpa|ip6\.arpa|onion)$/;

/**
 * The address, where it may be fetched as far as its words tell: on the web, on its usual ports, without a password, and
 * no address within a private network in whatever spelling. Names still have to be resolved and their addresses checked.
 * @param allow `host:port` pairs that may be fetched although they are private
 * @throws ReaderError with one sentence that says why not
 */
export function checkUrl(typed: string, allow: ReadonlySet<string>): URL {
  const url = readUrl(typed);
  if (url.username !== '' || url.password !== '')
    throw new ReaderError('That link holds a user name or password; give it without.');
  if (allow.has(pairOf(url))) return url;
  if (!ports.has(url.port))
    throw new ReaderError(`Pages are read on ports 80 and 443 alone, and that link names port ${url.port}.`);
  checkHost(bareHost(url));
  return url;
}

function readUrl(typed: string): URL {
  if (typed.length > longest)
    throw new ReaderError(
      `That link is longer than ${longest.toLocaleString('en-GB')} characters; give a shorter one.`,
    );
  // The parser of the platform first: it turns 2130706433, 0x7f.1 and ①②⑦.⓪.⓪.① into what they mean.
  const url = URL.parse(typed.trim());
  if (url === null)
    throw new ReaderError(`“${shorten(typed)}” is no link; give one that starts with https://.`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new ReaderError(
      `Only https and http links are read, and that one starts with ${url.protocol.replace(':', '')}.`,
    );
  return url;
}

function checkHost(host: string): void {
  if (isAddress(host)) {
    checkAddress(host, host);
    return;
  }
  if (localName.test(host) || !host.includes('.'))
    throw new ReaderError(
      `“${shorten(host)}” is a name within a private network; give a page on the public web.`,
    );
}

/** @throws ReaderError for an address that is not public, whose host is `host` */
export function checkAddress(address: string, host: string): void {
  const kind = privateKind(address);
  if (kind === undefined) return;
  const named = address === host ? address : `${shorten(host)} (${address})`;
  throw new ReaderError(`${named} is a ${kind} address and not on the public web; nothing there is read.`);
}

/** `host:port` with the port that is meant where none is written. */
export const pairOf = (url: URL): string => {
  const usual = url.protocol === 'https:' ? '443' : '80';
  return `${bareHost(url)}:${url.port === '' ? usual : url.port}`;
};

/** The host without the brackets of IPv6 and the dot at the end of a full name. */
export const bareHost = (url: URL): string =>
  url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
    .toLowerCase();
