import type { Document } from '../../document/model.ts';
import type { Block, HomeView } from './block-kit.ts';
import { plain } from './escape.ts';
import { renderDocument } from './render.ts';
import { slashName } from './slash-name.ts';

/** Slack takes 100 blocks in a view: so many for the digests, so many for an answer above them. */
const mostDigests = 60;
const mostSaid = 30;

/**
 * The App Home tab: the channel digests of the workspace as `/digest list` words them, and how to add one.
 * @param said what a button that was just pressed answered
 * @param lines on what became of its files
 */
export function homeView(
  digests: Document,
  prefix: string,
  said?: Document,
  lines: readonly string[] = [],
): HomeView {
  const answer: readonly Block[] =
    said === undefined ? [] : [...renderDocument(said, mostSaid, lines), { type: 'divider' }];
  return {
    type: 'home',
    blocks: [
      ...answer,
      { type: 'header', text: plain('Channel digests') },
      ...renderDocument({ ...digests, title: '' }, mostDigests),
      { type: 'divider' },
      {
        type: 'context',
        elements: [plain(`To add a digest, type ${slashName('digest', prefix)} create in its channel.`)],
      },
    ],
  };
}
