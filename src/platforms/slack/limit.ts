import type { Source } from '../../document/model.ts';
import type { Block } from './block-kit.ts';
import { plain } from './escape.ts';
import { renderSource, renderSourceList } from './render-context.ts';

/**
 * All blocks of a message together. No page tells this limit; people met `msg_blocks_too_long` at about 13,200
 * characters, containers counted (slackapi/bolt-js issues 2509 and 2867), so we measure the JSON and stay below.
 */
const mostJson = 12_000;

/** A message in its parts, before anything is left out. */
export interface Parts {
  readonly title: readonly Block[];
  readonly body: readonly Block[];
  /** Few and short: they stay, whatever goes. */
  readonly notes: readonly Block[];
  readonly sources: readonly Source[];
  /** The buttons. */
  readonly row: readonly Block[];
}

/**
 * The parts as blocks that Slack takes. What is too much goes whole, from the end, and the message says how much: first
 * parts of the body, since the sources are what makes the rest worth reading, then sources, then the buttons.
 */
export function limit(parts: Parts, most: number): readonly Block[] {
  const whole = assemble(parts, parts.body.length, parts.sources.length, most);
  if (isWithin(whole, most)) return whole;
  for (let kept = parts.body.length - 1; kept >= 1; kept -= 1) {
    const shorter = assemble(parts, kept, parts.sources.length, most);
    if (isWithin(shorter, most)) return shorter;
  }
  for (let kept = parts.sources.length - 1; kept >= 0; kept -= 1) {
    const shorter = assemble(parts, 1, kept, most);
    if (isWithin(shorter, most)) return shorter;
  }
  const bare = assemble({ ...parts, row: [] }, 1, 0, most);
  return isWithin(bare, most)
    ? bare
    : [...parts.title, ...parts.notes, note(parts.body.length, parts.sources.length)];
}

const isWithin = (blocks: readonly Block[], most: number): boolean =>
  blocks.length <= most && JSON.stringify(blocks).length <= mostJson;

function assemble(parts: Parts, kept: number, cited: number, most: number): readonly Block[] {
  const { title, notes, row } = parts;
  const body = parts.body.slice(0, kept);
  const left = [parts.body.length - body.length, parts.sources.length - cited] as const;
  const said = left[0] + left[1] > 0 ? [note(...left)] : [];
  const room = most - title.length - body.length - notes.length - said.length - row.length;
  return [
    ...title,
    ...body,
    ...notes,
    ...said,
    ...renderSources(parts.sources.slice(0, cited), room),
    ...row,
  ];
}

/** A line of small print each; those that do not fit as blocks share one. */
function renderSources(sources: readonly Source[], room: number): readonly Block[] {
  if (sources.length <= Math.max(0, room)) return sources.map(renderSource);
  const alone = Math.max(0, room - 1);
  return [...sources.slice(0, alone).map(renderSource), renderSourceList(sources.slice(alone), alone)];
}

function note(parts: number, sources: number): Block {
  const left = [counted(parts, 'part'), counted(sources, 'source')].filter((words) => words !== '');
  const text = `Shortened for Slack: ${left.join(' and ')} left out.`;
  return { type: 'context', elements: [plain(text)] };
}

const counted = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
