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
