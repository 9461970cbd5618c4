import type { ConsoleStore } from '../../store/ports.ts';
import { consoleChannels } from './channels.ts';
import { type ConsoleMessage, decodeMessage, encodeMessage, type StandingMessage } from './message.ts';

/** The console's messages, typed; over the store's plain text. */
export interface MessageLog {
  /** Appends once for each marker; the message that stands there afterwards, the older one where the marker is known. */
  append(channel: string, message: ConsoleMessage, at: Temporal.Instant): Promise<StandingMessage>;
  /** Puts another document in the place of a message's; false when there is no such message. */
  replace(id: string, message: ConsoleMessage): Promise<boolean>;
  /** The newest messages of a channel, oldest first. Bodies of another version are left out. */
  recent(channel: string): Promise<readonly StandingMessage[]>;
  /** Messages of all channels with a number above `id`, in order. */
  after(id: number): Promise<readonly StandingMessage[]>;
  /** The highest number so far; 0 when there is none. */
  latest(): Promise<number>;
}

/** How far back the page, a reconnecting viewer and `find` can look in one channel. */
const depth = 200;

/** The message log over a store. */
export function createMessageLog(store: ConsoleStore): MessageLog {
  const recent = async (channel: string): Promise<readonly StandingMessage[]> => {
    const rows = await store.recent(channel, depth);
    return rows.flatMap(({ id, at, body }) => {
      const message = decodeMessage(body);
      return message ? [{ ...message, id: String(id), channel, at }] : [];
    });
  };
  const everywhere = async (): Promise<readonly StandingMessage[]> =>
    (await Promise.all(consoleChannels.map(({ name }) => recent(name)))).flat();
  return {
    async append(channel, message, at) {
      const standing = (await recent(channel)).find((each) => each.marker === message.marker);
      if (standing) return standing;
      const row = { channel, marker: message.marker, at: at.toString(), body: encodeMessage(message) };
      return { ...message, id: String(await store.append(row)), channel, at: row.at };
    },
    replace: (id, message) => store.replace(Number(id), encodeMessage(message)),
    recent,
    async after(id) {
      const newer = (await everywhere()).filter((each) => Number(each.id) > id);
      return newer.sort((one, other) => Number(one.id) - Number(other.id));
    },
    async latest() {
      const newest = await Promise.all(consoleChannels.map(({ name }) => store.recent(name, 1)));
      return Math.max(0, ...newest.flat().map(({ id }) => id));
    },
  };
}
