import type { Document } from '../../document/model.ts';
import type { HomeView } from './block-kit.ts';
import { cleanLine, plain } from './escape.ts';
import { renderDocument } from './render.ts';
import { slashName } from './slash-name.ts';

/** Slack takes 100 blocks in a view. */
const mostBlocks = 90;

/**
 * The App Home tab: the channel digests of the workspace as `/digest list` words them, and how to add one.
 * @param said what a button that was just pressed answered, in one line
 */
export function homeView(digests: Document, prefix: string, said?: string): HomeView {
  const line = cleanLine(said ?? '');
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain('Channel digests') },
      ...(line === '' ? [] : [{ type: 'section' as const, text: plain(line) }]),
      ...renderDocument({ ...digests, title: '' }, mostBlocks),
      { type: 'divider' },
      {
        type: 'context',
        elements: [plain(`To add a digest, type ${slashName('digest', prefix)} create in its channel.`)],
      },
    ],
  };
}
