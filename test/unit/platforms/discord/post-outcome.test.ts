import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../../src/platforms/discord/fault.ts';
import { idsOf, isMarked, markPayload, nonceOf } from '../../../../src/platforms/discord/mark.ts';
import { postOutcome } from '../../../../src/platforms/discord/post-outcome.ts';
import { renderDiscord } from '../../../../src/platforms/discord/render.ts';
import { snowflakeOf } from '../../../../src/platforms/discord/snowflake.ts';
import { checkMessage } from '../../../support/discord/rules.ts';
import { sampleDocuments } from '../../../support/sample-documents.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const thrown = (fields: object) => Object.assign(new Error('No'), fields);
const outcome = (fields: object) => postOutcome(faultOf(thrown(fields)), now);

describe('what a failed post means', () => {
  it.each([
    ['an unknown channel', { status: 404, code: 10003 }, 'refused', true],
    ['lost access', { status: 403, code: 50001 }, 'refused', true],
    ['a missing permission', { status: 403, code: 50013 }, 'refused', true],
    ['a refused token', { status: 401, code: 0 }, 'refused', true],
    ['a first copy that was deleted', { status: 404, code: 10008 }, 'refused', false],
    ['a body Discord does not take', { status: 400, code: 50035 }, 'refused', false],
  ])('%s', (_, fields, state, gone) => {
    expect(outcome(fields)).toMatchObject({ state, gone });
  });

  it.each([
    ['a server error', { status: 500 }],
    ['a reset', { code: 'ECONNRESET' }],
    ['a closed socket', { code: 'UND_ERR_SOCKET' }],
    ['no answer in time', { name: 'AbortError', code: 20 }],
    ['anything unknown', {}],
  ])('nobody knows after %s', (_, fields) => {
    expect(outcome(fields).state).toBe('doubt');
  });

  it('is sent later when Discord asks for it or was never reached', () => {
    expect(outcome({ retryAfter: 1500, timeToReset: 1000 })).toMatchObject({
      state: 'later',
      at: now.add({ milliseconds: 1500 }),
    });
    expect(outcome({ code: 'ECONNREFUSED' })).toMatchObject({ state: 'later', at: now.add({ seconds: 30 }) });
  });

  it.each([
    ['a global limit, for the whole bot', { global: true, scope: 'global' }, 'platform', true],
    ['a limit of the channel', { global: false, scope: 'user' }, 'channel', true],
    ['a limit shared with others, which is not held against us', { scope: 'shared' }, 'channel', false],
  ])('tells %s', (_, fields, reach, counted) => {
    expect(outcome({ ...fields, retryAfter: 1500, timeToReset: 900 })).toMatchObject({ reach, counted });
  });

  it('does not count a limit that it knew of before it asked', () => {
    expect(outcome({ scope: 'user', retryAfter: 900, timeToReset: 900 })).toMatchObject({ counted: false });
  });

  it('never repeats an address or a header of the call', () => {
    const fault = faultOf(
      thrown({ url: 'https://discord.com/api/webhooks/1/secret-token', headers: { a: 'secret' } }),
    );
    expect(JSON.stringify(fault)).not.toContain('secret');
  });
});

describe('markers', () => {
  it.each(Object.entries(sampleDocuments))('fit %s, show nothing, and are found again', (_, document) => {
    const [payload] = renderDiscord(document);
    if (payload === undefined) throw new Error('no payload');
    const marked = markPayload(payload, 'd4k2x');
    expect(checkMessage(marked, 'MessageCreateRequestSchema')).toEqual([]);
    const visible = (value: unknown) =>
      JSON.stringify(value, (key, each) => (key === 'id' ? undefined : each));
    expect(visible(marked)).toBe(visible(payload));
    expect(isMarked(marked.components, 'd4k2x')).toBe(true);
    expect(isMarked(marked.components, 'd4k2y')).toBe(false);
    expect(isMarked(payload.components, 'd4k2x')).toBe(false);
  });

  it.each([[undefined], [[]], [[{ id: 1 }]], [[null]], ['text']])('are not found in %j', (components) => {
    expect(isMarked(components, 'd4k2x')).toBe(false);
  });

  it('are positive 32-bit numbers that differ', () => {
    const seen = new Set<string>();
    for (let count = 0; count < 2000; count += 1) {
      const [outer, inner] = idsOf(`m${count}`);
      expect(outer).not.toBe(inner);
      for (const id of [outer, inner]) expect(id > 0 && id <= 0x7fff_ffff).toBe(true);
      seen.add(`${outer}/${inner}`);
    }
    expect(seen.size).toBe(2000);
  });

  it('give each message of a document a nonce of its own, the last one theirs', () => {
    const nonces = [0, 1, 2].map((index) => nonceOf('d4k2x', index, 3));
    expect(new Set(nonces).size).toBe(3);
    expect(nonces[2]).toBe('d4k2x');
    for (const nonce of nonces) expect(nonce).toMatch(/^[a-z0-9]{1,25}$/);
  });
});

describe('snowflakes', () => {
  it('are those of Discord’s own example', () => {
    expect(snowflakeOf(Temporal.Instant.from('2016-04-30T11:18:25.796Z'))).toBe('175928847298985984');
  });

  it('do not go below the first', () => {
    expect(snowflakeOf(Temporal.Instant.from('2001-06-15T00:00:00Z'))).toBe('0');
  });
});
