import { escapeHtml, escapeWords } from './escape.ts';
import type { StandingMessage } from './message.ts';
import { renderConsole } from './render.ts';

/** The address of the nth file of a message. */
const fileAddress = (message: StandingMessage, index: number): string =>
  `/files/${encodeURIComponent(message.channel)}/${encodeURIComponent(message.id)}/${index}`;

/**
 * A message of a channel as HTML: what was asked, who answers and when, and the document. The time stands there in UTC;
 * the page puts it into the reader's own zone.
 */
export function renderMessage(message: StandingMessage): string {
  const { id, marker, at, asked, document } = message;
  const body = renderConsole(document, {
    id: `m${id}`,
    file: (index) => fileAddress(message, index),
  });
  const question =
    asked === undefined ? '' : `<p class="asked"><b>You</b> <span>${escapeWords(asked)}</span></p>\n`;
  const byline = `<p class="byline"><b>Dateline</b> <time datetime="${escapeHtml(at)}">${escapeHtml(clockWords(at))}</time></p>`;
  return `<div class="message" data-id="${escapeHtml(id)}" data-marker="${escapeHtml(marker)}">\n${question}${byline}\n${body}\n</div>`;
}

const clockWords = (at: string): string => `${at.slice(11, 16)} UTC`;
