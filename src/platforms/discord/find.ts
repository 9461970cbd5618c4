import { type Client, PermissionFlagsBits, type REST, Routes } from 'discord.js';
import type { Place } from '../../store/ports.ts';
import type { FindOutcome } from '../platform.ts';
import { emptyProves } from './empty-proves.ts';
import { codes, faultOf, isRefused } from './fault.ts';
import { isMarked } from './mark.ts';
import { snowflakeOf } from './snowflake.ts';

const pageSize = 100;
const mostPages = 20;

interface Standing {
  readonly id: string;
  readonly author?: { readonly id?: string };
  readonly components?: unknown;
  readonly nonce?: unknown;
}

/** Milliseconds for one page, and seconds before a search that met with trouble is made again. */
const patience = 10_000;
const pause = 3;

/**
 * Looks for a message of ours with the marker, from five seconds before `since` on, since clocks differ.
 * Without the permission READ_MESSAGE_HISTORY Discord answers with an empty list, so that nothing found proves nothing.
 * Source: docs.discord.com/developers/resources/message (get channel messages)
 */
export async function find(
  seen: Seen,
  rest: REST,
  place: Place,
  marker: string,
  since: Temporal.Instant,
  clock: () => Temporal.Instant,
): Promise<FindOutcome> {
  const { client } = seen;
  try {
    const me = seen.me ?? (await ownId(rest));
    const from = snowflakeOf(since.subtract({ seconds: 5 }));
    const found = await search(rest, place, marker, me, from);
    if (found.state !== 'absent') return found;
    if ((client && canReadHistory(client, place)) || (await emptyProves(rest, place, me, from))) return found;
    return unknown('the bot lacks Read Message History in the channel');
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (fault.code === codes.unknownChannel) return { state: 'absent' };
    const reason = `Discord would not show the channel's messages (${fault.code ?? fault.status ?? fault.message})`;
    if (isRefused(fault) && fault.status !== 429) return unknown(reason);
    const wait = Math.max(fault.retryAfter ?? 0, pause * 1000);
    return { state: 'unknown', reason, later: clock().add({ milliseconds: Math.ceil(wait) }) };
  }
}

/** What the gateway has told: nothing while it has not let us in. */
interface Seen {
  readonly client: Client | undefined;
  readonly me: string | undefined;
}

async function ownId(rest: REST): Promise<string> {
  const me = (await rest.get(Routes.user(), { signal: AbortSignal.timeout(patience) })) as {
    readonly id: string;
  };
  return me.id;
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
      signal: AbortSignal.timeout(patience),
    })) as readonly Standing[];
    const ours = messages.find(
      ({ author, components, nonce }) =>
        author?.id === me && (isMarked(components, marker) || nonce === marker),
    );
    if (ours !== undefined) return { state: 'found', messageId: ours.id };
    if (messages.length < pageSize) return { state: 'absent' };
    after = messages.map((message) => message.id).reduce(later);
  }
  return unknown(`more than ${mostPages * pageSize} messages were posted there since`);
}

const later = (one: string, other: string): string => (BigInt(one) > BigInt(other) ? one : other);

/** Whether the gateway has told us so; it may not have named the channel. */
function canReadHistory(client: Client, place: Place): boolean {
  if (place.workspace.startsWith('dm-')) return true;
  const channel = client.channels.cache.get(place.channel);
  if (channel === undefined || channel.isDMBased() || client.user === null) return false;
  return channel.permissionsFor(client.user)?.has(PermissionFlagsBits.ReadMessageHistory) ?? false;
}
