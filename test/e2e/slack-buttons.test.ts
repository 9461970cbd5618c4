import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../support/slack/harness.ts';
import {
  type ButtonInput,
  buttonPress,
  eventCallback,
  homeButton,
  homeOpened,
} from '../support/slack/payloads.ts';
import type { Response } from '../support/slack/response-side.ts';
import { sendSigned } from '../support/slack/signed.ts';
import { world } from '../support/slack/stand-in.ts';
import { until, wait } from '../support/slack/until.ts';

describe.each(['socket', 'http'] as const)('buttons and App Home over %s', (over) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ over });
  });
  afterEach(() => expect(harness.gate.violations()).toEqual([]));
  afterAll(() => harness[Symbol.asyncDispose]());

  async function interact(payload: object): Promise<void> {
    if (over === 'socket') await harness.gate.socket.deliver('interactive', payload);
    else {
      const { status } = await sendSigned(harness.eventsUrl, { form: { payload: JSON.stringify(payload) } });
      expect(status).toBe(200);
    }
  }

  async function press(input: Omit<ButtonInput, 'responseUrl'>): Promise<Response> {
    const responseUrl = harness.gate.responses.create();
    await interact(buttonPress({ ...input, responseUrl }));
    return harness.gate.responses.first(responseUrl);
  }

  async function homeAfter(cause: () => Promise<unknown>): Promise<string> {
    const published = () => harness.gate.web.calls.filter(({ method }) => method === 'views.publish');
    const before = published().length;
    await cause();
    return JSON.stringify((await until('a home view', () => published()[before])).body);
  }

  test('a button is the command that it holds, answered under its message', async () => {
    const answer = await press({ value: 'ask?question=when+did+India+join' });
    expect(answer).toMatchObject({
      text: 'You asked: when did India join',
      response_type: 'in_channel',
      replace_original: false,
      thread_ts: '1795000000.000400',
    });
    const inThread = await press({ value: 'ask?question=x', message: { thread_ts: '1794000000.000001' } });
    expect(inThread.thread_ts).toBe('1794000000.000001');
  });

  test('a button of a message for one reader alone starts no thread, nor does a private answer', async () => {
    expect((await press({ value: 'ask?question=x', ephemeral: true })).thread_ts).toBeUndefined();
    const secret = await press({ value: 'status' });
    expect(secret).toMatchObject({ response_type: 'ephemeral' });
    expect(secret.thread_ts).toBeUndefined();
  });

  test('a button of another version is answered with a sentence', async () => {
    for (const value of ['gone?x=1', '<@U1> not ours', '']) {
      expect((await press({ value })).text).toContain('not one of this version’s');
    }
  });

  test('a button does not give rights that its presser has not', async () => {
    const answer = await press({ value: 'digest/pause?id=d1', user: harness.gate.standIn.reader });
    expect(answer.text).toContain('Only those who manage');
  });

  test('a button that is none of ours is acknowledged and left alone', async () => {
    const seen = harness.desk.seen.length;
    const responseUrl = harness.gate.responses.create();
    await interact(buttonPress({ value: 'ask?question=x', action: 'theirs:0', responseUrl }));
    await wait(60);
    expect(harness.desk.seen.length).toBe(seen);
  });

  test('App Home lists the digests, and a button there changes one and shows it anew', async () => {
    const open = () => {
      const payload = eventCallback(homeOpened());
      return over === 'socket'
        ? harness.gate.socket.deliver('events_api', payload)
        : sendSigned(harness.eventsUrl, { json: payload });
    };
    expect(await homeAfter(open)).toContain('There is no digest here yet');
    await press({ value: 'digest/create?time=09%3A00&zone=Asia%2FKolkata' });
    const listed = await homeAfter(open);
    expect(listed).toContain('Asia/Kolkata');
    const [, id = ''] = /digest\/pause\?id=(\w+)/.exec(listed) ?? [];
    const paused = await homeAfter(() => interact(homeButton(`digest/pause?id=${id}`)));
    expect(paused).toContain(`Digest ${id} is paused`);
    expect(paused).toContain('digest/resume');
    expect(harness.desk.seen.at(-1)?.origin.channel).toBe(world.admin);
  });

  test('the other tabs of the app bring no home view', async () => {
    const payload = eventCallback({ ...homeOpened(), tab: 'messages' });
    const before = harness.gate.web.calls.length;
    if (over === 'socket') await harness.gate.socket.deliver('events_api', payload);
    else await sendSigned(harness.eventsUrl, { json: payload });
    await wait(60);
    expect(harness.gate.web.calls.length).toBe(before);
  });
});
