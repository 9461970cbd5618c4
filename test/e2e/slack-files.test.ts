import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeInvocation } from '../../src/invocation-codec.ts';
import { stageUploads } from '../../src/platforms/slack/stage.ts';
import { failureLines, uploadsOf } from '../../src/platforms/slack/upload.ts';
import { createWeb, onceOptions } from '../../src/platforms/slack/web.ts';
import type { Place } from '../../src/store/ports.ts';
import { withFiles } from '../support/slack/desk.ts';
import { type Harness, startHarness } from '../support/slack/harness.ts';
import {
  buttonPress,
  directMessage,
  eventCallback,
  homeButton,
  mention,
  slashCommand,
} from '../support/slack/payloads.ts';
import { world } from '../support/slack/stand-in.ts';
import { until } from '../support/slack/until.ts';

/** Pictures and files reach readers through Slack's own upload, and never cost them the text. */
let harness: Harness;
let shown = 0;
beforeAll(async () => {
  harness = await startHarness({ over: 'socket' });
});
beforeEach(() => {
  shown = harness.gate.files.shares.length;
});
afterEach(() => {
  harness.gate.files.closed.clear();
  expect(harness.gate.violations()).toEqual([]);
});
afterAll(() => harness[Symbol.asyncDispose]());

const picture = {
  name: 'members.png',
  title: 'members.png',
  alt: 'Members of the SCO: 6 in 2001, 8 in 2017, 10 in 2024.',
  content: 'PNG',
};
const file = {
  name: 'briefing-india.md',
  title: 'briefing-india.md',
  content: '# Briefing: India and the SCO\n',
};

const shares = () => harness.gate.files.shares.slice(shown);
const share = () => until('files to be shown', () => shares()[0]);
const words = (message: object): string => JSON.stringify(message);
const calls = (method: string) => harness.gate.web.calls.filter((call) => call.method === method);

/** Types a command and gives where its answers come. */
async function type(text: string, channel: string = world.channel): Promise<string> {
  const responseUrl = harness.gate.responses.create();
  const payload = slashCommand({ command: '/chart', text, channel, responseUrl });
  await harness.gate.socket.deliver('slash_commands', payload);
  return responseUrl;
}

const answers = (url: string, count: number) =>
  until(
    `${count} answers`,
    () => harness.gate.responses.of(url).length >= count && harness.gate.responses.of(url),
  );

describe('slash commands', () => {
  test('the text comes, then the picture with its words and the file, in the channel', async () => {
    const url = await type('');
    expect(words(await harness.gate.responses.first(url))).not.toContain('Not attached');
    expect(await share()).toEqual({
      channel: world.channel,
      comment: 'With the message above.',
      files: [picture, file],
    });
    expect(harness.gate.responses.of(url)).toHaveLength(1);
  });

  test('what only the reader sees goes to her direct messages, and the answer says so', async () => {
    const [answer] = await answers(await type('secret:yes'), 1);
    expect(answer?.response_type).toBe('ephemeral');
    expect(words(answer ?? {})).toContain(
      'In your direct messages with Dateline: members.png, briefing-india.md. Slack attaches no file',
    );
    const { channel, files } = await share();
    expect(channel).toMatch(/^D/);
    expect(files).toEqual([picture, file]);
    expect(calls('conversations.open').at(-1)?.body).toEqual({ users: world.admin });
  });

  test('where Dateline is not in the channel she gets them directly, and is told how to have them there', async () => {
    harness.gate.files.closed.add(world.channel);
    const [, later] = await answers(await type(''), 2);
    expect(later?.response_type).toBe('ephemeral');
    expect(later?.text).toContain('In your direct messages with Dateline: members.png, briefing-india.md');
    expect(later?.text).toContain('type /invite @Dateline there');
    expect(shares()).toMatchObject([
      { channel: expect.stringMatching(/^D/), comment: `With your answer in <#${world.channel}>.` },
    ]);
  });

  test('an address that is refused costs that file alone, and the text says which and why', async () => {
    harness.gate.web.fail('files.getUploadURLExternal', { kind: 'error', code: 'file_uploads_disabled' });
    const answer = await harness.gate.responses.first(await type(''));
    const line = /Not attached: ([\w.-]+) \(this workspace takes no files\)/.exec(words(answer));
    const left = [picture, file].filter(({ name }) => name !== line?.[1]);
    expect((await share()).files).toEqual(left);
    expect(left).toHaveLength(1);
  });

  test.each([
    ['the right is missing', 'missing_scope', 'the app lacks the right files:write'],
    ['an unheard-of error', 'team_quota_hit', 'Slack says team_quota_hit'],
  ])('%s: the text is there and says so', async (_, code, why) => {
    const fault = { kind: 'error', code } as const;
    harness.gate.web.fail('files.getUploadURLExternal', fault, fault);
    const url = await type('');
    expect(words(await harness.gate.responses.first(url))).toContain(
      `Not attached: members.png, briefing-india.md (${why}`,
    );
    expect(shares()).toEqual([]);
  });

  test('an upload that breaks, or that Slack does not take, is said', async () => {
    harness.gate.files.refusals.push(500, 500);
    const url = await type('');
    expect(words(await harness.gate.responses.first(url))).toContain('(Slack answered with HTTP 500)');
    expect(shares()).toEqual([]);
  });

  test('files that Slack does not show after all are said after the text', async () => {
    harness.gate.web.fail('files.completeUploadExternal', { kind: 'limited', seconds: 20 });
    const [text, later] = await answers(await type(''), 2);
    expect(words(text ?? {})).not.toContain('Not attached');
    expect(later?.text).toBe('Not attached: members.png, briefing-india.md (Slack asks to wait 20 s).');
  });

  test('where direct messages are closed to us the private answer still comes', async () => {
    harness.gate.web.fail('conversations.open', { kind: 'error', code: 'missing_scope' });
    const answer = await harness.gate.responses.first(await type('secret:yes'));
    expect(words(answer)).toContain('Not attached: members.png, briefing-india.md (the app lacks the right');
    expect(shares()).toEqual([]);
  });

  test('an answer without files asks for no upload', async () => {
    const before = calls('files.getUploadURLExternal').length;
    const responseUrl = harness.gate.responses.create();
    await harness.gate.socket.deliver(
      'slash_commands',
      slashCommand({ command: '/ask', text: 'x', responseUrl }),
    );
    await harness.gate.responses.first(responseUrl);
    expect(calls('files.getUploadURLExternal')).toHaveLength(before);
  });
});

const button = encodeInvocation({ command: 'chart', options: {} });

test('a button’s files go into the thread of its message', async () => {
  const responseUrl = harness.gate.responses.create();
  await harness.gate.socket.deliver('interactive', buttonPress({ value: button, responseUrl }));
  expect(await share()).toMatchObject({ channel: world.channel, thread: '1795000000.000400' });
});

test('App Home holds no files, so they go to direct messages and the tab says so', async () => {
  await harness.gate.socket.deliver('interactive', homeButton(button));
  expect((await share()).channel).toMatch(/^D/);
  const view = await until('the tab', () => calls('views.publish').at(-1)?.body);
  expect(words(view)).toContain('In your direct messages with Dateline');
});

describe('mentions and direct messages', () => {
  const ask = (event: object) => harness.gate.socket.deliver('events_api', eventCallback(event));

  test('files follow the answer into the thread of a mention', async () => {
    await ask(mention('files'));
    expect(await share()).toMatchObject({
      channel: world.channel,
      thread: '1795000000.000100',
      files: [picture, file],
    });
  });

  test('in a direct conversation they stand in the conversation, private or not', async () => {
    await ask(directMessage(harness.gate.standIn.direct, 'secret files'));
    const one = await share();
    expect(one.channel).toBe(harness.gate.standIn.direct);
    expect(one.thread).toBeUndefined();
    expect(words(calls('chat.postMessage').at(-1)?.body ?? {})).not.toContain('In your direct messages');
  });
});

describe('digests', () => {
  const place: Place = { platform: 'slack', workspace: world.team, channel: world.channel };
  const post = (marker: string) => harness.adapter.post(place, withFiles(false), marker);
  const find = (marker: string) =>
    harness.adapter.find(place, marker, Temporal.Now.instant().subtract({ seconds: 5 }));

  test('one message with the marker, the files once in its thread', async () => {
    const before = calls('chat.postMessage').length;
    const outcome = await post('files1');
    expect(outcome).toMatchObject({ state: 'sent' });
    expect(await share()).toMatchObject({
      channel: world.channel,
      thread: (outcome as { messageId: string }).messageId,
      files: [picture, file],
    });
    expect(calls('chat.postMessage')).toHaveLength(before + 1);
    expect(await find('files1')).toMatchObject({ state: 'found' });
  });

  test('a failed upload leaves the digest sent, with a line', async () => {
    const fault = { kind: 'status', status: 503, commit: false } as const;
    harness.gate.web.fail('files.getUploadURLExternal', fault, fault);
    expect(await post('files2')).toMatchObject({ state: 'sent' });
    expect(words(calls('chat.postMessage').at(-1)?.body ?? {})).toContain(
      'Not attached: members.png, briefing-india.md (Slack answered with HTTP 503).',
    );
    expect(shares()).toEqual([]);
  });

  test('an upload that never ends is given up when its time is over', async () => {
    harness.gate.files.refusals.push(0, 0);
    const settings = { botToken: world.botToken, prefix: '', managers: [], apiUrl: harness.gate.apiUrl };
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const web = createWeb(settings, onceOptions(settings, log));
    const begun = performance.now();
    const { files, failures } = await stageUploads(web, uploadsOf(withFiles(false)), 400);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(files).toEqual([]);
    expect(failureLines(failures)).toEqual([
      'Not attached: members.png, briefing-india.md (Slack took too long).',
    ]);
  });

  test('files that cannot be shown are said in the digest’s thread, and nothing is posted twice', async () => {
    harness.gate.web.fail('files.completeUploadExternal', { kind: 'lost' });
    const before = calls('chat.postMessage').length;
    const outcome = (await post('files4')) as { readonly messageId: string };
    await until('a line in the thread', () => calls('chat.postMessage').length === before + 2);
    expect(calls('chat.postMessage').at(-1)?.body).toMatchObject({
      thread_ts: outcome.messageId,
      text: 'Not attached: members.png, briefing-india.md (Slack could not be reached).',
    });
  });

  test('a digest that Slack refuses shows no files', async () => {
    harness.gate.web.fail('chat.postMessage', { kind: 'error', code: 'is_archived' });
    expect(await post('files5')).toMatchObject({ state: 'refused', gone: true });
    expect(await post('files6')).toMatchObject({ state: 'sent' });
    await share();
    expect(shares()).toHaveLength(1);
  });
});
