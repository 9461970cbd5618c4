import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import type { Place } from '../../store/ports.ts';
import type { FindOutcome } from '../platform.ts';
import { type ApiFault, faultWords, isPassing, readFault } from './faults.ts';
import type { Identity } from './parts.ts';
import { editionEvent } from './post.ts';

/** Clocks differ a little: so many seconds before the time given count too. */
const slack = 5;
const pageSize = 200;
const mostPages = 20;
/** Milliseconds for all pages together. */
const patience = 45_000;

type Message = NonNullable<ConversationsHistoryResponse['messages']>[number];

/**
 * Looks in a channel, or in the thread of a message, for a message of ours with the marker. Never rejects: what cannot be
 * read is `unknown`.
 */
export async function findEdition(
  reader: WebClient,
  me: Identity | undefined,
  place: Place,
  marker: string,
  since: Temporal.Instant,
  clock: () => Temporal.Instant,
  thread?: string,
): Promise<FindOutcome> {
  const late = performance.now() + patience;
  const oldest = ((since.epochMilliseconds - slack * 1_000) / 1_000).toFixed(6);
  let cursor: string | undefined;
  try {
    for (let page = 0; page < mostPages && performance.now() < late; page += 1) {
      const history = await read(reader, thread, {
        channel: place.channel,
        oldest,
        inclusive: true,
        include_all_metadata: true,
        limit: pageSize,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const found = history.messages?.find((message) => isOurs(message, me, marker));
      if (found?.ts !== undefined) return { state: 'found', messageId: found.ts };
      cursor = history.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) return { state: 'absent' };
    }
    return { state: 'unknown', reason: 'the channel has too many messages since then to look through' };
  } catch (thrown) {
    return unread(readFault(thrown), clock());
  }
}

interface Page {
  readonly channel: string;
  readonly oldest: string;
  readonly inclusive: true;
  readonly include_all_metadata: true;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of the channel, which shows no answers in threads, or of one thread. */
const read = (
  reader: WebClient,
  thread: string | undefined,
  page: Page,
): Promise<Pick<ConversationsHistoryResponse, 'messages' | 'response_metadata'>> =>
  thread === undefined
    ? reader.conversations.history(page)
    : reader.conversations.replies({ ...page, ts: thread });

/** Seconds before a search that met with passing trouble is made again. */
const pause = 3;

/** Slack's own refusals stay; anything else may be over in a while. */
export function unread(fault: ApiFault, now: Temporal.Instant): FindOutcome {
  const reason = faultWords(fault);
  if (fault.kind === 'said' && !isPassing(fault.code)) return { state: 'unknown', reason };
  const seconds = fault.kind === 'limited' ? Math.max(pause, fault.seconds) : pause;
  return { state: 'unknown', reason, later: now.add({ seconds }) };
}

/** Anybody may write metadata, so the author is looked at too. */
function isOurs(message: Message, me: Identity | undefined, marker: string): boolean {
  const payload: unknown = message.metadata?.event_payload;
  if (message.metadata?.event_type !== editionEvent || typeof payload !== 'object' || payload === null) {
    return false;
  }
  const isMine = me === undefined || message.user === me.userId || message.bot_id === me.botId;
  return isMine && 'delivery' in payload && payload.delivery === marker;
}
