import type { WebAPICallResult, WebClient } from '@slack/web-api';
import type { Document } from '../../document/model.ts';
import type { Place } from '../../store/ports.ts';
import type { PostOutcome } from '../platform.ts';
import type { SlackMessage } from './block-kit.ts';
import { postOutcome, readFault } from './faults.ts';
import { renderMessage } from './render.ts';

/** What the marker stands under in a message's metadata, which every app of the workspace can read: an opaque id only. */
export const editionEvent = 'dateline_edition';

/** What `findEdition` looks for. */
export const metadataOf = (marker: string): object => ({
  event_type: editionEvent,
  event_payload: { delivery: marker },
});

/** Mentions one user group above the message: an element of its own, since text is never read for mentions. */
function mentioning(message: SlackMessage, group: string | undefined): object {
  if (group === undefined || !/^S[A-Z0-9]{5,20}$/.test(group)) return message;
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'usergroup', usergroup_id: group }] }];
  return { ...message, blocks: [{ type: 'rich_text', elements }, ...message.blocks] };
}

/**
 * Posts an edition in one attempt.
 * @param web a client that neither retries nor waits
 */
export async function postEdition(
  web: WebClient,
  place: Place,
  document: Document,
  marker: string,
  clock: () => Temporal.Instant,
  more: { readonly mention?: string; readonly thread?: string } = {},
): Promise<PostOutcome> {
  try {
    const posted: WebAPICallResult & { readonly ts?: unknown } = await web.apiCall('chat.postMessage', {
      ...mentioning(renderMessage(document), more.mention),
      channel: place.channel,
      ...(more.thread === undefined ? {} : { thread_ts: more.thread }),
      metadata: metadataOf(marker),
    });
    return typeof posted.ts === 'string'
      ? { state: 'sent', messageId: posted.ts }
      : { state: 'doubt', reason: 'Slack named no message' };
  } catch (thrown) {
    return postOutcome(readFault(thrown), clock());
  }
}
