import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDiscordAdapter } from '../../src/platforms/discord/adapter.ts';
import type { PlatformAdapter } from '../../src/platforms/platform.ts';
import type { Place } from '../../src/store/ports.ts';
import { createLog, openWorld, type World } from '../support/discord/world.ts';
import { sampleDocuments } from '../support/sample-documents.ts';
import { type Harness, startHarness } from '../support/slack/harness.ts';
import { world as slackWorld } from '../support/slack/stand-in.ts';

// Changes to messages that stand: edits keep the marker and shut mentions off; mentions are let through one by one.

const before = sampleDocuments.digest;
const after = sampleDocuments.notice;
if (before === undefined || after === undefined) throw new Error('no samples');
const since = (): Temporal.Instant => Temporal.Now.instant().subtract({ seconds: 30 });

describe('Discord', () => {
  let world: World;
  let adapter: PlatformAdapter;
  beforeAll(async () => {
    world = await openWorld();
    const log = createLog();
    adapter = createDiscordAdapter(
      { token: world.token, apiUrl: world.gate.url },
      { log, clock: () => Temporal.Now.instant() },
    );
    const desk = { commands: [], dispatch: async () => after, complete: async () => [] };
    await adapter.connect(desk);
  }, 30_000);
  afterAll(async () => {
    await adapter[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  test('an edit stands in the place of the message and keeps its marker', async () => {
    const posted = await adapter.post(world.place, before, 'editme1');
    const messageId = posted.state === 'sent' ? posted.messageId : '';
    expect(await adapter.changes?.edit(world.place, messageId, after, 'editme1')).toEqual({ state: 'done' });
    const patch = world.gate.calls.findLast(({ method }) => method === 'PATCH');
    expect(patch?.body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(await adapter.find(world.place, 'editme1', since())).toEqual({ state: 'found', messageId });
    expect(world.gate.faults).toEqual([]);
  });

  test('an edit brings the picture of the message with it', async () => {
    const picture = sampleDocuments.picture;
    if (picture === undefined) throw new Error('no sample with a picture');
    const posted = await adapter.post(world.place, picture, 'drawn1');
    const messageId = posted.state === 'sent' ? posted.messageId : '';
    expect(await adapter.changes?.edit(world.place, messageId, picture, 'drawn1')).toEqual({ state: 'done' });
    const patch = world.gate.calls.findLast(({ method }) => method === 'PATCH');
    expect(patch?.body).toMatchObject({ attachments: [{ id: '0' }] });
    expect(world.gate.faults).toEqual([]);
  });

  test('a message that is gone cannot be edited, and trouble is tried again later', async () => {
    const nowhere = '123456789012345678';
    expect(await adapter.changes?.edit(world.place, nowhere, after, 'gone1')).toMatchObject({
      state: 'refused',
    });
    world.gate.fault('PATCH', /messages/, { type: 'answer', status: 503, body: {} });
    expect(await adapter.changes?.edit(world.place, nowhere, after, 'gone1')).toMatchObject({
      state: 'later',
    });
  });

  test('an answer names the message that it answers', async () => {
    const posted = await adapter.post(world.place, before, 'answerme');
    const messageId = posted.state === 'sent' ? posted.messageId : '';
    expect(await adapter.changes?.reply(world.place, messageId, after, 'answer1')).toMatchObject({
      state: 'sent',
    });
    const call = world.gate.calls.findLast(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    );
    expect(call?.body).toMatchObject({ message_reference: { message_id: messageId } });
  });

  test('an answer, and what was written to a person, is found by its marker; what was never sent is absent', async () => {
    const posted = await adapter.post(world.place, before, 'findanswer');
    const messageId = posted.state === 'sent' ? posted.messageId : '';
    const { changes } = adapter;
    expect(await changes?.findReply(world.place, messageId, 'answer2', since())).toEqual({ state: 'absent' });
    const answered = await changes?.reply(world.place, messageId, after, 'answer2');
    expect(await changes?.findReply(world.place, messageId, 'answer2', since())).toEqual({
      state: 'found',
      messageId: answered?.state === 'sent' ? answered.messageId : '',
    });
  });

  test('one role is mentioned where it is asked for, and is found all the same; nothing else ever is', async () => {
    const role = '765432109876543210';
    const options = { within: 5_000, mention: role };
    expect(await adapter.post(world.place, before, 'mention1', options)).toMatchObject({ state: 'sent' });
    const call = world.gate.calls.findLast(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    );
    expect(call?.body).toMatchObject({ allowed_mentions: { parse: [], roles: [role] } });
    expect(await adapter.find(world.place, 'mention1', since())).toMatchObject({ state: 'found' });
    await adapter.post(world.place, before, 'mention2', { within: 5_000, mention: '@everyone' });
    const plain = world.gate.calls.findLast(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    );
    expect(plain?.body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(JSON.stringify(plain?.body)).not.toContain('everyone');
  });
});

describe('Slack', () => {
  let harness: Harness;
  const place: Place = { platform: 'slack', workspace: slackWorld.team, channel: slackWorld.channel };
  beforeAll(async () => {
    harness = await startHarness({ over: 'http' });
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const last = (method: string) => harness.gate.web.calls.findLast((call) => call.method === method)?.body;
  const postOne = async (marker: string): Promise<string> => {
    const posted = await harness.adapter.post(place, before, marker);
    return posted.state === 'sent' ? posted.messageId : '';
  };

  test('an edit stands in the place of the message, with its marker', async () => {
    const ts = await postOne('edit1abc');
    expect(await harness.adapter.changes?.edit(place, ts, after, 'edit1abc')).toEqual({ state: 'done' });
    expect(last('chat.update')).toMatchObject({
      ts,
      metadata: { event_payload: { delivery: 'edit1abc' } },
    });
  });

  test.each(['cant_update_message', 'edit_window_closed', 'message_not_found'])(
    '%s is a refusal',
    async (code) => {
      harness.gate.web.fail('chat.update', { kind: 'error', code });
      expect(await harness.adapter.changes?.edit(place, '1.000001', after, 'x')).toMatchObject({
        state: 'refused',
      });
    },
  );

  test('an answer stands in the thread of its message; a person is written to by her id', async () => {
    const ts = await postOne('reply1abc');
    expect(await harness.adapter.changes?.reply(place, ts, after, 'r1abc')).toMatchObject({ state: 'sent' });
    expect(last('chat.postMessage')).toMatchObject({ thread_ts: ts });
    await harness.adapter.changes?.tell(place, 'U0SOMEONE', after, 't1abc');
    expect(last('chat.postMessage')).toMatchObject({ channel: 'U0SOMEONE' });
  });

  test('an answer is found in its thread alone, also where its own answer was lost; what was never sent is absent', async () => {
    const ts = await postOne('thread1abc');
    const { changes } = harness.adapter;
    expect(await changes?.findReply(place, ts, 'r2abc', since())).toEqual({ state: 'absent' });
    harness.gate.web.fail('chat.postMessage', { kind: 'lost' });
    expect(await changes?.reply(place, ts, after, 'r2abc')).toMatchObject({ state: 'doubt' });
    expect(await changes?.findReply(place, ts, 'r2abc', since())).toMatchObject({ state: 'found' });
    expect(last('conversations.replies')).toMatchObject({ ts, include_all_metadata: 'true' });
    harness.gate.web.fail('conversations.replies', { kind: 'error', code: 'missing_scope' });
    expect(await changes?.findReply(place, ts, 'r2abc', since())).toMatchObject({ state: 'unknown' });
  });

  test('what was written to a person is looked for in the conversation with her', async () => {
    const { changes } = harness.adapter;
    expect(await changes?.findTold(place, slackWorld.admin, 't2abc', since())).toEqual({ state: 'absent' });
    expect(last('conversations.open')).toMatchObject({ users: slackWorld.admin });
  });

  test('pinning twice is done once', async () => {
    const ts = await postOne('pin1abc');
    harness.gate.web.fail('pins.add', { kind: 'error', code: 'already_pinned' });
    expect(await harness.adapter.changes?.dress(place, ts, { pin: true })).toEqual({ state: 'done' });
  });
});
