import type {
  Block,
  RichElement,
  RichTextBlock,
  SlackMessage,
} from '../../../src/platforms/slack/block-kit.ts';

/** An approximate picture of Slack's client, for looking at order, overflow and missing parts; pixels are not Slack's. */

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function drawElement(element: RichElement): string {
  switch (element.type) {
    case 'text': {
      const { bold, italic, code } = element.style ?? {};
      const inner = code ? `<code>${escapeHtml(element.text)}</code>` : escapeHtml(element.text);
      return `${bold ? '<b>' : ''}${italic ? '<i>' : ''}${inner}${italic ? '</i>' : ''}${bold ? '</b>' : ''}`;
    }
    case 'link':
      return `<a href="${escapeHtml(element.url)}">${escapeHtml(element.text)}</a>`;
    case 'date':
      return `<time>${escapeHtml(element.fallback)}</time>`;
  }
}

const drawElements = (elements: readonly RichElement[]): string => elements.map(drawElement).join('');

function drawRich(part: RichTextBlock['elements'][number]): string {
  switch (part.type) {
    case 'rich_text_section':
      return `<div class="section">${drawElements(part.elements)}</div>`;
    case 'rich_text_quote':
      return `<blockquote>${drawElements(part.elements)}</blockquote>`;
    case 'rich_text_list': {
      const items = part.elements.map((item) => `<li>${drawElements(item.elements)}</li>`).join('');
      return part.style === 'ordered'
        ? `<ol start="${(part.offset ?? 0) + 1}">${items}</ol>`
        : `<ul>${items}</ul>`;
    }
  }
}

/** Context is drawn as Slack does: one line of small grey pieces. */
const drawContext = (text: string): string => {
  const link = /^<([^|>]+)\|([^>]+)>$/.exec(text);
  return link
    ? `<a href="${escapeHtml(link[1] ?? '')}">${escapeHtml(link[2] ?? '')}</a>`
    : `<span>${escapeHtml(text)}</span>`;
};

function drawBlock(block: Block): string {
  switch (block.type) {
    case 'header':
      return `<h1>${escapeHtml(block.text.text)}</h1>`;
    case 'section':
      return `<div class="section">${escapeHtml(block.text.text)}</div>`;
    case 'rich_text':
      return `<div class="rich">${block.elements.map(drawRich).join('')}</div>`;
    case 'context':
      return `<div class="context">${block.elements.map(({ text }) => drawContext(text)).join(' ')}</div>`;
    case 'divider':
      return '<hr>';
    case 'actions':
      return `<div class="actions">${block.elements
        .map((button) => `<button class="${button.style ?? ''}">${escapeHtml(button.text.text)}</button>`)
        .join('')}</div>`;
    case 'input':
      return `<label>${escapeHtml(block.label.text)}<span class="field"></span><small>${escapeHtml(block.hint?.text ?? '')}</small></label>`;
  }
}

const css = `
  body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/1.46668 Lato, "Noto Sans", "DejaVu Sans", sans-serif; }
  article { display: grid; grid-template-columns: 36px minmax(0, 1fr); gap: 0 8px; padding: 8px 20px; border-bottom: 1px solid #eee; }
  .face { width: 36px; height: 36px; border-radius: 6px; background: #1d3557; }
  .name { font-weight: 900; } .name small { font-weight: 400; color: #616061; font-size: 12px; margin-left: 6px; }
  h1 { font-size: 18px; line-height: 1.33; margin: 8px 0 4px; }
  .section, li, blockquote { white-space: pre-wrap; overflow-wrap: anywhere; }
  .rich, .section { margin: 4px 0; } .rich .section { margin: 0; }
  ul, ol { margin: 0; padding-left: 26px; }
  blockquote { margin: 4px 0; border-left: 4px solid #ddd; padding-left: 12px; }
  .context { color: #616061; font-size: 13px; line-height: 1.38; margin: 4px 0; overflow-wrap: anywhere; }
  a { color: #1264a3; text-decoration: none; overflow-wrap: anywhere; }
  code { font: 12px monospace; color: #c01343; background: #f8f8f8; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px; }
  time { background: #f2f2f2; } hr { border: 0; border-top: 1px solid #ddd; margin: 8px 0; }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
  button { font: 700 13px inherit; font-family: inherit; height: 28px; border: 1px solid #bbb; border-radius: 4px; background: #fff; padding: 0 10px; max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .primary { background: #007a5a; border-color: #007a5a; color: #fff; } .danger { color: #e01e5a; border-color: #e01e5a; }
  label { display: block; font-weight: 700; margin: 12px 0; } .field { display: block; height: 36px; border: 1px solid #999; border-radius: 4px; margin: 6px 0; }
  label small { font-weight: 400; color: #616061; }
`;

const drawMessage = (name: string, blocks: readonly Block[], text: string): string =>
  `<article data-name="${escapeHtml(name)}"><div class="face"></div><div><div class="name">Dateline<small>${escapeHtml(name)} · ${escapeHtml(text)}</small></div>${blocks.map(drawBlock).join('')}</div></article>`;

/** A page with one message under another. */
export function drawPage(
  messages: readonly (readonly [string, Pick<SlackMessage, 'blocks' | 'text'>])[],
): string {
  const body = messages.map(([name, { blocks, text }]) => drawMessage(name, blocks, text)).join('\n');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slack</title><style>${css}</style>${body}</html>`;
}
