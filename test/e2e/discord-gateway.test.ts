import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createComplete, createDispatch } from '../../src/bot.ts';
import { type Command, defineAction, defineCommand, defineGroup } from '../../src/command.ts';
import { notice } from '../../src/document/build.ts';
import type { Invocation, Origin } from '../../src/invocation.ts';
import { encodeInvocation } from '../../src/invocation-codec.ts';
import { createDiscordAdapter } from '../../src/platforms/discord/adapter.ts';
import type { Desk, PlatformAdapter } from '../../src/platforms/platform.ts';
import { createLog, openWorld, until, type World } from '../support/discord/world.ts';

// What the gateway does to a connection, what a reader does in a direct message, and where commands are registered.

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
        complete: async (typed) => [{ name: typed, value: typed }],
      },
    },
    run: async ({ question }) => ({ ...notice(`You asked: ${question}`), private: false }),
  }),
  defineGroup({
    name: 'digest',
    about: 'Digests',
    examples: [],
    subcommands: {
      list: defineAction({ about: 'List', options: {}, private: true, run: async () => notice('None.') }),
      pause: defineAction({
        about: 'Pause',
        options: {},
        needs: 'manage-digests',
        run: async () => notice('Paused.'),
      }),
    },
  }),
];

let world: World;
let adapter: PlatformAdapter;
const log = createLog();
const seen: { readonly invocation: Invocation; readonly origin: Origin }[] = [];

function desk(): Desk {
  const parts = {
    commands,
    clock: () => Temporal.Instant.from('2026-11-23T12:00:00Z'),
    zone: 'UTC',
    resources: {} as Parameters<typeof createDispatch>[0]['resources'],
    log,
  };
  const dispatch = createDispatch(parts);
  return {
    commands,
    complete: createComplete(parts),
    dispatch: (invocation, origin) => {
      seen.push({ invocation, origin });
      return dispatch(invocation, origin);
    },
  };
}

const open = (guildIds: readonly string[] = []) =>
  createDiscordAdapter(
    { token: world.token, apiUrl: world.gate.url, guildIds },
    { log, clock: () => Temporal.Now.instant() },
  );
const callsTo = (method: string, path: RegExp) =>
  world.gate.calls.filter((call) => call.method === method && path.test(call.path));
/** Edits of the deferral, and messages for the reader alone. */
const answers = () =>
  world.gate.calls
    .filter(({ method, path }) => /^\/webhooks\//.test(path) && method !== 'DELETE')
    .map((call) => JSON.stringify(call.body));
const ask = (question: string) =>
  world.twin
    .channel(world.channel)
    .user(world.reader)
    .runSlashCommand({ name: 'ask', options: [{ name: 'question', type: 3, value: question }] });

beforeAll(async () => {
  world = await openWorld();
}, 20_000);
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  log.lines.length = 0;
  seen.length = 0;
  world.gate.clear();
});
afterEach(() => expect(world.gate.faults).toEqual([]));

describe('commands show once', () => {
  const globally = /applications\/\d+\/commands$/;
  const there = /guilds\/\d+\/commands$/;
  const puts = (path: RegExp) => callsTo('PUT', path).map((call) => (call.body as readonly unknown[]).length);

  it('when they are registered in a server that had them globally, and back again', async () => {
    const first = open();
    await first.connect(desk());
    await until('the server was looked at', () => callsTo('GET', there).length === 1);
    await first[Symbol.asyncDispose]();
    expect([puts(globally), puts(there)]).toEqual([[2], []]);

    world.gate.clear();
    const named = open([world.twin.guildId]);
    await named.connect(desk());
    await until('the global ones are gone', () => callsTo('PUT', globally).length === 1);
    await named[Symbol.asyncDispose]();
    expect([puts(globally), puts(there)]).toEqual([[0], [2]]);

    world.gate.clear();
    const back = open();
    await back.connect(desk());
    await until('the server’s are gone', () => callsTo('PUT', there).length === 1);
    await back[Symbol.asyncDispose]();
    expect([puts(globally), puts(there)]).toEqual([[2], [0]]);
  });

  it('and trouble with the old ones stops nothing', async () => {
    const refusal = {
      type: 'answer',
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    } as const;
    world.gate.fault('GET', there, refusal);
    await using again = open();
    await again.connect(desk());
    await until('it is logged', () => log.lines.some((line) => line.includes('old commands could not')));
    expect(again.state()).toMatch(/^connected/);
    expect(callsTo('PUT', /commands$/)).toEqual([]);
  });
});

describe('a direct message', () => {
  beforeAll(async () => {
    adapter = open();
    await adapter.connect(desk());
  });
  afterAll(() => adapter[Symbol.asyncDispose]());

  let count = 0;
  const user = {
    id: '555',
    username: 'reader',
    global_name: 'A Reader',
    discriminator: '0',
    avatar: null,
  };
  const message = {
    id: '888',
    channel_id: '777',
    type: 0,
    content: '',
    author: user,
    attachments: [],
    embeds: [],
    mentions: [],
    mention_roles: [],
    timestamp: '2026-11-23T12:00:00Z',
    edited_timestamp: null,
  };
  /** Sends an interaction as Discord does from a direct message: a user, no member and no server. */
  function send(type: number, data: object): string {
    const token = `direct-${++count}`;
    world.gate.expectDirect(token);
    world.gateway.dispatch('INTERACTION_CREATE', {
      id: String(9_000_000_000_000_000_000n + BigInt(count)),
      application_id: '4242',
      type,
      token,
      version: 1,
      channel_id: '777',
      channel: { id: '777', type: 1 },
      user,
      ...(type === 3 ? { message } : {}),
      context: 1,
      authorizing_integration_owners: { 0: '0' },
      entitlements: [],
      locale: 'en-GB',
      data,
    });
    return token;
  }

  it('is answered there; its workspace is the reader’s own', async () => {
    const token = send(2, {
      id: '1',
      type: 1,
      name: 'ask',
      options: [{ name: 'question', type: 3, value: 'alone' }],
    });
    await until('the answer', () => answers().length === 1);
    expect(answers()[0]).toContain('You asked: alone');
    expect(callsTo('PATCH', /original/)[0]?.path).toContain(token);
    expect(seen[0]?.origin).toEqual({
      platform: 'discord',
      workspace: 'dm-555',
      channel: '777',
      reader: { id: '555', name: 'A Reader' },
      permissions: new Set(),
    });
  });

  it('offers choices while she types', async () => {
    send(4, {
      id: '1',
      type: 1,
      name: 'ask',
      options: [{ name: 'question', type: 3, value: 'sum', focused: true }],
    });
    await until('the choices', () => callsTo('POST', /callback$/).length === 1);
    expect(callsTo('POST', /callback$/)[0]?.body).toEqual({
      type: 8,
      data: { choices: [{ name: 'sum', value: 'sum' }] },
    });
  });

  it('says that what needs a right belongs to a server, and asks no admin for it', async () => {
    send(2, { id: '1', type: 1, name: 'digest', options: [{ name: 'pause', type: 1, options: [] }] });
    const custom_id = encodeInvocation({ command: 'digest', subcommand: 'pause', options: {} });
    send(3, { component_type: 2, custom_id });
    await until('both refusals', () => answers().length === 2);
    for (const answer of answers()) {
      expect(answer).toContain('/digest is for the channels of a server; type it there.');
      expect(answer).not.toContain('this server');
    }
    expect(seen).toEqual([]);
  });

  it('shows what is private to her as everywhere', async () => {
    send(2, { id: '1', type: 1, name: 'digest', options: [{ name: 'list', type: 1, options: [] }] });
    await until('the answer', () => answers().length === 1);
    expect(callsTo('POST', /callback$/)[0]?.body).toEqual({ type: 5, data: { flags: 64 } });
  });
});

describe('the connection', () => {
  beforeAll(async () => {
    world.gateway.setHeartbeat(400);
    adapter = open();
    await adapter.connect(desk());
  });
  afterAll(() => adapter[Symbol.asyncDispose]());

  const answersAgain = async (question: string) => {
    await until('it is connected', () => adapter.state().startsWith('connected'), 15_000);
    world.gate.clear();
    await ask(question);
    await until('one answer', () => answers().length === 1);
  };

  it('starts anew when Discord ends its session', async () => {
    const { identifies } = world.gateway.counts;
    world.gateway.invalidateSessions(false);
    await until('a new session', () => world.gateway.counts.identifies === identifies + 1, 15_000);
    await answersAgain('after op 9');
  }, 20_000);

  it('takes its session up again when Discord lets it', async () => {
    const { identifies, resumes } = world.gateway.counts;
    world.gateway.invalidateSessions(true);
    await until('the resume', () => world.gateway.counts.resumes === resumes + 1, 15_000);
    await answersAgain('after a resumable op 9');
    expect(world.gateway.counts.identifies).toBe(identifies);
  }, 20_000);

  it('leaves a connection whose heartbeats are not answered, and loses nothing', async () => {
    const { heartbeats, resumes, identifies } = world.gateway.counts;
    world.gateway.muteHeartbeats(true);
    await until('the resume', () => world.gateway.counts.resumes > resumes, 15_000);
    world.gateway.muteHeartbeats(false);
    expect(world.gateway.counts.heartbeats).toBeGreaterThan(heartbeats);
    await answersAgain('after a zombie');
    expect(world.gateway.counts.identifies).toBe(identifies);
  }, 20_000);
});
