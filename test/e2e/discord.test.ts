import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createComplete, createDispatch } from '../../src/bot.ts';
import { type Command, defineAction, defineCommand, defineGroup } from '../../src/command.ts';
import { notice, paragraph } from '../../src/document/build.ts';
import { createDiscordAdapter } from '../../src/platforms/discord/adapter.ts';
import type { Desk, PlatformAdapter } from '../../src/platforms/platform.ts';
import type { Call } from '../support/discord/gate.ts';
import { createLog, openWorld, until, type World } from '../support/discord/world.ts';
import { sampleDocuments } from '../support/sample-documents.ts';

const sample = (name: string) => sampleDocuments[name] ?? notice('missing');
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const commands: readonly Command[] = [
  defineCommand({
    name: 'ask',
    about: 'Ask the desk',
    examples: [],
    options: {
      question: {
        type: 'text',
        about: 'What to ask',
        required: true,
        rest: true,
        complete: async (typed) => [
          { name: `${typed} of the SCO, ${'long '.repeat(40)}`, value: 'sco' },
          { name: 'Too long to send', value: 'x'.repeat(101) },
        ],
      },
    },
    run: async ({ question }) => {
      if (question === 'slow') await pause(3500);
      if (question === 'secret') return { ...notice('For you alone.'), private: true };
      if (question === 'long')
        return { kind: 'answer', blocks: [paragraph('word '.repeat(1700))], sources: [] };
      return {
        ...sample('answer'),
        blocks: [paragraph(`You asked: ${question}`), ...sample('answer').blocks],
      };
    },
  }),
  defineGroup({
    name: 'digest',
    about: 'Digests of this channel',
    examples: [],
    subcommands: {
      list: defineAction({
        about: 'List them',
        options: {},
        private: true,
        run: async () => notice('There is none.'),
      }),
      pause: defineAction({
        about: 'Pause one',
        options: { id: { type: 'text', about: 'Which', required: true } },
        needs: 'manage-digests',
        run: async ({ id }) => ({ ...notice(`${id} is paused.`), private: false }),
      }),
    },
  }),
  defineCommand({
    name: 'brief',
    about: 'A briefing with a file',
    examples: [],
    options: {},
    run: async () => sample('briefing'),
  }),
];

let world: World;
let adapter: PlatformAdapter;
const log = createLog();

/** A desk over the commands above; they use none of the stores. */
function desk(): Desk {
  const parts = {
    commands,
    clock: () => Temporal.Instant.from('2026-11-23T12:00:00Z'),
    zone: 'UTC',
    resources: {} as Parameters<typeof createDispatch>[0]['resources'],
    log,
  };
  return { commands, dispatch: createDispatch(parts), complete: createComplete(parts) };
}

const settings = () => ({ token: world.token, apiUrl: world.gate.url });
const parts = () => ({ log, clock: () => Temporal.Now.instant() });

const callsTo = (method: string, path: RegExp): readonly Call[] =>
  world.gate.calls.filter((call) => call.method === method && path.test(call.path));

const ownFlags = (body: unknown): number => (body as { flags?: number } | undefined)?.flags ?? 0;
const flagsOf = (body: unknown): number => (body as { data?: { flags?: number } }).data?.flags ?? 0;
const slash = (
  name: string,
  options: { name: string; type: number; value?: string; options?: never[] }[] = [],
) => world.twin.channel(world.channel).user(world.reader).runSlashCommand({ name, options });
const ask = (question: string) => slash('ask', [{ name: 'question', type: 3, value: question }]);

beforeAll(async () => {
  world = await openWorld();
}, 20_000);
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});
beforeEach(() => {
  log.lines.length = 0;
  world.gate.clear();
});
afterEach(() => {
  expect(world.gate.faults).toEqual([]);
  expect(log.lines.join('\n')).not.toContain('canary-of-a-token');
});

describe('starting', () => {
  it('registers the commands once, and not again where nothing has changed', async () => {
    adapter = createDiscordAdapter(settings(), parts());
    expect(adapter.state()).toBe('closed');
    await adapter.connect(desk());
    expect(adapter.state()).toBe('connected as Dateline, 1 server');
    expect(callsTo('PUT', /commands$/)).toHaveLength(1);
    await adapter[Symbol.asyncDispose]();

    world.gate.clear();
    adapter = createDiscordAdapter(settings(), parts());
    await adapter.connect(desk());
    expect(callsTo('GET', /applications\/\d+\/commands$/)).toHaveLength(1);
    expect(callsTo('PUT', /commands$/)).toHaveLength(0);
    await adapter[Symbol.asyncDispose]();
    expect(adapter.state()).toBe('closed');
  });

  it('registers in the servers named, and goes on where one of them is not ours', async () => {
    world.gate.fault('GET', /guilds\/42\/commands/, {
      type: 'answer',
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    });
    await using named = createDiscordAdapter(
      { ...settings(), guildIds: ['42', world.twin.guildId] },
      parts(),
    );
    await named.connect(desk());
    expect(callsTo('PUT', /guilds\/\d+\/commands$/).map((call) => call.path)).toEqual([
      expect.stringContaining(`/guilds/${world.twin.guildId}/commands`),
    ]);
    expect(log.lines.join()).toContain('take it out of DISCORD_GUILD_IDS');
  });

  it('names the setting when Discord refuses the token, over HTTP and at the gateway', async () => {
    await using wrong = createDiscordAdapter({ ...settings(), token: 'wrong' }, parts());
    await expect(wrong.connect(desk())).rejects.toThrow(/^Discord refused DISCORD_TOKEN; copy the bot token/);

    world.gate.checkToken(false);
    const before = world.gateway.counts.identifies;
    await using gateway = createDiscordAdapter({ ...settings(), token: 'wrong' }, parts());
    await expect(gateway.connect(desk())).rejects.toThrow(/^Discord refused DISCORD_TOKEN/);
    world.gate.checkToken(true);
    await pause(300);
    expect(world.gateway.counts.identifies - before).toBe(1);
    expect(gateway.state()).toBe('closed');
  });

  it('says so when the intents are refused', async () => {
    world.gateway.refuseNextIdentify(4014);
    await using adapter = createDiscordAdapter(settings(), parts());
    await expect(adapter.connect(desk())).rejects.toThrow(/intents/);
  });

  it('where Discord cannot be reached the bot starts all the same, says so, and stops at once', async () => {
    await using nowhere = createDiscordAdapter({ ...settings(), apiUrl: 'http://127.0.0.1:9/api' }, parts());
    await nowhere.connect(desk());
    expect(nowhere.state()).toBe('not reached (ECONNREFUSED); trying again');
    const asked = performance.now();
    await nowhere[Symbol.asyncDispose]();
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(nowhere.state()).toBe('closed');
  });
});

describe('answering', () => {
  beforeAll(async () => {
    adapter = createDiscordAdapter(settings(), parts());
    await adapter.connect(desk());
  });
  afterAll(async () => {
    await adapter[Symbol.asyncDispose]();
  });

  const messages = () => world.twin.channel(world.channel).getMessages();

  it('defers, then edits the answer in', async () => {
    await ask('when');
    await until('the answer is there', () => callsTo('PATCH', /original/).length === 1);
    expect(callsTo('POST', /callback$/).map((call) => call.body)).toEqual([{ type: 5, data: { flags: 0 } }]);
    await until('the message stands', async () =>
      JSON.stringify(await messages()).includes('You asked: when'),
    );
  });

  it('defers within three seconds however slow the desk is', async () => {
    const asked = performance.now();
    await ask('slow');
    await until('the deferral', () => callsTo('POST', /callback$/).length === 1);
    expect((callsTo('POST', /callback$/)[0]?.at ?? Infinity) - asked).toBeLessThan(3000);
    expect(callsTo('PATCH', /original/)).toHaveLength(0);
    await until('the answer', () => callsTo('PATCH', /original/).length === 1);
  });

  it('shows a private command to the reader alone from the start', async () => {
    await slash('digest', [{ name: 'list', type: 1, options: [] }]);
    await until('the answer', () => callsTo('PATCH', /original/).length === 1);
    expect(flagsOf(callsTo('POST', /callback$/)[0]?.body)).toBe(64);
  });

  it('takes back the public deferral when the answer turns out to be private', async () => {
    await ask('secret');
    await until('the answer', () => callsTo('POST', /^\/webhooks\//).length === 1);
    const order = world.gate.calls.map((call) => call.method);
    expect(order).toEqual(['POST', 'DELETE', 'POST']);
    expect(ownFlags(callsTo('POST', /^\/webhooks\//)[0]?.body) & 64).toBe(64);
  });

  it('sends what does not fit one message as follow-ups', async () => {
    await ask('long');
    await until('the follow-ups', () => callsTo('POST', /^\/webhooks\//).length === 2);
    expect(callsTo('PATCH', /original/)).toHaveLength(1);
  });

  it('uploads files with their message', async () => {
    await slash('brief');
    await until('the answer', () => callsTo('PATCH', /original/).length === 1);
    expect(callsTo('PATCH', /original/)[0]?.files).toEqual(['briefing-india.md']);
  });

  it('answers a button with a message of its own and leaves the digest as it is', async () => {
    const posted = await adapter.post(world.place, sample('digest'), 'buttontest1');
    expect(posted.state).toBe('sent');
    const messageId = posted.state === 'sent' ? posted.messageId : '';
    world.gate.clear();
    const customId = 'ask?question=what+happened+on+15+June';
    await world.twin.channel(world.channel).user(world.reader).clickButton({ messageId, customId });
    await until('the answer', () => callsTo('PATCH', /original/).length === 1);
    expect(callsTo('POST', /callback$/).map((call) => call.body)).toEqual([{ type: 5, data: { flags: 0 } }]);
    expect(JSON.stringify(callsTo('PATCH', /original/)[0]?.body)).toContain('what happened on 15 June');
    expect(callsTo('PATCH', /^\/channels\//)).toHaveLength(0);
  });

  it('tells the presser of a button of another version so, and nobody else', async () => {
    const posted = await adapter.post(world.place, sample('digest'), 'buttontest2');
    world.gate.clear();
    const messageId = posted.state === 'sent' ? posted.messageId : '';
    await world.twin
      .channel(world.channel)
      .user(world.reader)
      .clickButton({ messageId, customId: 'Not Ours!' });
    await until('the sentence', () => callsTo('POST', /callback$/).length === 1);
    const body = callsTo('POST', /callback$/)[0]?.body as { type: number; data: { flags: number } };
    expect(body.type).toBe(4);
    expect(body.data.flags & 64).toBe(64);
    expect(JSON.stringify(body)).toContain('another version');
  });

  it('checks the permission of whoever asks, whatever the registration says', async () => {
    const options = [{ name: 'pause', type: 1, options: [{ name: 'id', type: 3, value: 'd-1' }] }] as never[];
    await slash('digest', options);
    await until('the answer', () => callsTo('PATCH', /original/).length === 1);
    expect(JSON.stringify(callsTo('PATCH', /original/)[0]?.body)).toContain('d-1 is paused');

    world.gate.clear();
    await world.twin.prisma.guildMember.updateMany({
      where: { userId: world.reader },
      data: { permissions: '2048' },
    });
    await slash('digest', options);
    await until('the refusal', () => callsTo('POST', /^\/webhooks\//).length === 1);
    expect(JSON.stringify(callsTo('POST', /^\/webhooks\//)[0]?.body)).toContain('Only those who manage');
    await world.twin.prisma.guildMember.updateMany({
      where: { userId: world.reader },
      data: { permissions: null },
    });
  });

  it('offers choices while a reader types, none of which Discord would refuse', async () => {
    await world.twin.simulateInteraction({
      type: 4,
      channelId: world.channel,
      userId: world.reader,
      data: {
        id: '1',
        name: 'ask',
        type: 1,
        options: [{ name: 'question', type: 3, value: 'summits', focused: true }],
      },
    });
    await until('the choices', () => callsTo('POST', /callback$/).length === 1);
    const body = callsTo('POST', /callback$/)[0]?.body as {
      type: number;
      data: { choices: { name: string; value: string }[] };
    };
    expect(body.type).toBe(8);
    expect(body.data.choices.map((choice) => choice.value)).toEqual(['sco']);
    expect(body.data.choices[0]?.name).toMatch(/^summits of the SCO, .{60,}…$/);
  });

  it('logs a race and goes on: answered elsewhere, or too late', async () => {
    for (const [status, code] of [
      [400, 40060],
      [404, 10062],
    ] as const) {
      world.gate.fault('POST', /callback$/, { type: 'answer', status, body: { code, message: 'race' } });
      await ask(`race ${code}`);
      await until('it is logged', () => log.lines.some((line) => line.includes(String(code))));
    }
    expect(callsTo('PATCH', /original/)).toHaveLength(0);
    await ask('after the race');
    await until('the next answer', () => callsTo('PATCH', /original/).length === 1);
  });

  it('answers once although the answer to its deferral was lost', async () => {
    world.gate.fault('POST', /callback$/, { type: 'drop', when: 'after' });
    await ask('lost');
    await until('the answer', () => callsTo('PATCH', /original/).length === 1);
    expect(callsTo('POST', /callback$/)).toHaveLength(2);
  });

  it('says that an answer could not be shown when Discord refuses it', async () => {
    world.gate.fault('PATCH', /original/, {
      type: 'answer',
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body' },
    });
    await ask('refused');
    await until('the apology', () => callsTo('PATCH', /original/).length === 2);
    expect(JSON.stringify(callsTo('PATCH', /original/)[1]?.body)).toContain('could not be shown');
  });

  it('resumes after the socket dropped, and answers what was asked meanwhile exactly once', async () => {
    const before = { ...world.gateway.counts };
    world.gateway.dropSockets();
    await pause(30);
    await ask('meanwhile');
    await until('the answer', () => callsTo('PATCH', /original/).length === 1, 12_000);
    expect(world.gateway.counts).toMatchObject({
      identifies: before.identifies,
      resumes: before.resumes + 1,
    });
    expect(callsTo('POST', /callback$/)).toHaveLength(1);
    await until('it is ready again', () => adapter.state().startsWith('connected'));
    expect(log.lines.join()).toContain('reconnecting');
  }, 15_000);

  it('reconnects when Discord asks for it', async () => {
    const before = world.gateway.counts.resumes;
    world.gateway.askToReconnect();
    await until('the resume', () => world.gateway.counts.resumes > before, 12_000);
    await ask('after op 7');
    await until('the answer', () => callsTo('PATCH', /original/).length === 1);
  }, 15_000);
});

describe('posting', () => {
  beforeAll(async () => {
    adapter = createDiscordAdapter(settings(), parts());
    await adapter.connect(desk());
  });
  afterAll(async () => {
    await adapter[Symbol.asyncDispose]();
  });

  const start = Temporal.Now.instant();
  const standing = async () => (await world.twin.channel(world.channel).getMessages()).length;
  const posts = () => callsTo('POST', /^\/channels\/\d+\/messages$/);

  it('makes one message of the same marker posted twice', async () => {
    const before = await standing();
    const first = await adapter.post(world.place, sample('digest'), 'samemarker');
    const second = await adapter.post(world.place, sample('digest'), 'samemarker');
    expect(first.state).toBe('sent');
    expect(second).toEqual(first);
    expect(await standing()).toBe(before + 1);
    expect(posts()[0]?.body).toMatchObject({ nonce: 'samemarker', enforce_nonce: true });
  });

  it.each(['digest', 'notice', 'picture'])(
    'finds a message of its own again, with buttons or without: %s',
    async (name) => {
      const marker = `find${name}`;
      const sent = await adapter.post(world.place, sample(name), marker);
      expect(await adapter.find(world.place, marker, start)).toEqual({
        state: 'found',
        messageId: sent.state === 'sent' ? sent.messageId : '',
      });
      expect(await adapter.find(world.place, `${marker}x`, start)).toEqual({ state: 'absent' });
    },
  );

  it('is in doubt when the answer is lost, makes no second attempt, and then finds what stands', async () => {
    world.gate.fault('POST', /messages$/, { type: 'drop', when: 'after' });
    const outcome = await adapter.post(world.place, sample('digest'), 'lostafter');
    expect(outcome.state).toBe('doubt');
    expect(posts()).toHaveLength(1);
    expect((await adapter.find(world.place, 'lostafter', start)).state).toBe('found');
  });

  it('stands once with its picture when the answer to the upload is lost and it is posted again', async () => {
    const before = await standing();
    world.gate.fault('POST', /messages$/, { type: 'drop', when: 'after' });
    expect((await adapter.post(world.place, sample('picture'), 'lostpicture')).state).toBe('doubt');
    const again = await adapter.post(world.place, sample('picture'), 'lostpicture');
    expect(again.state).toBe('sent');
    expect(await standing()).toBe(before + 1);
    const found = await adapter.find(world.place, 'lostpicture', start);
    expect(found).toEqual({ state: 'found', messageId: again.state === 'sent' ? again.messageId : '' });
  });

  it('is in doubt when the call is lost, and then finds nothing', async () => {
    world.gate.fault('POST', /messages$/, { type: 'drop', when: 'before' });
    expect((await adapter.post(world.place, sample('digest'), 'lostbefore')).state).toBe('doubt');
    expect(await adapter.find(world.place, 'lostbefore', start)).toEqual({ state: 'absent' });
  });

  it('is in doubt at a 502, without trying again', async () => {
    world.gate.fault('POST', /messages$/, { type: 'answer', status: 502, body: {} });
    expect(await adapter.post(world.place, sample('digest'), 'badgateway')).toEqual({
      state: 'doubt',
      reason: 'Discord answered 502',
    });
    expect(posts()).toHaveLength(1);
  });

  it('does not take an empty list for proof without the permission to read history', async () => {
    const role = world.twin.guildId;
    const path = `${world.twin.restUrl}/v10/guilds/${role}/roles/${role}`;
    const grant = (permissions: string) =>
      fetch(path, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ permissions }),
      });
    world.gate.hideHistory(true);
    await grant(String(1071698660929n & ~(1n << 16n)));
    await until(
      'the change is known',
      async () => (await adapter.find(world.place, 'nowhere', start)).state === 'unknown',
    );
    expect(await adapter.find(world.place, 'samemarker', start)).toEqual({
      state: 'unknown',
      reason: 'the bot lacks Read Message History in the channel',
    });
    world.gate.hideHistory(false);
    await grant('1071698660929');
    await until(
      'it is known again',
      async () => (await adapter.find(world.place, 'nowhere', start)).state === 'absent',
    );
  });

  it('reads on through full pages', async () => {
    const sent = await adapter.post(world.place, sample('notice'), 'beforepages');
    for (let count = 0; count < 101; count += 1) {
      await world.twin.simulateUserMessage({
        channelId: world.channel,
        userId: world.reader,
        content: `${count}`,
      });
    }
    const since = Temporal.Now.instant().subtract({ seconds: 60 });
    const late = await adapter.post(world.place, sample('notice'), 'afterpages');
    expect([sent.state, late.state]).toEqual(['sent', 'sent']);
    world.gate.clear();
    expect((await adapter.find(world.place, 'afterpages', since)).state).toBe('found');
    expect(callsTo('GET', /messages$/).length).toBeGreaterThan(1);
    expect((await adapter.find(world.place, 'beforepages', since)).state).toBe('found');
  });

  it.each([
    [404, 10003, true],
    [403, 50001, true],
    [403, 50013, true],
    [400, 50035, false],
  ])('is refused with %i and %i, gone: %s', async (status, code, gone) => {
    world.gate.fault('POST', /messages$/, { type: 'answer', status, body: { code, message: 'No' } });
    expect(await adapter.post(world.place, sample('digest'), `refused${code}`)).toMatchObject({
      state: 'refused',
      gone,
    });
  });

  it('finds nothing in a channel that does not exist, and is refused there', async () => {
    const nowhere = { ...world.place, channel: '123456789012345678' };
    expect(await adapter.post(nowhere, sample('digest'), 'nochannel')).toMatchObject({
      state: 'refused',
      gone: true,
    });
    expect(await adapter.find(nowhere, 'nochannel', start)).toEqual({ state: 'absent' });
  });

  it('goes on after one 401: the library forgets the token then', async () => {
    world.gate.fault('POST', /messages$/, {
      type: 'answer',
      status: 401,
      body: { code: 0, message: '401: Unauthorized' },
    });
    expect(await adapter.post(world.place, sample('digest'), 'unauth')).toMatchObject({
      state: 'refused',
      gone: true,
      token: true,
    });
    // At once it is refused to all, without a call: digests are being paused.
    const before = callsTo('POST', /messages$/).length;
    expect((await adapter.post(world.place, sample('digest'), 'unauth2')).state).toBe('refused');
    expect(callsTo('POST', /messages$/)).toHaveLength(before);
    await pause(2_100);
    expect((await adapter.post(world.place, sample('digest'), 'unauth2')).state).toBe('sent');
  });

  it('waits for the time that Discord names', async () => {
    world.gate.fault('POST', /messages$/, {
      type: 'answer',
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 1.5, global: false },
      headers: { 'retry-after': '2', 'x-ratelimit-scope': 'shared' },
    });
    const before = Temporal.Now.instant();
    const outcome = await adapter.post(world.place, sample('digest'), 'limited');
    if (outcome.state !== 'later') throw new Error(`not later but ${outcome.state}`);
    const wait = outcome.at.since(before).total('seconds');
    expect(wait).toBeGreaterThanOrEqual(1.5);
    expect(wait).toBeLessThan(6);
    expect(posts()).toHaveLength(1);
  });

  it('posts a document that needs several messages, each once, and finds it by the last', async () => {
    await until(
      'the limit is over',
      async () => (await adapter.post(world.place, sample('notice'), `w${Date.now()}`)).state === 'sent',
    );
    const long = { kind: 'digest' as const, blocks: [paragraph('word '.repeat(1700))], sources: [] };
    world.gate.clear();
    world.gate.fault('POST', /messages$/, { type: 'delay', milliseconds: 1 });
    const sent = await adapter.post(world.place, long, 'severalparts');
    expect(posts().length).toBe(3);
    const count = await standing();
    expect(await adapter.post(world.place, long, 'severalparts')).toEqual(sent);
    expect(await standing()).toBe(count);
    expect(await adapter.find(world.place, 'severalparts', start)).toMatchObject({ state: 'found' });
  });
});
