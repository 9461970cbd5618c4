import type { Action, Block, ListBlock } from '../../document/model.ts';
import type { Invocation } from '../../invocation.ts';
import { encodeInvocation } from '../../invocation-codec.ts';
import { cleanLine } from '../clean-text.ts';
import type { ActionsBlock, Button } from './block-kit.ts';
import { plain } from './escape.ts';

/** Every button's `action_id` begins so; the position follows, since ids must differ within a block. */
export const actionPrefix = 'dateline:';

/** One row of buttons under the message; more would break into a second row. */
const mostButtons = 5;
/** Slack's limits for a button's value and its label. */
const mostValue = 2000;
const mostLabel = 75;

/** The row of buttons of a document: those that show hidden items first. Undefined when there is none. */
export function renderActions(blocks: readonly Block[]): ActionsBlock | undefined {
  const actions = [...blocks.flatMap(moreActions), ...blocks.flatMap(ownActions)];
  const buttons = actions.flatMap(renderButton).slice(0, mostButtons);
  if (buttons.length === 0) return undefined;
  return {
    type: 'actions',
    elements: buttons.map((button, index) => ({ ...button, action_id: `${actionPrefix}${index}` })),
  };
}

const ownActions = (block: Block): readonly Action[] => (block.type === 'actions' ? block.actions : []);

function moreActions(block: Block): readonly Action[] {
  if (block.type !== 'list' || !block.hidden || block.more === undefined) return [];
  return [{ label: `Show ${block.hidden} more`, invocation: moreOf(block, block.more) }];
}

/** Starts after the items that are shown. */
function moreOf(block: ListBlock, more: Invocation): Invocation {
  const start = Number(more.options.start ?? 0) + block.items.length;
  return { ...more, options: { ...more.options, start: String(start) } };
}

function renderButton(action: Action): readonly Button[] {
  const value = encodeInvocation(action.invocation);
  const label = cleanLine(action.label);
  if (value.length > mostValue || label === '') return [];
  const style = action.style === undefined ? {} : { style: action.style };
  return [{ type: 'button', action_id: actionPrefix, text: plain(label, mostLabel), value, ...style }];
}
