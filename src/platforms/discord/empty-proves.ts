import { PermissionFlagsBits, type REST, Routes } from 'discord.js';
import type { Place } from '../../store/ports.ts';
import { codes, faultOf, isRefused } from './fault.ts';

interface Overwrite {
  readonly id: string;
  readonly allow: string;
  readonly deny: string;
}

/**
 * Whether an empty list of messages after `from` proves that there are none, asked over HTTP where the gateway has not
 * told: the channel's newest message is older; or the bot is shown some message, so that it may read them; or its roles
 * and the channel's own rules let it.
 * @throws where Discord could not be asked: whoever takes trouble for a refusal gives a message up that can be looked for
 * Source: docs.discord.com/developers/topics/permissions (permission overwrites)
 */
export async function emptyProves(rest: REST, place: Place, me: string, from: string): Promise<boolean> {
  const channel: Channel = (await told<Channel>(rest, Routes.channel(place.channel))) ?? {};
  const { last_message_id: last, permission_overwrites: overwrites } = channel;
  if (last !== undefined && BigInt(last ?? 0) < BigInt(from)) return true;
  const query = new URLSearchParams({ limit: '1' });
  const shown = (await rest.get(Routes.channelMessages(place.channel), { query })) as readonly unknown[];
  if (shown.length > 0) return true;
  const may = await mayRead(rest, channel.guild_id ?? place.workspace, me, overwrites ?? []);
  // Discord tells all three. A server that tells none of them keeps no messages from anybody.
  return may ?? (last === undefined && overwrites === undefined);
}

interface Channel {
  readonly guild_id?: string;
  readonly last_message_id?: string | null;
  readonly permission_overwrites?: readonly Overwrite[];
}

/** Undefined where Discord's roles are not told. */
async function mayRead(
  rest: REST,
  server: string,
  me: string,
  overwrites: readonly Overwrite[],
): Promise<boolean | undefined> {
  const [guild, member] = await Promise.all([
    told<{ readonly roles?: readonly { readonly id: string; readonly permissions: string }[] }>(
      rest,
      Routes.guild(server),
    ),
    told<{ readonly roles?: readonly string[] }>(rest, Routes.guildMember(server, me)),
  ]);
  if (guild?.roles === undefined || member === undefined) return undefined;
  const mine = [server, ...(member.roles ?? [])];
  const base = guild.roles
    .filter(({ id }) => mine.includes(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  return allows(base, overwrites, server, mine, me);
}

/** What is asked for; undefined where the server says no, and does not know the question or who asks it. */
async function told<Told>(rest: REST, route: `/${string}`): Promise<Told | undefined> {
  try {
    return (await rest.get(route)) as Told;
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (!isRefused(fault) || fault.status === 429 || fault.code === codes.unknownChannel) throw thrown;
    return undefined;
  }
}

function allows(
  base: bigint,
  overwrites: readonly Overwrite[],
  everyone: string,
  roles: readonly string[],
  me: string,
): boolean {
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return true;
  const layers = [
    overwrites.filter(({ id }) => id === everyone),
    overwrites.filter(({ id }) => id !== everyone && roles.includes(id)),
    overwrites.filter(({ id }) => id === me),
  ];
  const bits = layers.reduce((held, layer) => {
    const denied = layer.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
    const allowed = layer.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
    return (held & ~denied) | allowed;
  }, base);
  const needed = PermissionFlagsBits.ReadMessageHistory | PermissionFlagsBits.ViewChannel;
  return (bits & needed) === needed;
}
