import { defineAction, defineGroup, type OptionSpec } from '../src/command.ts';
import { completeFeeds, follow, listFeeds, setFeedState, unfollow } from '../src/ingest/feeds/follow.ts';

const manage = { needs: 'manage-digests', private: true } as const;

const idOption = {
  type: 'text',
  about: 'the feed’s id, as /feed list shows it',
  required: true,
  rest: true,
  complete: completeFeeds,
} as const satisfies OptionSpec;

const add = defineAction({
  ...manage,
  about: 'Follows an RSS, Atom or JSON feed; its articles wait for a review',
  options: { address: { type: 'text', about: 'the address of the feed', required: true, rest: true } },
  run: ({ address }, context) => follow(address, context),
});

const list = defineAction({
  private: true,
  about: 'The feeds of this server or workspace, and how they fare',
  options: {},
  run: (_, context) => listFeeds(context),
});

const pause = defineAction({
  ...manage,
  about: 'Stops fetching a feed for the time being',
  options: { id: idOption },
  run: ({ id }, context) => setFeedState(id, 'paused', context),
});

const resume = defineAction({
  ...manage,
  about: 'Goes on with a paused feed',
  options: { id: idOption },
  run: ({ id }, context) => setFeedState(id, 'active', context),
});

const remove = defineAction({
  ...manage,
  about: 'Follows a feed no more; its articles stay',
  options: { id: idOption },
  run: ({ id }, context) => unfollow(id, context),
});

export default defineGroup({
  name: 'feed',
  about: 'Feeds whose articles come to the desk by themselves',
  examples: ['feed list'],
  subcommands: { add, list, pause, resume, remove },
});
