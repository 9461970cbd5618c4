import type { WebAPICallResult, WebClient } from '@slack/web-api';
import type { Document } from '../../document/model.ts';
import type { Place } from '../../store/ports.ts';
import type { PostOutcome } from '../platform.ts';
import { postOutcome, readFault } from './faults.ts';
import { renderMessage } from './render.ts';

/** What the marker stands under in a message's metadata, which every app of the workspace can read: an opaque id only. */
export const editionEvent = 'dateline_edition';

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
): Promise<PostOutcome> {
  try {
    const posted: WebAPICallResult & { readonly ts?: unknown } = await web.apiCall('chat.postMessage', {
      ...renderMessage(document),
      channel: place.channel,
      metadata: { event_type: editionEvent, event_payload: { delivery: marker } },
    });
    return typeof posted.ts === 'string'
      ? { state: 'sent', messageId: posted.ts }
      : { state: 'doubt', reason: 'Slack named no message' };
  } catch (thrown) {
    return postOutcome(readFault(thrown), clock());
  }
}
