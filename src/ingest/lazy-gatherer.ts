import type { Gatherer } from './gather.ts';

/**
 * A gatherer that is made when it is first used: it brings TLS, name look-ups and a thread that parses, which a bot that nobody
 * brings articles to can do without.
 */
export function lazyGatherer(make: () => Promise<Gatherer>): Gatherer {
  let made: Promise<Gatherer> | undefined;
  const get = (): Promise<Gatherer> => {
    made ??= make();
    return made;
  };
  return {
    fromLink: async (...asked) => (await get()).fromLink(...asked),
    fromFile: async (...asked) => (await get()).fromFile(...asked),
    fromText: async (...asked) => (await get()).fromText(...asked),
    feed: async (...asked) => (await get()).feed(...asked),
    async [Symbol.asyncDispose]() {
      if (made !== undefined) await (await made)[Symbol.asyncDispose]();
    },
  };
}
