import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, GatewayDispatchEvents } from 'discord.js';
import { createGoAhead } from '../go-ahead.ts';
import type { Desk, Manners, PlatformAdapter } from '../platform.ts';
import { answer } from './answer.ts';
import { createChanges } from './changes.ts';
import { createDrafts } from './drafts.ts';
import { codes, type Fault } from './fault.ts';
import { find } from './find.ts';
import type { Interaction } from './interaction.ts';
import { type KeptClient, keepClient } from './keep-client.ts';
import { longestPost, post } from './post.ts';
import { register, unregisterElsewhere } from './register.ts';
import { closeRest, createRest } from './rest.ts';
import { bareToken, type DiscordParts, type DiscordSettings, type Log } from './settings.ts';
import { createWire } from './wire.ts';

/** Milliseconds for answers under way when the adapter closes. */
const grace = 4_000;

/**
 * Creates the adapter; nothing is opened before `connect`. That rejects for a wrong setting only: where Discord cannot be
 * reached it resolves, and the adapter goes on trying by itself. Posting does not need the gateway.
 */
export function createDiscordAdapter(settings: DiscordSettings, parts: DiscordParts): PlatformAdapter {
  const { log, clock } = parts;
  const posting = createRest(settings, false);
  const answering = createRest(settings, true);
  const wire = createWire(answering, (fault) => logRace(fault, log));
  const running = new Set<Promise<void>>();
  const drafts = createDrafts();
  const goAhead = createGoAhead(clock);
  let kept: KeptClient | undefined;
  let isRegistered = false;

  function listen(opened: Client, desk: Desk): void {
    opened.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: Interaction) => {
      keep(answer(interaction, { desk, wire, log, drafts }));
    });
  }

  /** Work that never rejects, waited for when the adapter closes. */
  function keep(work: Promise<void>): void {
    const done = work.finally(() => running.delete(done));
    running.add(done);
  }

  async function registerOnce(opened: Client, desk: Desk): Promise<void> {
    if (isRegistered) return;
    isRegistered = true;
    const application = opened.application?.id ?? opened.user?.id ?? '';
    const guildIds = settings.guildIds ?? [];
    await register(answering, application, desk.commands, guildIds, log);
    const joined = [...opened.guilds.cache.keys()];
    const isOpen = (): boolean => kept?.client() === opened;
    keep(unregisterElsewhere(answering, application, guildIds, joined, log, isOpen));
  }

  const look: PlatformAdapter['find'] = (place, marker, since) => {
    posting.setToken(bareToken(settings.token));
    return find({ client: kept?.client(), me: kept?.me() }, posting, place, marker, since, clock);
  };

  return {
    name: 'discord',
    connect: (desk) => {
      kept = keepClient(settings, log, {
        prepare: (opened) => listen(opened, desk),
        entered: (opened) => registerOnce(opened, desk),
      });
      return kept.open();
    },
    post: (place, document, marker, options) => {
      posting.setToken(bareToken(settings.token));
      return goAhead(options?.within ?? longestPost, (within) =>
        post(posting, place, document, marker, clock, { ...options, within }),
      );
    },
    find: look,
    manners,
    changes: createChanges(posting, clock, look),
    state: () => kept?.state() ?? 'closed',
    async [Symbol.asyncDispose]() {
      const closing = kept;
      kept?.client()?.ws.removeAllListeners(GatewayDispatchEvents.InteractionCreate);
      await Promise.race([Promise.allSettled(running), sleep(grace, undefined, { ref: false })]);
      await closing?.close();
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

/** Two processes on one token, or a reader whose three seconds ran out: nobody's fault, nothing to do. */
function logRace(fault: Fault, log: Log): void {
  const isRace = fault.code === codes.alreadyAcknowledged || fault.code === codes.unknownInteraction;
  if (isRace) log.warn({ fault }, 'an interaction was answered elsewhere or came too late');
  else log.error({ fault }, 'an interaction could not be acknowledged');
}
