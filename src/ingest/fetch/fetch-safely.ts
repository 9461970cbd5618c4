import { lookup as resolve } from 'node:dns/promises';
import { type ClientRequest, Agent as HttpAgent, request as http, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as https } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { ReaderError } from '../../errors.ts';
import { bareHost, checkAddress, checkUrl, pairOf } from './check-url.ts';
import { readBody } from './read-body.ts';

interface Address {
  readonly address: string;
  readonly family: number;
}

/** What the edge decides. */
export interface FetchRules {
  /** Milliseconds for everything: names, redirects and the last byte. */
  readonly within: number;
  /** Most bytes, decompressed. */
  readonly bytes: number;
  /** `host:port` pairs that may be fetched although they are private: for tests, and for an operator's own pages. */
  readonly allow?: ReadonlySet<string>;
  /** All addresses of a name; that of the machine unless told. */
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
}

export interface Fetched {
  /** Where it was found in the end. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const mostRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches from the public web and from nowhere else. Each address, the first and those of redirects, is checked by
 * itself; a name is resolved once, all its addresses have to be public, and the connection goes to one of those that
 * were checked. No proxy of the environment, no cookie and no password is used.
 * @throws ReaderError with one sentence that says why not
 */
export async function fetchSafely(
  address: string,
  rules: FetchRules,
  asked: Readonly<Record<string, string>> = {},
  stop?: AbortSignal,
): Promise<Fetched> {
  const late = AbortSignal.timeout(rules.within);
  const signal = stop === undefined ? late : AbortSignal.any([late, stop]);
  let next = address;
  try {
    for (let count = 0; count <= mostRedirects; count++) {
      const url = checkUrl(next, rules.allow ?? new Set());
      const answer = await call(url, rules, asked, signal);
      const target = redirects.has(answer.statusCode ?? 0) ? answer.headers.location : undefined;
      if (target === undefined) return await take(url, answer, rules);
      answer.destroy();
      next = URL.parse(target, url)?.href ?? target;
    }
  } catch (fault) {
    throw worded(fault, late, rules, address);
  }
  throw new ReaderError(`That link is passed on more than ${mostRedirects} times; give the last one.`);
}

async function take(url: URL, answer: IncomingMessage, rules: FetchRules): Promise<Fetched> {
  const encoding = answer.headers['content-encoding'] ?? '';
  const body = await readBody(answer, encoding, rules.bytes, bareHost(url));
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
  return { url: url.href, status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body };
}

async function call(
  url: URL,
  rules: FetchRules,
  asked: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const addresses = await addressesOf(url, rules, signal);
  const [request, agent] =
    url.protocol === 'https:'
      ? [https, new HttpsAgent({ keepAlive: false })]
      : [http, new HttpAgent({ keepAlive: false })];
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const calling = request(url, {
    agent,
    signal,
    lookup: pinned(addresses),
    headers: { 'user-agent': 'Dateline (news desk)', 'accept-encoding': 'gzip, br', ...asked },
  });
  calling.on('response', resolve).on('error', reject);
  refuseOthers(calling, addresses);
  calling.end();
  return promise;
}

async function addressesOf(url: URL, rules: FetchRules, signal: AbortSignal): Promise<readonly Address[]> {
  const host = bareHost(url);
  const family = isIP(host);
  const allowed = rules.allow?.has(pairOf(url)) === true;
  if (family !== 0) return [{ address: host, family }];
  const found = await sooner((rules.resolve ?? resolveAll)(host), signal);
  if (found.length === 0) throw new ReaderError(`There is no site ${host}; look at the link again.`);
  if (!allowed) for (const { address } of found) checkAddress(address, host);
  return found;
}

const resolveAll = (host: string): Promise<readonly Address[]> => resolve(host, { all: true });

/** What is waited for, or a rejection as soon as the signal fires: a resolver cannot be told to stop. */
function sooner<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return Promise.race([work, promise]);
}

/** A resolver that knows nothing but what was checked: a second answer of the name server can change nothing. */
const pinned =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

/** Should the connection ever go elsewhere, it ends before a byte is sent. */
function refuseOthers(calling: ClientRequest, addresses: readonly Address[]): void {
  const known = new Set(addresses.map(({ address }) => address));
  calling.on('socket', (socket) =>
    socket.on('connect', () => {
      const peer = socket.remoteAddress ?? '';
      if (!known.has(peer) && !known.has(peer.replace(/^::ffff:/, '')))
        socket.destroy(
          new ReaderError('The connection went to another address than the one that was checked.'),
        );
    }),
  );
}

/** Faults of the network as one sentence. */
function worded(fault: unknown, late: AbortSignal, rules: FetchRules, address: string): unknown {
  if (fault instanceof ReaderError) return fault;
  const host = URL.parse(address)?.hostname ?? address;
  if (late.aborted)
    return new ReaderError(
      `${host} took longer than ${rules.within / 1_000} s to send its page; try again later.`,
    );
  if (!(fault instanceof Error) || fault.name === 'AbortError') return fault;
  const code = 'code' in fault ? String(fault.code) : fault.message;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new ReaderError(`There is no site ${host}; look at the link again.`);
  return new ReaderError(`${host} could not be read (${code}); try again later.`, { cause: fault });
}
