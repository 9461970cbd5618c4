import type { ConsoleStore } from '../../../src/store/ports.ts';

/** The console's messages in memory, with the same promises as the real store. */
export function memoryMessages(): ConsoleStore {
  const rows: { id: number; channel: string; marker: string; at: string; body: string }[] = [];
  return {
    append: async (message) => {
      const known = rows.find((row) => row.marker === message.marker);
      if (known) return known.id;
      rows.push({ ...message, id: rows.length + 1 });
      return rows.length;
    },
    replace: async (id, body) => {
      const row = rows.find((each) => each.id === id);
      if (row !== undefined) row.body = body;
      return row !== undefined;
    },
    recent: async (channel, limit) =>
      rows
        .filter((row) => row.channel === channel)
        .slice(-limit)
        .map(({ id, at, body }) => ({ id, at, body })),
  };
}
