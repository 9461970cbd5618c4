import type { Block, Document, Source } from '../../document/model.ts';
import { plainBody, plainSpans } from '../../document/plain.ts';
import type { HeaderBlock, Block as SlackBlock, SlackMessage } from './block-kit.ts';
import { cleanLine, cut, entities, plain } from './escape.ts';
import { renderActions } from './render-actions.ts';
import { renderBlock } from './render-blocks.ts';
import { renderSource, renderSourceList } from './render-context.ts';

/** Slack takes 50 blocks a message, and a header of 150 characters. */
const mostBlocks = 50;
const mostHeader = 150;
/**
 * All blocks of a message together. No page tells this limit; people met `msg_blocks_too_long` at about 13,200
 * characters, containers counted (slackapi/bolt-js issues 2509 and 2867), so we measure the JSON and stay below.
 */
const mostJson = 12_000;

/** The payloads of a document, without channel and addressee. It is always one message. */
export const renderSlack = (document: Document): readonly SlackMessage[] => [renderMessage(document)];

/** A document that has been through `fit` as one Slack message. */
export function renderMessage(document: Document): SlackMessage {
  return {
    text: entities(cut(firstLine(document), 300)),
    blocks: renderDocument(document, mostBlocks),
    unfurl_links: false,
    unfurl_media: false,
    link_names: false,
    parse: 'none',
    mrkdwn: false,
  };
}

/** Header, body, sources, one row of buttons: the blocks alone, for messages, modals and App Home. */
export function renderDocument(document: Document, most: number): readonly SlackBlock[] {
  const title = renderTitle(document.title);
  const body = tidyDividers(document.blocks).flatMap(renderBlock);
  const row = renderActions(document.blocks);
  const rest = [...renderSources(document.sources, most - body.length - 3), ...(row ? [row] : [])];
  const blocks = limit([...title, ...body], rest, most);
  return blocks.length > 0 ? blocks : [{ type: 'section', text: plain('Nothing to show.') }];
}

function renderTitle(title: string | undefined): readonly HeaderBlock[] {
  const text = cleanLine(title ?? '');
  return text === '' ? [] : [{ type: 'header', text: plain(text, mostHeader) }];
}

/** Rules at the edges or next to one another say nothing. */
function tidyDividers(blocks: readonly Block[]): readonly Block[] {
  const drawn = blocks.filter((block) => block.type !== 'actions');
  const isRule = (index: number): boolean => drawn[index]?.type === 'divider';
  const isEdge = (index: number): boolean => index === 0 || index === drawn.length - 1;
  return drawn.filter((_, index) => !isRule(index) || !(isEdge(index) || isRule(index - 1)));
}

/** A line of small print each; those that do not fit as blocks share one. */
function renderSources(sources: readonly Source[], room: number): readonly SlackBlock[] {
  if (sources.length <= room) return sources.map(renderSource);
  const alone = Math.max(0, room - 1);
  return [...sources.slice(0, alone).map(renderSource), renderSourceList(sources.slice(alone), alone)];
}

/** Leaves out whole blocks from the body's end, and says so, until the message is short enough for Slack. */
function limit(
  body: readonly SlackBlock[],
  rest: readonly SlackBlock[],
  most: number,
): readonly SlackBlock[] {
  const whole = [...body, ...rest];
  if (isWithin(whole, most)) return whole;
  const note: SlackBlock = {
    type: 'context',
    elements: [plain('Shortened: the message was too long for Slack.')],
  };
  for (let kept = body.length - 1; kept >= 1; kept -= 1) {
    const shorter = [...body.slice(0, kept), note, ...rest];
    if (isWithin(shorter, most)) return shorter;
  }
  const row = rest.filter((block) => block.type === 'actions');
  const first = body.slice(0, 1);
  const least = [
    [...first, note, ...row],
    [...first, note],
  ];
  return least.find((blocks) => isWithin(blocks, most)) ?? [note];
}

const isWithin = (blocks: readonly SlackBlock[], most: number): boolean =>
  blocks.length <= most && JSON.stringify(blocks).length <= mostJson;

/** What a notification says: the title, else the first words of the body. */
function firstLine(document: Document): string {
  const title = cleanLine(document.title ?? '');
  if (title !== '') return title;
  const first = document.blocks.find((block) => block.type === 'paragraph');
  const words = first ? plainSpans(first.spans) : plainBody(document);
  return cleanLine(words.split('\n').find((line) => cleanLine(line) !== '') ?? '') || 'Dateline';
}
