import { createHmac } from 'node:crypto';
import { world } from './stand-in.ts';

export interface SignedAnswer {
  readonly status: number;
  /** Milliseconds. */
  readonly after: number;
  readonly body: string;
}

/** How a request differs from one of Slack's. */
export interface Forgery {
  readonly secret?: string;
  /** Seconds before now. */
  readonly age?: number;
  /** Body that is sent in place of the signed one. */
  readonly swapped?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends what Slack would send: commands and interactions as a form, events as JSON; signed over the raw body. */
export async function sendSigned(
  url: string,
  payload: { readonly form: Readonly<Record<string, string>> } | { readonly json: unknown },
  forgery: Forgery = {},
): Promise<SignedAnswer> {
  const isForm = 'form' in payload;
  const body = isForm ? new URLSearchParams(payload.form).toString() : JSON.stringify(payload.json);
  const timestamp = String(Math.floor(Date.now() / 1000) - (forgery.age ?? 0));
  const secret = forgery.secret ?? world.signingSecret;
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const begun = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...forgery.headers,
    },
    body: forgery.swapped ?? body,
    signal: AbortSignal.timeout(10_000),
  });
  return { status: response.status, after: performance.now() - begun, body: await response.text() };
}
