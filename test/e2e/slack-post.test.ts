import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/model.ts';
import type { Place } from '../../src/store/ports.ts';
import { sampleDocuments } from '../support/sample-documents.ts';
import { freePort, type Harness, startHarness } from '../support/slack/harness.ts';
import { world } from '../support/slack/stand-in.ts';
import type { Fault } from '../support/slack/web-side.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ over: 'http' });
});
afterEach(() => expect(harness.gate.violations()).toEqual([]));
afterAll(() => harness[Symbol.asyncDispose]());

const place: Place = { platform: 'slack', workspace: world.team, channel: world.channel };
const edition = sampleDocuments.digest as Document;
let count = 0;
const newMarker = (): string => `m${++count}abc`;
const post = (marker: string, where = place) => harness.adapter.post(where, edition, marker);
const find = (marker: string, where = place) =>
  harness.adapter.find(where, marker, Temporal.Now.instant().subtract({ seconds: 2 }));
const posts = () => harness.gate.web.calls.filter(({ method }) => method === 'chat.postMessage').length;

describe('posting an edition', () => {
  test('is sent once, with its marker where it can be found and nowhere else', async () => {
    const marker = newMarker();
    const outcome = await post(marker);
    expect(outcome).toMatchObject({ state: 'sent' });
    const body = harness.gate.web.calls.at(-1)?.body ?? {};
    expect(body.metadata).toEqual({ event_type: 'dateline_edition', event_payload: { delivery: marker } });
    expect(JSON.stringify([body.blocks, body.text])).not.toContain(marker);
    expect(await find(marker)).toEqual({
      state: 'found',
      messageId: (outcome as { messageId: string }).messageId,
    });
  });

  test.each<readonly [string, Fault, 'taken' | 'not taken']>([
    ['a lost response', { kind: 'lost' }, 'taken'],
    ['an answer cut short', { kind: 'garbled' }, 'taken'],
    ['a 502 after it was taken', { kind: 'status', status: 502, commit: true }, 'taken'],
    ['a 503 before it was taken', { kind: 'status', status: 503, commit: false }, 'not taken'],
    ['Slack’s internal_error', { kind: 'error', code: 'internal_error' }, 'not taken'],
    ['Slack’s fatal_error', { kind: 'error', code: 'fatal_error' }, 'not taken'],
  ])('%s leaves doubt after one attempt, which looking in the channel settles', async (_, fault, fate) => {
    const marker = newMarker();
    const before = posts();
    harness.gate.web.fail('chat.postMessage', fault);
    expect(await post(marker)).toMatchObject({ state: 'doubt' });
    expect(posts()).toBe(before + 1);
    expect(await find(marker)).toMatchObject({ state: fate === 'taken' ? 'found' : 'absent' });
  });

  test('a rate limit means later, at the time that Slack says, and holds up no other call', async () => {
    harness.gate.web.fail('chat.postMessage', { kind: 'limited', seconds: 30 });
    const begun = Temporal.Now.instant();
    const outcome = await post(newMarker());
    if (outcome.state !== 'later') throw new Error(`not later but ${outcome.state}`);
    const seconds = outcome.at.since(begun).total('seconds');
    expect(seconds).toBeGreaterThanOrEqual(30);
    expect(seconds).toBeLessThan(33);
    expect(await post(newMarker())).toMatchObject({ state: 'sent' });
  });

  test.each([
    ['channel_not_found', true],
    ['not_in_channel', true],
    ['is_archived', true],
    ['account_inactive', true],
    ['invalid_auth', true],
    ['token_revoked', true],
    ['missing_scope', true],
    ['msg_too_long', false],
    ['restricted_action', true],
  ])('%s is a refusal; somebody has to mend it: %s', async (code, gone) => {
    // One of its own: a token that was refused is refused for a while without a call.
    await using own = await startHarness({ over: 'http' });
    own.gate.web.fail('chat.postMessage', { kind: 'error', code });
    const outcome = await own.adapter.post(place, edition, newMarker());
    expect(outcome).toMatchObject({ state: 'refused', gone, reason: expect.stringContaining(code) });
  });

  test('a channel that there is not is refused by the stand-in too', async () => {
    expect(await post(newMarker(), { ...place, channel: 'C0NOWHERE' })).toMatchObject({
      state: 'refused',
      gone: true,
    });
  });

  test('where no connection comes about nothing was sent, so it is tried later', async () => {
    await using off = await startHarness({
      over: 'http',
      settings: { apiUrl: `http://127.0.0.1:${await freePort()}/api/` },
      connect: false,
    });
    expect(await off.adapter.post(place, edition, newMarker())).toMatchObject({ state: 'later' });
  });
});

describe('looking for an edition', () => {
  test.each(['missing_scope', 'not_in_channel', 'channel_not_found'])('%s: nobody knows', async (code) => {
    harness.gate.web.fail('conversations.history', { kind: 'error', code });
    expect(await find(newMarker())).toEqual({ state: 'unknown', reason: code });
  });

  test('passing trouble is tried through', async () => {
    harness.gate.web.fail(
      'conversations.history',
      { kind: 'status', status: 500, commit: false },
      { kind: 'limited', seconds: 1 },
    );
    expect(await find(newMarker())).toEqual({ state: 'absent' });
  });

  test('a message with the marker that is not ours does not count', async () => {
    const marker = newMarker();
    const metadata = { event_type: 'dateline_edition', event_payload: { delivery: marker } };
    const webhook = harness.gate.standIn;
    await webhook.call('chat.postMessage', {
      channel: world.channel,
      text: 'x',
      metadata: { ...metadata, event_type: 'theirs' },
    });
    expect(await find(marker)).toEqual({ state: 'absent' });
  });

  test('all pages are looked through', async () => {
    const marker = newMarker();
    await post(marker);
    const { standIn } = harness.gate;
    await Promise.all(
      Array.from({ length: 230 }, (_, index) =>
        standIn.call('chat.postMessage', { channel: world.channel, text: `chatter ${index}` }),
      ),
    );
    expect(await find(marker)).toMatchObject({ state: 'found' });
  });

  test('a message from long before does not count', async () => {
    const marker = newMarker();
    await post(marker);
    const later = Temporal.Now.instant().add({ seconds: 60 });
    expect(await harness.adapter.find(place, marker, later)).toEqual({ state: 'absent' });
  });
});
