import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../../src/errors.ts';
import {
  appTokenError,
  botTokenError,
  postOutcome,
  readFault,
  refusalOf,
} from '../../../../src/platforms/slack/faults.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const said = (error: unknown) => ({ code: 'slack_webapi_platform_error', data: { ok: false, error } });
const request = (code: string) => ({
  code: 'slack_webapi_request_error',
  original: { message: 'fetch failed', cause: { code } },
});
const outcome = (thrown: unknown) => postOutcome(readFault(thrown), now);

describe('what became of a message', () => {
  test.each(['ECONNRESET', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
    'a connection that ends with %s leaves doubt',
    (code) => expect(outcome(request(code))).toEqual({ state: 'doubt', reason: code }),
  );

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'with %s there was none, so nothing was sent',
    (code) =>
      expect(outcome(request(code))).toEqual({ state: 'later', reason: code, at: now.add({ minutes: 1 }) }),
  );

  test('an answer that is no JSON is no refusal, though the library says so', () => {
    expect(outcome(said('<html>502 Bad Gateway</html>'))).toMatchObject({ state: 'doubt' });
    expect(outcome(said('{"ok":tr'))).toMatchObject({ state: 'doubt' });
    expect(outcome(said(undefined))).toMatchObject({ state: 'doubt' });
  });

  test.each([
    [400, 'refused'],
    [404, 'refused'],
    [408, 'doubt'],
    [500, 'doubt'],
    [504, 'doubt'],
  ])('HTTP %i is %s', (statusCode, state) => {
    expect(outcome({ code: 'slack_webapi_http_error', statusCode })).toMatchObject({ state });
  });

  test('a rate limit of no time is still a second', () => {
    const limited = { code: 'slack_webapi_rate_limited_error', retryAfter: 0 };
    expect(outcome(limited)).toMatchObject({ state: 'later', at: now.add({ seconds: 1 }) });
  });

  test.each([undefined, null, 'text', 7, {}, new Error('x'), new DOMException('late', 'TimeoutError')])(
    'anything else (%s) leaves doubt',
    (thrown) => expect(outcome(thrown)).toMatchObject({ state: 'doubt' }),
  );
});

describe('a refused token', () => {
  test.each(['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'])('%s is one', (code) => {
    expect(refusalOf(readFault(said(code)))).toBe(code);
  });

  test.each(['internal_error', 'ratelimited', 'channel_not_found', 'not_in_channel'])(
    '%s is none',
    (code) => {
      expect(refusalOf(readFault(said(code)))).toBeUndefined();
    },
  );

  test('names its setting and what to do, in one line', () => {
    for (const [error, name] of [
      [botTokenError('invalid_auth'), 'SLACK_BOT_TOKEN'],
      [appTokenError('invalid_auth'), 'SLACK_APP_TOKEN'],
    ] as const) {
      expect(error).toBeInstanceOf(ConfigError);
      expect(error.faults).toHaveLength(1);
      expect(error.message).toMatch(new RegExp(`^${name}: .*\\(invalid_auth\\); \\w.*\\.$`));
    }
  });
});
