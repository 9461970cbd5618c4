import type { Document } from '../../document/model.ts';
import type { Changes, FindOutcome, PostOutcome } from '../platform.ts';
import type { MessageLog } from './message-log.ts';
import type { Viewers } from './viewers.ts';

/** What is done to messages that stand in the console. A page that is open shows an edited message when it is loaded anew. */
export function createChanges(log: MessageLog, viewers: Viewers, clock: () => Temporal.Instant): Changes {
  const append = async (channel: string, document: Document, marker: string): Promise<PostOutcome> => {
    const standing = await log.append(channel, { marker, document }, clock());
    viewers.show(standing);
    return { state: 'sent', messageId: standing.id };
  };
  const find = async (channel: string, marker: string): Promise<FindOutcome> => {
    const standing = (await log.recent(channel)).find((each) => each.marker === marker);
    return standing ? { state: 'found', messageId: standing.id } : { state: 'absent' };
  };
  return {
    edit: async (_place, messageId, document, marker) =>
      (await log.replace(messageId, { marker, document }))
        ? { state: 'done' }
        : { state: 'refused', reason: `the console has no message ${messageId}` },
    reply: (place, _messageId, document, marker) => append(place.channel, document, marker),
    // The console has one reader, who sees every channel.
    tell: (_place, _person, document, marker) => append('general', document, marker),
    findReply: (place, _messageId, marker) => find(place.channel, marker),
    findTold: (_place, _person, marker) => find('general', marker),
    dress: async () => ({ state: 'done' }),
  };
}
