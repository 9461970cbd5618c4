import { type REST, Routes } from 'discord.js';
import type { Document } from '../../document/model.ts';
import type { Place } from '../../store/ports.ts';
import type { ChangeOutcome, Changes, PlatformAdapter, PostOutcome } from '../platform.ts';
import { codes, faultOf } from './fault.ts';
import { markPayload } from './mark.ts';
import { post, rawFile } from './post.ts';
import { postOutcome } from './post-outcome.ts';
import { renderMessages } from './render.ts';

/** Milliseconds for one call. */
const patience = 15_000;
/** Seconds before a change that met with trouble is made again: changes do no harm twice. */
const pause = 30;

/** What is done to messages that stand in Discord, and with people. */
export const createChanges = (
  rest: REST,
  clock: () => Temporal.Instant,
  find: PlatformAdapter['find'],
): Changes => ({
  edit: (place, messageId, document, marker) =>
    change(clock, async () => {
      const { body, files } = renderMessages(document)[0];
      // Mentions are read anew at each edit unless they are shut off again: the payload does that.
      await rest.patch(Routes.channelMessage(place.channel, messageId), {
        body: markPayload(body, marker),
        // They take the place of those that the message has.
        files: files.map(rawFile),
        signal: AbortSignal.timeout(patience),
      });
    }),
  reply: (place, messageId, document, marker) => reply(rest, place, messageId, document, marker, clock),
  tell: async (place, person, document, marker) => {
    try {
      return await post(rest, await between(rest, place, person), document, marker, clock);
    } catch (thrown) {
      return postOutcome(faultOf(thrown), clock());
    }
  },
  // An answer stands in the channel itself, and may be read there.
  findReply: (place, _messageId, marker, since) => find(place, marker, since),
  findTold: async (place, person, marker, since) => {
    try {
      return await find(await between(rest, place, person), marker, since);
    } catch {
      const reason = 'Discord would not open the conversation';
      return { state: 'unknown', reason, later: clock().add({ seconds: pause }) };
    }
  },
  dress: (place, messageId, { pin, thread }) =>
    change(clock, async () => {
      if (pin) await rest.put(Routes.channelMessagesPin(place.channel, messageId));
      if (thread !== undefined) await openThread(rest, place, messageId, thread);
    }),
});

/** The conversation between a person and the bot: Discord makes it once, and its channel has one reader. */
async function between(rest: REST, place: Place, person: string): Promise<Place> {
  const { id } = (await rest.post(Routes.userChannels(), {
    body: { recipient_id: person },
    signal: AbortSignal.timeout(patience),
  })) as { readonly id: string };
  return { ...place, workspace: `dm-${id}`, channel: id };
}

/** A message has one thread at most, so that a second try finds the first one's. */
async function openThread(rest: REST, place: Place, messageId: string, title: string): Promise<void> {
  try {
    await rest.post(Routes.threads(place.channel, messageId), { body: { name: title.slice(0, 100) } });
  } catch (thrown) {
    if (faultOf(thrown).code !== codes.threadExists) throw thrown;
  }
}

/** An answer to the message, under a nonce of its own. */
async function reply(
  rest: REST,
  place: Place,
  messageId: string,
  document: Document,
  marker: string,
  clock: () => Temporal.Instant,
): Promise<PostOutcome> {
  try {
    const { body, files } = renderMessages(document)[0];
    const sent = (await rest.post(Routes.channelMessages(place.channel), {
      body: {
        ...markPayload(body, marker),
        message_reference: { message_id: messageId, fail_if_not_exists: false },
        nonce: marker,
        enforce_nonce: true,
      },
      files: files.map(rawFile),
      signal: AbortSignal.timeout(patience),
    })) as { readonly id: string };
    return { state: 'sent', messageId: sent.id };
  } catch (thrown) {
    return postOutcome(faultOf(thrown), clock());
  }
}

async function change(clock: () => Temporal.Instant, call: () => Promise<void>): Promise<ChangeOutcome> {
  try {
    await call();
    return { state: 'done' };
  } catch (thrown) {
    const outcome = postOutcome(faultOf(thrown), clock());
    if (outcome.state === 'later') return { state: 'later', reason: outcome.reason, at: outcome.at };
    if (outcome.state === 'refused') return { state: 'refused', reason: outcome.reason };
    const reason = outcome.state === 'doubt' ? outcome.reason : '';
    return { state: 'later', reason, at: clock().add({ seconds: pause }) };
  }
}
