import type { WebClient } from '@slack/web-api';
import type { ChangeOutcome, Changes } from '../platform.ts';
import { postOutcome, readFault } from './faults.ts';
import { findEdition, unread } from './find.ts';
import type { Identity } from './parts.ts';
import { metadataOf, type Poster, postEdition } from './post.ts';
import { renderMessage } from './render.ts';

/** Seconds before a change that met with trouble is made again: changes do no harm twice. */
const pause = 30;

/**
 * What is done to messages that stand in Slack, and with people. Any message can be answered in a thread there, so that
 * none has to be opened.
 */
export const createChanges = (
  poster: Poster,
  reader: WebClient,
  me: () => Identity | undefined,
): Changes => ({
  edit: (place, messageId, document, marker) =>
    change(poster.clock, async () => {
      const where = { channel: place.channel, ts: messageId };
      await poster.web.apiCall('chat.update', {
        ...renderMessage(document),
        ...where,
        metadata: metadataOf(marker),
      });
    }),
  reply: (place, messageId, document, marker) =>
    postEdition(poster, place, document, marker, { thread: messageId }),
  // A person's id stands for the channel between her and the app.
  tell: (place, person, document, marker) =>
    postEdition(poster, { ...place, channel: person }, document, marker),
  findReply: (place, messageId, marker, since) =>
    findEdition(reader, me(), place, marker, since, poster.clock, messageId),
  findTold: async (place, person, marker, since) => {
    try {
      const { channel } = await reader.conversations.open({ users: person });
      const between = { ...place, channel: channel?.id ?? person };
      return await findEdition(reader, me(), between, marker, since, poster.clock);
    } catch (thrown) {
      return unread(readFault(thrown), poster.clock());
    }
  },
  dress: (place, messageId, { pin }) =>
    change(poster.clock, async () => {
      if (pin) await poster.web.apiCall('pins.add', { channel: place.channel, timestamp: messageId });
    }),
});

async function change(clock: () => Temporal.Instant, call: () => Promise<void>): Promise<ChangeOutcome> {
  try {
    await call();
    return { state: 'done' };
  } catch (thrown) {
    const fault = readFault(thrown);
    if (fault.kind === 'said' && fault.code === 'already_pinned') return { state: 'done' };
    const outcome = postOutcome(fault, clock());
    if (outcome.state === 'later') return { state: 'later', reason: outcome.reason, at: outcome.at };
    if (outcome.state === 'refused') return { state: 'refused', reason: outcome.reason };
    const reason = outcome.state === 'doubt' ? outcome.reason : '';
    return { state: 'later', reason, at: clock().add({ seconds: pause }) };
  }
}
