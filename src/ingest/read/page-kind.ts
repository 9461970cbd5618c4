import type { PageKind } from './model.ts';

const endings: Readonly<Record<string, PageKind>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  pdf: 'pdf',
  json: 'json',
  jsonld: 'json',
  jsonl: 'json lines',
  ndjson: 'json lines',
};

/** The kind that a file's name tells; undefined for one that is not read. */
export function kindOfName(name: string): PageKind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}

/** The kind that a media type and the first bytes tell; undefined for pictures, programs and the like. */
export function kindOfContent(mediaType: string, bytes: Uint8Array): PageKind | undefined {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256)).trimStart();
  if (type === 'application/pdf' || head.startsWith('%PDF-')) return 'pdf';
  if (/\b(?:x-ndjson|jsonl|jsonlines)\b/.test(type)) return 'json lines';
  if (/[/+]json$/.test(type)) return 'json';
  if (/^text\/(?:markdown|x-markdown)$/.test(type)) return 'markdown';
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type) || /^<(?:!doctype html|html)/i.test(head))
    return 'html';
  if (type === 'text/plain' || type === '') return /^</.test(head) ? 'html' : 'text';
  return undefined;
}

/** The character set of a media type. */
export const charsetOf = (mediaType: string): string | undefined =>
  /charset\s*=\s*["']?([\w:-]{2,30})/i.exec(mediaType)?.[1];
