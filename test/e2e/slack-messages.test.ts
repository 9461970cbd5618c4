import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../support/slack/harness.ts';
import { directMessage, eventCallback, mention } from '../support/slack/payloads.ts';
import { sendSigned } from '../support/slack/signed.ts';
import { world } from '../support/slack/stand-in.ts';
import { until, wait } from '../support/slack/until.ts';
import type { ApiCall } from '../support/slack/web-side.ts';

describe.each(['socket', 'http'] as const)('mentions and direct messages over %s', (over) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ over });
  });
  afterEach(() => expect(harness.gate.violations()).toEqual([]));
  afterAll(() => harness[Symbol.asyncDispose]());

  async function send(event: object, id?: string): Promise<void> {
    const payload = eventCallback(event, id);
    if (over === 'http') expect((await sendSigned(harness.eventsUrl, { json: payload })).status).toBe(200);
    else await harness.gate.socket.deliver('events_api', payload);
  }

  const posted = (method = 'chat.postMessage'): readonly ApiCall[] =>
    harness.gate.web.calls.filter((call) => call.method === method);

  /** The call that answers what is sent. */
  async function answerTo(event: object, method?: string): Promise<ApiCall['body']> {
    const before = posted(method).length;
    await send(event);
    return (await until('an answer', () => posted(method)[before])).body;
  }

  test('a mention is a question, answered in its thread', async () => {
    const body = await answerTo(mention('who chairs the SCO?'));
    expect(body).toMatchObject({
      channel: world.channel,
      thread_ts: '1795000000.000100',
      text: 'You asked: who chairs the SCO?',
    });
    const inThread = await answerTo(mention('and before?', { thread_ts: '1794000000.000001' }));
    expect(inThread.thread_ts).toBe('1794000000.000001');
  });

  test('a direct message is a question, answered beside it', async () => {
    const { direct } = harness.gate.standIn;
    const body = await answerTo(directMessage(direct, 'when did &lt;India&gt; join?'));
    expect(body).toMatchObject({ channel: direct, text: 'You asked: when did &lt;India&gt; join?' });
    expect(body.thread_ts).toBeUndefined();
  });

  test('a mention without a question gets help, for the reader alone', async () => {
    const body = await answerTo(mention(''), 'chat.postEphemeral');
    expect(body).toMatchObject({ channel: world.channel, user: world.admin, text: 'Ask away.' });
    expect(body.thread_ts).toBeUndefined();
  });

  test('an event sent again is answered once, whatever it says of retries', async () => {
    const before = posted().length;
    await send(mention('once'), 'Ev-twice');
    await until('an answer', () => posted().length > before);
    await send(mention('once'), 'Ev-twice');
    await answerTo(mention('another'));
    expect(posted().length).toBe(before + 2);
  });

  test.each([
    ['our own message', { user: world.bot }],
    ['a bot’s message', { bot_id: 'B0OTHER' }],
    ['an edited message', { edited: { user: world.admin, ts: '1' } }],
    ['a message of a kind of its own', { subtype: 'channel_join' }],
    ['a hidden one', { hidden: true }],
  ])('%s is not a question', async (_, more) => {
    const seen = harness.desk.seen.length;
    await send(mention('x', more));
    await send(directMessage(harness.gate.standIn.direct, 'x', more));
    await wait(60);
    expect(harness.desk.seen.length).toBe(seen);
  });

  test('a message in a channel that does not mention us is none of ours', async () => {
    const seen = harness.desk.seen.length;
    await send(directMessage(world.channel, 'just talking', { channel_type: 'channel' }));
    await wait(60);
    expect(harness.desk.seen.length).toBe(seen);
  });

  test('where Slack asks to wait, the answer comes later and once', async () => {
    harness.gate.web.fail('chat.postMessage', { kind: 'limited', seconds: 1 });
    const before = posted().length;
    await send(mention('patiently'));
    await until('two calls', () => posted().length === before + 2);
  });

  test('an answer whose response is lost is not sent again', async () => {
    harness.gate.web.fail('chat.postMessage', { kind: 'lost' });
    const before = posted().length;
    await send(mention('lost'));
    await until('a call', () => posted().length > before);
    await wait(1_200);
    expect(posted().length).toBe(before + 1);
  });
});
