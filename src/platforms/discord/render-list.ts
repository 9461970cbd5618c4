import type { ListBlock, ListItem } from '../../document/model.ts';
import { prefixed } from './lines.ts';
import { isButton, moreAction } from './render-actions.ts';

/** A line for each item and its detail; the last line says how many are hidden where no button can. */
export function renderList(block: ListBlock): readonly string[] {
  // Small print cannot be indented under a bullet, so a list that has any goes without bullets.
  const bullet = block.items.some((item) => item.detail) ? '' : '- ';
  const lines = block.items.flatMap((item, index) =>
    renderItem(item, block.ordered ? `${index + 1}. ` : bullet),
  );
  const more = moreAction(block);
  const isSaid = !block.hidden || (more !== undefined && isButton(more));
  return isSaid ? lines : [...lines, `-# +${block.hidden} more`];
}

/** An item stays in one piece with its detail where a message can hold both. */
function renderItem(item: ListItem, mark: string): readonly string[] {
  const lines = prefixed(item.spans, 'line', '').map((line, index) => (index === 0 ? mark + line : line));
  const detail = item.detail === undefined ? [] : prefixed(item.detail, 'line', '-# ');
  const [first, ...more] = detail;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || last.length + first.length > 3000)
    return [...lines, ...detail];
  return [...lines.slice(0, -1), `${last}\n${first}`, ...more];
}
