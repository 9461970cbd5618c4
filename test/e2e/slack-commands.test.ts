import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { notice } from '../../src/document/build.ts';
import { type Harness, startHarness } from '../support/slack/harness.ts';
import { slashCommand } from '../support/slack/payloads.ts';
import { sendSigned } from '../support/slack/signed.ts';
import type { Ack } from '../support/slack/socket-side.ts';
import { world } from '../support/slack/stand-in.ts';
import { until } from '../support/slack/until.ts';

/** Both ways in which commands reach us must behave the same. */
describe.each(['socket', 'http'] as const)('slash commands over %s', (over) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ over });
  });
  afterEach(() => expect(harness.gate.violations()).toEqual([]));
  afterAll(() => harness[Symbol.asyncDispose]());

  /** Sends a command as Slack does, and gives what it was acknowledged with. */
  async function type(
    command: string,
    text: string,
    more: object = {},
  ): Promise<Ack & { readonly url: string }> {
    const url = harness.gate.responses.create();
    const payload = slashCommand({ command, text, responseUrl: url, ...more });
    if (over === 'socket') return { ...(await harness.gate.socket.deliver('slash_commands', payload)), url };
    const answer = await sendSigned(harness.eventsUrl, { form: payload });
    expect(answer.status).toBe(200);
    const body = answer.body === '' ? {} : { payload: JSON.parse(answer.body) };
    return { after: answer.after, url, ...body };
  }

  test('a command is answered to all, with the evidence, and the question shows', async () => {
    const { url, payload } = await type('/ask', 'When did India &amp; Pakistan join?');
    expect(payload).toEqual({ response_type: 'in_channel' });
    const answer = await harness.gate.responses.first(url);
    expect(answer).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(JSON.stringify(answer.blocks)).toContain('You asked: When did India & Pakistan join?');
    expect(JSON.stringify(answer.blocks)).toContain('[1] 9 June 2017 · India and Pakistan');
  });

  test('the reader comes with name, zone, workspace and channel', async () => {
    const { url } = await type('/ask', 'who');
    await harness.gate.responses.first(url);
    expect(harness.desk.seen.at(-1)?.origin).toEqual({
      platform: 'slack',
      workspace: world.team,
      channel: world.channel,
      reader: { id: world.admin, name: 'admin' },
      permissions: new Set(['manage-digests']),
      zone: 'Asia/Kolkata',
    });
  });

  test('a private command shows to the reader alone, and so does what she typed', async () => {
    const { url, payload } = await type('/dateline-status', '');
    expect(payload?.response_type).toBeUndefined();
    expect(await harness.gate.responses.first(url)).toMatchObject({
      response_type: 'ephemeral',
      text: 'All is well.',
    });
  });

  test('a mistake is said to the reader alone', async () => {
    const { url } = await type('/ask', '');
    const answer = await harness.gate.responses.first(url);
    expect(answer).toMatchObject({ response_type: 'ephemeral', text: '/ask needs question: the question.' });
  });

  test('a command that this version has not is answered, not left to time out', async () => {
    const { url } = await type('/gone', 'x');
    const { text } = await harness.gate.responses.first(url);
    expect(text).toBe('This version has no /gone; type /dateline-help to see what there is.');
  });

  test('a slow answer does not delay the acknowledgement', async () => {
    harness.desk.delay = 1_900;
    const { url, after } = await type('/ask', 'slowly');
    harness.desk.delay = 0;
    expect(after).toBeLessThan(1_500);
    expect(harness.gate.responses.of(url)).toEqual([]);
    expect((await harness.gate.responses.first(url, 8_000)).text).toBe('You asked: slowly');
  }, 12_000);

  test('a store that hangs or fails does not delay it either, and a failing one costs no answer', async () => {
    harness.inbox.mode = 'hangs';
    expect((await type('/ask', 'hangs')).after).toBeLessThan(1_500);
    harness.inbox.mode = 'fails';
    const { url } = await type('/ask', 'fails');
    harness.inbox.mode = 'works';
    expect((await harness.gate.responses.first(url)).text).toContain('You asked: fails');
  });

  test('the same command sent twice is answered once', async () => {
    const first = await type('/ask', 'once', { trigger: 'trigger-1' });
    await harness.gate.responses.first(first.url);
    const count = harness.desk.seen.length;
    const second = await type('/ask', 'once', { trigger: 'trigger-1' });
    await type('/ask', 'another').then(({ url }) => harness.gate.responses.first(url));
    expect(harness.gate.responses.of(second.url)).toEqual([]);
    expect(harness.desk.seen.length).toBe(count + 1);
  });

  test('somebody who is no admin may not make a digest, and no form opens for her', async () => {
    const { url } = await type('/digest', 'create', { user: harness.gate.standIn.reader });
    const { text, response_type } = await harness.gate.responses.first(url);
    expect({ text, response_type }).toEqual({
      text: expect.stringContaining('Only those who manage'),
      response_type: 'ephemeral',
    });
    expect(harness.gate.web.calls.some(({ method }) => method === 'views.open')).toBe(false);
  });

  test('where Slack does not say who somebody is she has no rights, and is asked about again', async () => {
    const user = 'U0UNKNOWN';
    harness.gate.web.fail('users.info', { kind: 'error', code: 'internal_error' });
    const { url } = await type('/digest', 'pause x', { user });
    expect((await harness.gate.responses.first(url)).text).toContain('Only those who manage');
    const asked = () =>
      harness.gate.web.calls.filter((c) => c.method === 'users.info' && c.body.user === user).length;
    const before = asked();
    await type('/ask', 'again', { user });
    await until('another question', () => asked() > before);
  });
});

test('commands can have a prefix, and those without it are not ours', async () => {
  await using harness = await startHarness({ over: 'socket', settings: { prefix: 'sco-' } });
  const send = async (command: string, text = 'x'): Promise<string> => {
    const responseUrl = harness.gate.responses.create();
    await harness.gate.socket.deliver('slash_commands', slashCommand({ command, text, responseUrl }));
    return (await harness.gate.responses.first(responseUrl)).text;
  };
  expect(await send('/sco-ask')).toContain('You asked: x');
  expect(await send('/ask')).toContain('This version has no /ask; type /sco-help');
  expect(await send('/sco-ask', '')).toBe('/sco-ask needs question: the question.');
  expect(await send('/sco-digest', 'nonsense')).toContain('/sco-digest');
  const place = { platform: 'slack', workspace: world.team, channel: world.channel };
  await harness.adapter.post(place, notice('Type /digest list or read a.example/digest.'), 'm1');
  expect(harness.gate.web.calls.at(-1)?.body.text).toBe('Type /sco-digest list or read a.example/digest.');
});

test('somebody listed as manager needs no rights in Slack', async () => {
  await using harness = await startHarness({ over: 'socket', settings: { managers: ['U0UNKNOWN'] } });
  const responseUrl = harness.gate.responses.create();
  const payload = slashCommand({
    command: '/digest',
    text: 'create time:09:00',
    user: 'U0UNKNOWN',
    responseUrl,
  });
  await harness.gate.socket.deliver('slash_commands', payload);
  expect((await harness.gate.responses.first(responseUrl)).text).toMatch(/^Digest \w+ is on/);
});
