import { setTimeout as sleep } from 'node:timers/promises';
import { Client, GatewayDispatchEvents, GatewayIntentBits, Status } from 'discord.js';
import type { Desk, Manners, PlatformAdapter } from '../platform.ts';
import { answer } from './answer.ts';
import { createChanges } from './changes.ts';
import { codes, type Fault } from './fault.ts';
import { find } from './find.ts';
import type { Interaction } from './interaction.ts';
import { login } from './login.ts';
import { post } from './post.ts';
import { register, unregisterElsewhere } from './register.ts';
import { closeRest, createRest } from './rest.ts';
import { bareToken, type DiscordParts, type DiscordSettings, type Log } from './settings.ts';
import { watch } from './watch.ts';
import { createWire } from './wire.ts';

/** Milliseconds for answers under way, and for the gateway, when the adapter closes. */
const grace = { answers: 5_000, gateway: 3_000 } as const;

/** Creates the adapter; nothing is opened before `connect`. */
export function createDiscordAdapter(settings: DiscordSettings, parts: DiscordParts): PlatformAdapter {
  const { log, clock } = parts;
  const posting = createRest(settings, false);
  const answering = createRest(settings, true);
  const wire = createWire(answering, (fault) => logRace(fault, log));
  const running = new Set<Promise<void>>();
  let client: Client | undefined;

  function listen(opened: Client, desk: Desk): void {
    opened.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: Interaction) => {
      keep(answer(interaction, { desk, wire, log }));
    });
  }

  /** Work that never rejects, waited for when the adapter closes. */
  function keep(work: Promise<void>): void {
    const done = work.finally(() => running.delete(done));
    running.add(done);
  }

  async function connect(desk: Desk): Promise<void> {
    const opened = createClient(settings);
    client = opened;
    watch(opened, log);
    listen(opened, desk);
    try {
      await login(opened, settings);
    } catch (thrown) {
      client = undefined;
      await close(opened);
      throw thrown;
    }
    const application = opened.application?.id ?? opened.user?.id ?? '';
    const guildIds = settings.guildIds ?? [];
    await register(answering, application, desk.commands, guildIds, log);
    const joined = [...opened.guilds.cache.keys()];
    const isOpen = (): boolean => client === opened;
    keep(unregisterElsewhere(answering, application, guildIds, joined, log, isOpen));
  }

  return {
    name: 'discord',
    connect,
    post: (place, document, marker, options) => {
      posting.setToken(bareToken(settings.token));
      return post(posting, place, document, marker, clock, options);
    },
    find: (place, marker, since) => {
      posting.setToken(bareToken(settings.token));
      return find(client, posting, place, marker, since, clock);
    },
    manners,
    changes: createChanges(posting, clock),
    state: () => stateOf(client),
    async [Symbol.asyncDispose]() {
      const closing = client;
      client = undefined;
      closing?.ws.removeAllListeners(GatewayDispatchEvents.InteractionCreate);
      await Promise.race([Promise.allSettled(running), sleep(grace.answers, undefined, { ref: false })]);
      if (closing !== undefined) await close(closing);
      closeRest(posting);
      closeRest(answering);
    },
  };
}

/**
 * A little below what Discord allows: 50 calls a second for a bot, and five messages in five seconds in a channel. A
 * nonce is remembered "for a few minutes". Source: docs.discord.com/developers/topics/rate-limits
 */
const manners: Manners = {
  everyCall: 1000 / 48,
  everyMessage: 1_020,
  tokenOf: 'platform',
  again: 'harmless for a while',
};

/** The Guilds intent alone: it brings the channels and our permissions in them; interactions need none. */
const createClient = (settings: DiscordSettings): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...(settings.apiUrl === undefined ? {} : { rest: { api: settings.apiUrl.replace(/\/+$/, '') } }),
  });

async function close(client: Client): Promise<void> {
  const closed = client.destroy().catch(() => undefined);
  await Promise.race([closed, sleep(grace.gateway, undefined, { ref: false })]);
}

/** Two processes on one token, or a reader whose three seconds ran out: nobody's fault, nothing to do. */
function logRace(fault: Fault, log: Log): void {
  const isRace = fault.code === codes.alreadyAcknowledged || fault.code === codes.unknownInteraction;
  if (isRace) log.warn({ fault }, 'an interaction was answered elsewhere or came too late');
  else log.error({ fault }, 'an interaction could not be acknowledged');
}

function stateOf(client: Client | undefined): string {
  if (client === undefined) return 'closed';
  if (client.ws.status !== Status.Ready || client.ws.shards.some((shard) => shard.status !== Status.Ready)) {
    return 'connecting';
  }
  const servers = client.guilds.cache.size;
  return `connected as ${client.user?.username ?? 'a bot'}, ${servers} ${servers === 1 ? 'server' : 'servers'}`;
}
