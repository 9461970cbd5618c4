import type { Commands, Dispatch } from '../../command.ts';
import type { Block, Document, ListItem, Span } from '../../document/model.ts';
import { slashName } from './slash-name.ts';

/** Text in which each command has the name that readers type in this workspace. */
export type Naming = (text: string) => string;

/**
 * How the commands of a text get their names here: `/digest create` becomes `/sco-digest create`. Only an exact name
 * that stands where a word begins is one: addresses, dates and `and/or` stay.
 */
export function createNaming(commands: Commands, prefix: string): Naming {
  const names = new Map(
    commands
      .filter((command) => !command.hidden)
      .map(({ name }) => [name, slashName(name, prefix)] as const)
      .filter(([name, here]) => here !== `/${name}`),
  );
  return (text) => text.replace(typed, (whole: string, name: string) => names.get(name) ?? whole);
}

/** A slash and a name, after white space or an opening mark; not before more of a path or of a longer name. */
const typed = /(?<=^|[\s([{“‘"'«—–])\/([a-z][a-z0-9-]*)(?![\p{L}\p{N}_/=]|[.:?&#-][\p{L}\p{N}/])/gu;

/**
 * The document with the names that commands have in this workspace. What others wrote stays as they wrote it: quotes,
 * sources, and the words of links, which are titles of articles.
 */
export const nameCommands = (document: Document, naming: Naming): Document => ({
  ...document,
  ...(document.title === undefined ? {} : { title: naming(document.title) }),
  blocks: document.blocks.map((block) => nameInBlock(block, naming)),
});

/** A dispatch whose documents name commands as this workspace does. */
export const namingDispatch =
  (dispatch: Dispatch, naming: Naming): Dispatch =>
  async (invocation, origin) =>
    nameCommands(await dispatch(invocation, origin), naming);

function nameInBlock(block: Block, naming: Naming): Block {
  switch (block.type) {
    case 'heading':
      return { ...block, text: naming(block.text) };
    case 'paragraph':
      return { ...block, spans: nameInSpans(block.spans, naming) };
    case 'list':
      return { ...block, items: block.items.map((item) => nameInItem(item, naming)) };
    case 'table':
      return {
        ...block,
        head: block.head.map(naming),
        rows: block.rows.map((row) => row.map((cell) => nameInSpans(cell, naming))),
      };
    case 'picture':
      return { ...block, alt: naming(block.alt) };
    case 'actions':
      return { ...block, actions: block.actions.map((each) => ({ ...each, label: naming(each.label) })) };
    case 'quote':
    case 'divider':
      return block;
  }
}

const nameInItem = (item: ListItem, naming: Naming): ListItem => ({
  spans: nameInSpans(item.spans, naming),
  ...(item.detail === undefined ? {} : { detail: nameInSpans(item.detail, naming) }),
});

const nameInSpans = (spans: readonly Span[], naming: Naming): readonly Span[] =>
  spans.map((span) => (span.type === 'text' ? { ...span, text: naming(span.text) } : span));
