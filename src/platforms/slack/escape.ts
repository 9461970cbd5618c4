import { cut } from '../clean-text.ts';
import type { LinkText, PlainText } from './block-kit.ts';

/** Slack's three entities; nothing else has an escape. Source: docs.slack.dev/messaging/formatting-message-text */
export function entities(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** An absolute http(s) address in ASCII in which no character can end a link; undefined for anything else. */
export function safeUrl(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  const href = parsed.href.replace(/[|<>"'`\\^{}\s]/g, (each) =>
    encodeURIComponent(each).replace("'", '%27'),
  );
  return href.length <= 3000 ? href : undefined;
}

/** The host of an address, as the reader will meet it; `link` where the host itself holds odd characters. */
export function hostLabel(url: string): string {
  const host = URL.parse(url)?.host.replace(/^www\./, '') ?? '';
  return /^[a-z0-9.-]+(:\d+)?$/.test(host) && host.length <= 100 ? host : 'link';
}

/** Text of a `plain_text` object: no markup is read in it. */
export const plain = (text: string, most = 3000): PlainText => ({
  type: 'plain_text',
  text: cut(text, most),
  emoji: false,
});

/**
 * A link for places that know no other form than mrkdwn. The label is the host, which cannot hold markup;
 * undefined where the address is not safe to link.
 */
export function hostLink(url: string): LinkText | undefined {
  const safe = safeUrl(url);
  if (safe === undefined || safe.length > 2800) return undefined;
  return { type: 'mrkdwn', text: `<${entities(safe)}|${hostLabel(safe)}>`, verbatim: true };
}
