import type { WebAPICallResult, WebClient } from '@slack/web-api';
import type { Document } from '../../document/model.ts';
import type { Place } from '../../store/ports.ts';
import type { PostOutcome } from '../platform.ts';
import { showUnder } from './attach.ts';
import type { SlackMessage } from './block-kit.ts';
import { postOutcome, readFault } from './faults.ts';
import { renderMessage } from './render.ts';
import { stageUploads } from './stage.ts';
import { failureLines, uploadsOf } from './upload.ts';

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

/** What posting needs. */
export interface Poster {
  /** Neither retries nor waits. */
  readonly web: WebClient;
  readonly clock: () => Temporal.Instant;
  /** Takes work that need not be waited for: a message is sent when it stands, whatever becomes of its files. */
  readonly later: (work: () => Promise<void>) => void;
}

/** Milliseconds that an edition waits for its files. */
const patience = 4_000;

/**
 * Posts an edition in one attempt. Its pictures and files, one attempt for each, are brought to Slack before, so that it
 * says which are missing, and shown in its thread after.
 */
export async function postEdition(
  poster: Poster,
  place: Place,
  document: Document,
  marker: string,
  more: { readonly mention?: string; readonly thread?: string } = {},
): Promise<PostOutcome> {
  const { web } = poster;
  const { files, failures } = await stageUploads(web, uploadsOf(document), patience);
  try {
    const posted: Posted = await web.apiCall('chat.postMessage', {
      ...mentioning(renderMessage(document, failureLines(failures)), more.mention),
      channel: place.channel,
      ...(more.thread === undefined ? {} : { thread_ts: more.thread }),
      metadata: metadataOf(marker),
    });
    const { ts } = posted;
    if (typeof ts !== 'string') return { state: 'doubt', reason: 'Slack named no message' };
    // Where a person's id was the address, Slack names the conversation.
    const channel = typeof posted.channel === 'string' ? posted.channel : place.channel;
    poster.later(() => showUnder(web, files, { channel, thread: more.thread ?? ts }));
    return { state: 'sent', messageId: ts };
  } catch (thrown) {
    return postOutcome(readFault(thrown), poster.clock());
  }
}

type Posted = WebAPICallResult & { readonly ts?: unknown; readonly channel?: unknown };
