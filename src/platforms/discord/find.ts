import { type Client, PermissionFlagsBits, type REST, Routes } from 'discord.js';
import type { Place } from '../../store/ports.ts';
import type { FindOutcome } from '../platform.ts';
import { codes, faultOf } from './fault.ts';
import { isMarked } from './mark.ts';
import { snowflakeOf } from './snowflake.ts';

const pageSize = 100;
const mostPages = 20;

interface Standing {
  readonly id: string;
  readonly author?: { readonly id?: string };
  readonly components?: unknown;
}

/**
 * Looks for a message of ours with the marker, from five seconds before `since` on, since clocks differ.
 * Without the permission READ_MESSAGE_HISTORY Discord answers with an empty list, so that nothing found proves nothing.
 * Source: docs.discord.com/developers/resources/message (get channel messages)
 */
export async function find(
  client: Client | undefined,
  rest: REST,
  place: Place,
  marker: string,
  since: Temporal.Instant,
): Promise<FindOutcome> {
  const me = client?.user?.id;
  if (client === undefined || me === undefined) return unknown('the bot is not connected to Discord');
  try {
    const found = await search(rest, place, marker, me, snowflakeOf(since.subtract({ seconds: 5 })));
    if (found.state !== 'absent' || canReadHistory(client, place)) return found;
    return unknown('the bot lacks Read Message History in the channel');
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (fault.code === codes.unknownChannel) return { state: 'absent' };
    return unknown(
      `Discord would not show the channel's messages (${fault.code ?? fault.status ?? fault.message})`,
    );
  }
}

const unknown = (reason: string): FindOutcome => ({ state: 'unknown', reason });

async function search(
  rest: REST,
  place: Place,
  marker: string,
  me: string,
  from: string,
): Promise<FindOutcome> {
  let after = from;
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ after, limit: String(pageSize) });
    const messages = (await rest.get(Routes.channelMessages(place.channel), {
      query,
    })) as readonly Standing[];
    const ours = messages.find(
      (message) => message.author?.id === me && isMarked(message.components, marker),
    );
    if (ours !== undefined) return { state: 'found', messageId: ours.id };
    if (messages.length < pageSize) return { state: 'absent' };
    after = messages.map((message) => message.id).reduce(later);
  }
  return unknown(`more than ${mostPages * pageSize} messages were posted there since`);
}

const later = (one: string, other: string): string => (BigInt(one) > BigInt(other) ? one : other);

/** Only what the gateway has told us counts; a channel that it has not named cannot be judged. */
function canReadHistory(client: Client, place: Place): boolean {
  if (place.workspace.startsWith('dm-')) return true;
  const channel = client.channels.cache.get(place.channel);
  if (channel === undefined || channel.isDMBased() || client.user === null) return false;
  return channel.permissionsFor(client.user)?.has(PermissionFlagsBits.ReadMessageHistory) ?? false;
}
