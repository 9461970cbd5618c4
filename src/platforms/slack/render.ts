import type { Block, Document } from '../../document/model.ts';
import { plainBody, plainSpans } from '../../document/plain.ts';
import { cleanLine, cut } from '../clean-text.ts';
import type { HeaderBlock, Block as SlackBlock, SlackMessage } from './block-kit.ts';
import { entities, plain } from './escape.ts';
import { limit } from './limit.ts';
import { renderActions } from './render-actions.ts';
import { renderBlock } from './render-blocks.ts';
import { quietText } from './render-context.ts';

/** Slack takes 50 blocks a message, and a header of 150 characters. */
const mostBlocks = 50;
const mostHeader = 150;

/** The payloads of a document, without channel and addressee. It is always one message. */
export const renderSlack = (document: Document): readonly SlackMessage[] => [renderMessage(document)];

/**
 * A document that has been through `fit` as one Slack message.
 * @param lines on what became of its files, which are sent by themselves; they stand under the body and are never left out
 */
export function renderMessage(document: Document, lines: readonly string[] = []): SlackMessage {
  return {
    text: entities(cut(firstLine(document), 300)),
    blocks: renderDocument(document, mostBlocks, lines),
    unfurl_links: false,
    unfurl_media: false,
    link_names: false,
    parse: 'none',
    mrkdwn: false,
  };
}

/** Header, body, sources, one row of buttons: the blocks alone, for messages, modals and App Home. */
export function renderDocument(
  document: Document,
  most: number,
  lines: readonly string[] = [],
): readonly SlackBlock[] {
  const row = renderActions(document.blocks);
  const blocks = limit(
    {
      title: renderTitle(document.title),
      body: tidyDividers(document.blocks).flatMap(renderBlock),
      notes: lines.flatMap((line) => quietText(line) ?? []),
      sources: document.sources,
      row: row === undefined ? [] : [row],
    },
    most,
  );
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

/** What a notification says: the title, else the first words of the body. */
function firstLine(document: Document): string {
  const title = cleanLine(document.title ?? '');
  if (title !== '') return title;
  const first = document.blocks.find((block) => block.type === 'paragraph');
  const words = first ? plainSpans(first.spans) : plainBody(document);
  return cleanLine(words.split('\n').find((line) => cleanLine(line) !== '') ?? '') || 'Dateline';
}
