// Which messages have been read, by channel: remembered by the browser, so that what came while the page was closed counts.

const key = 'dateline.read';

/** Marks for the channels; `read` holds the number of the last message read in each. */
export function createUnread(channels) {
  const counts = new Map();
  const read = load();

  function load() {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
    } catch {
      return {};
    }
  }

  function save() {
    try {
      localStorage.setItem(key, JSON.stringify(read));
    } catch {
      // A browser that remembers nothing shows the marks until it is closed.
    }
  }

  return {
    count: (channel) => counts.get(channel) ?? 0,
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    /** The message after which something may be unread; undefined at the first visit, when nothing is. */
    after() {
      const numbers = channels.map(({ name }) => read[name]);
      return numbers.every(Number.isSafeInteger) ? Math.min(...numbers) : undefined;
    },
    /** Counts a message that the reader does not see; false where it was read before. */
    add({ channel, id }) {
      if (Number(id) <= (read[channel] ?? 0)) return false;
      counts.set(channel, (counts.get(channel) ?? 0) + 1);
      return true;
    },
    /** All messages up to a number are read in a channel. */
    seen(channel, id) {
      if (Number.isSafeInteger(id) && id > (read[channel] ?? -1)) read[channel] = id;
      counts.delete(channel);
      save();
    },
    /** What stood there before the first visit is not news; a desk with an empty store numbers anew. */
    begin(newest) {
      for (const { name } of channels) if (!(read[name] <= newest)) read[name] = newest;
      save();
    },
  };
}
