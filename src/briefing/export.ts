import type { AttachedFile } from '../document/model.ts';
import { ReaderError } from '../errors.ts';
import type { Pictures } from '../pictures/port.ts';
import { fold } from '../text/fold.ts';
import { renderHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import type { Briefing, FileFormat } from './model.ts';
import { drawingsOf, type Press } from './press.ts';

/** What an export may use; a desk may be without either. */
export interface ExportTools {
  readonly pictures?: Pictures | undefined;
  readonly press?: Press | undefined;
}

/**
 * A briefing as a file that is named after its subject and its edition.
 * @throws ReaderError where this desk cannot make PDF
 */
export async function exportBriefing(
  briefing: Briefing,
  format: FileFormat,
  tools: ExportTools,
): Promise<AttachedFile> {
  const name = fileName(briefing, format);
  switch (format) {
    case 'md':
      return { name, mediaType: mediaTypes[format], content: bytes(renderMarkdown(briefing)) };
    case 'html': {
      const drawn = drawingsOf(briefing).map(
        async (drawing) => [drawing, await tools.pictures?.svg(drawing)] as const,
      );
      const pictures = new Map(
        (await Promise.all(drawn)).flatMap(([drawing, svg]) => (svg === undefined ? [] : [[drawing, svg]])),
      );
      return { name, mediaType: mediaTypes[format], content: bytes(renderHtml(briefing, pictures)) };
    }
    case 'pdf':
      if (tools.press === undefined)
        throw new ReaderError('This desk cannot make PDF files; ask for html or md.');
      return { name, mediaType: mediaTypes[format], content: await tools.press.pdf(briefing) };
  }
}

export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
};

/** `brief-india-and-the-sco-e936a7v5ae.pdf`. */
export const fileName = ({ about, edition }: Briefing, format: FileFormat): string =>
  `brief-${slug(about)}-${edition.id}.${format}`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `india-and-the-sco`: at most 44 letters of the Latin alphabet, digits and hyphens; `topic` where none is left. */
const slug = (words: string): string =>
  fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    // No word is cut in two, unless it is the only one.
    .replace(/^(.{1,44})(?:-.*)?$|^(.{44}).*$/, '$1$2') || 'topic';
