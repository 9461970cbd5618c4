/** What the guard looks at in a request; header values as received. */
export interface Knock {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly site: string | undefined;
  readonly contentType: string | undefined;
}

/** Why a request is turned away. */
export interface Refusal {
  readonly status: 403 | 415;
  readonly sentence: string;
}

/** The names by which a browser on this machine reaches a loopback port. */
export function hostsOf(port: number): readonly string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/**
 * The console has no log-in, so it answers only its own page. A foreign name in `Host` is DNS rebinding; a foreign
 * `Origin` or `Sec-Fetch-Site` is another site's script; JSON alone makes such a script ask first (CORS preflight).
 * Programs that are no browsers send neither header and may post. Undefined: let it in.
 */
export function refuse(knock: Knock, hosts: readonly string[]): Refusal | undefined {
  if (knock.host === undefined || !hosts.includes(knock.host.toLowerCase())) {
    return { status: 403, sentence: `Open the console by its own address, http://${hosts[0]}.` };
  }
  const reading = knock.method === 'GET' || knock.method === 'HEAD';
  if (reading) return knock.path === '/' || fromHere(knock.site) ? undefined : foreign;
  const ours = knock.origin === undefined || hosts.some((host) => knock.origin === `http://${host}`);
  if (!ours || !fromHere(knock.site)) return foreign;
  const json = /^application\/json\s*(;|$)/i.test(knock.contentType ?? '');
  return json ? undefined : { status: 415, sentence: 'Send JSON, as application/json.' };
}

const foreign: Refusal = { status: 403, sentence: 'The console answers its own page only.' };

/** `none` is an address typed by hand. */
const fromHere = (site: string | undefined): boolean =>
  site === undefined || site === 'same-origin' || site === 'none';

/** Sent with every answer: nothing from elsewhere is loaded, nothing elsewhere may frame or read it. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};
