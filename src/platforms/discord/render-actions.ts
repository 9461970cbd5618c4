import type { Action, Block, ListBlock } from '../../document/model.ts';
import { encodeInvocation } from '../../invocation-codec.ts';
import { cleanLine, cut } from '../clean-text.ts';
import { type ActionRow, type Button, limits } from './components.ts';

/** The row of buttons of a document: those that show hidden items first. Undefined when there is none. */
export function renderActions(blocks: readonly Block[]): ActionRow | undefined {
  const more = blocks.flatMap((block) => (block.type === 'list' ? (moreAction(block) ?? []) : []));
  const own = blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
  const buttons = new Map<string, Button>();
  for (const action of [...more, ...own].filter(isButton)) {
    const button = renderButton(action);
    if (!buttons.has(button.custom_id)) buttons.set(button.custom_id, button);
  }
  const shown = [...buttons.values()].slice(0, limits.buttons);
  return shown.length === 0 ? undefined : { type: 1, components: shown };
}

/** The button that shows what comes after the items shown; undefined when nothing is hidden. */
export function moreAction(block: ListBlock): Action | undefined {
  if (!block.hidden || block.more === undefined) return undefined;
  const start = String(Number(block.more.options.start ?? 0) + block.items.length);
  const invocation = { ...block.more, options: { ...block.more.options, start } };
  return { label: `+${block.hidden} more`, invocation };
}

/** Whether an action can be a button: its label says something and its invocation fits a `custom_id`. */
export const isButton = (action: Action): boolean =>
  cleanLine(action.label) !== '' && encodeInvocation(action.invocation).length <= limits.customId;

const renderButton = (action: Action): Button => ({
  type: 2,
  style: styleOf(action.style),
  label: cut(cleanLine(action.label), limits.label),
  custom_id: encodeInvocation(action.invocation),
});

function styleOf(style: Action['style']): Button['style'] {
  switch (style) {
    case undefined:
      return 2;
    case 'primary':
      return 1;
    case 'danger':
      return 4;
  }
}
