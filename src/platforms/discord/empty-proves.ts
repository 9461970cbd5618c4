import { PermissionFlagsBits, type REST, Routes } from 'discord.js';
import type { Place } from '../../store/ports.ts';

interface Overwrite {
  readonly id: string;
  readonly allow: string;
  readonly deny: string;
}

/**
 * Whether an empty list of messages after `from` proves that there are none, asked over HTTP where the gateway has not
 * told: the channel's newest message is older; or the bot is shown some message, so that it may read them; or its roles
 * and the channel's own rules let it.
 * Source: docs.discord.com/developers/topics/permissions (permission overwrites)
 */
export async function emptyProves(rest: REST, place: Place, me: string, from: string): Promise<boolean> {
  const channel = (await rest.get(Routes.channel(place.channel))) as Channel;
  if (channel.last_message_id !== undefined && BigInt(channel.last_message_id ?? 0) < BigInt(from))
    return true;
  const query = new URLSearchParams({ limit: '1' });
  const shown = (await rest.get(Routes.channelMessages(place.channel), { query })) as readonly unknown[];
  return shown.length > 0 || mayRead(rest, place, me, channel);
}

interface Channel {
  readonly last_message_id?: string | null;
  readonly permission_overwrites?: readonly Overwrite[];
}

async function mayRead(rest: REST, place: Place, me: string, channel: Channel): Promise<boolean> {
  try {
    const [guild, member] = (await Promise.all([
      rest.get(Routes.guild(place.workspace)),
      rest.get(Routes.guildMember(place.workspace, me)),
    ])) as [
      { readonly roles?: readonly { readonly id: string; readonly permissions: string }[] },
      { readonly roles?: readonly string[] },
    ];
    const mine = [place.workspace, ...(member.roles ?? [])];
    const granted = (guild.roles ?? []).filter(({ id }) => mine.includes(id));
    const base = granted.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
    return allows(base, channel.permission_overwrites ?? [], place.workspace, mine, me);
  } catch {
    // What cannot be asked is not granted: an empty list proves nothing then.
    return false;
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
