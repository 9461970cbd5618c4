import { type REST, Routes } from 'discord.js';
import type { Commands } from '../../command.ts';
import { declareDiscord } from './declare.ts';
import { faultOf } from './fault.ts';
import { type CommandScope, commandsFor, sameCommands } from './same-commands.ts';
import type { Log } from './settings.ts';

/**
 * Registers the commands where they are not as they should be: globally, or in the servers named. Trouble is logged
 * and stops nothing: what was registered before still works.
 */
export async function register(
  rest: REST,
  application: string,
  commands: Commands,
  guildIds: readonly string[],
  log: Log,
): Promise<void> {
  if (guildIds.length === 0) {
    await registerAt(rest, Routes.applicationCommands(application), 'global', commands, log);
  }
  for (const guild of guildIds) {
    const route = Routes.applicationGuildCommands(application, guild);
    await registerAt(rest, route, 'guild', commands, log, guild);
  }
}

async function registerAt(
  rest: REST,
  route: `/${string}`,
  scope: CommandScope,
  commands: Commands,
  log: Log,
  guild?: string,
): Promise<void> {
  const wanted = declareDiscord(commands);
  const where = guild === undefined ? { scope } : { scope, guild };
  try {
    if (sameCommands(await rest.get(route), wanted, scope)) {
      log.info({ ...where, commands: wanted.length }, 'the commands are registered already');
      return;
    }
    await rest.put(route, { body: commandsFor(wanted, scope) });
    log.info({ ...where, commands: wanted.length }, 'commands registered');
  } catch (thrown) {
    const fault = faultOf(thrown);
    const hint =
      fault.status === 403 ? '; invite the bot to that server or take it out of DISCORD_GUILD_IDS' : '';
    log.error({ ...where, fault }, `the commands could not be registered${hint}`);
  }
}

/** Servers that are looked through for what an earlier setting left; one call each, at every start. */
const mostServers = 100;

/**
 * Takes away what another value of DISCORD_GUILD_IDS registered, since Discord shows such a command twice: the global
 * commands where servers are named, and those of every server that is not. Trouble is logged and stops nothing.
 * @param joined ids of the servers that the bot is in
 * @param isWanted false once the adapter closes
 */
export async function unregisterElsewhere(
  rest: REST,
  application: string,
  guildIds: readonly string[],
  joined: readonly string[],
  log: Log,
  isWanted: () => boolean,
): Promise<void> {
  const others = joined.filter((guild) => !guildIds.includes(guild));
  if (others.length > mostServers) {
    log.info(
      { servers: others.length, looked: mostServers },
      'not all servers are searched for old commands',
    );
  }
  const global = guildIds.length === 0 ? [] : [Routes.applicationCommands(application)];
  const local = others
    .slice(0, mostServers)
    .map((guild) => Routes.applicationGuildCommands(application, guild));
  for (const route of [...global, ...local]) {
    if (!isWanted()) return;
    await clear(rest, route, log);
  }
}

async function clear(rest: REST, route: `/${string}`, log: Log): Promise<void> {
  try {
    const registered = await rest.get(route);
    if (!Array.isArray(registered) || registered.length === 0) return;
    await rest.put(route, { body: [] });
    log.info({ route, commands: registered.length }, 'commands of an earlier setting taken away');
  } catch (thrown) {
    log.warn({ route, fault: faultOf(thrown) }, 'old commands could not be looked for or taken away');
  }
}
