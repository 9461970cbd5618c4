import { type RawFile, type REST, Routes } from 'discord.js';
import type { Document } from '../../document/model.ts';
import type { Place } from '../../store/ports.ts';
import type { PostOptions, PostOutcome } from '../platform.ts';
import type { DiscordPayload, PayloadFile } from './components.ts';
import { faultOf } from './fault.ts';
import { markPayload, nonceOf } from './mark.ts';
import { postOutcome } from './post-outcome.ts';
import { renderMessages } from './render.ts';

/** Milliseconds for all messages of a document. */
export const longestPost = 20_000;

/** Mentions one role above the message, and nobody else: whatever the text says, only this id is let through. */
export function mentioning(payload: DiscordPayload, role: string | undefined): object {
  if (role === undefined || !/^\d{5,20}$/.test(role)) return payload;
  return {
    ...payload,
    allowed_mentions: { parse: [], roles: [role] },
    components: [{ type: 10, content: `<@&${role}>` }, ...payload.components],
  };
}

/** A file as the library uploads it, in the same request as the message. */
export const rawFile = (file: PayloadFile): RawFile => ({ ...file, data: Buffer.from(file.data) });

/**
 * Posts a document with one attempt for each of its messages; a digest that has been fitted is one message.
 * Where a document needs several, the marker is on the last, so that whoever finds it knows that all stand, and its id
 * is the message's id; if one of them fails, its outcome is the document's. A second attempt within Discord's nonce
 * window (a few minutes) gets the messages that stand already instead of new ones.
 */
export async function post(
  rest: REST,
  place: Place,
  document: Document,
  marker: string,
  clock: () => Temporal.Instant,
  options: PostOptions = { within: longestPost },
): Promise<PostOutcome> {
  const signal = AbortSignal.timeout(options.within);
  const messages = renderMessages(document);
  let messageId = '';
  for (const [index, { body, files }] of messages.entries()) {
    const isLast = index === messages.length - 1;
    const nonce = nonceOf(marker, index, messages.length);
    try {
      const sent = await rest.post(Routes.channelMessages(place.channel), {
        body: {
          ...mentioning(isLast ? markPayload(body, marker) : body, index === 0 ? options.mention : undefined),
          nonce,
          enforce_nonce: true,
        },
        files: files.map(rawFile),
        signal,
      });
      const { id } = (sent ?? {}) as { readonly id?: unknown };
      // Something between us and Discord answered, or the answer was cut: the same nonce tells the message in the next attempt.
      if (typeof id !== 'string') return { state: 'doubt', reason: 'Discord named no message' };
      messageId = id;
    } catch (thrown) {
      return postOutcome(faultOf(thrown), clock());
    }
  }
  return { state: 'sent', messageId };
}
