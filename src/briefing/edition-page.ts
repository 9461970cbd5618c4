import type { Block, Document } from '../document/model.ts';
import type { Pictures } from '../pictures/port.ts';
import type { Delivery, Store } from '../store/ports.ts';
import { exportBriefing } from './export.ts';
import type { Briefing, BriefingSection, Piece } from './model.ts';

/**
 * The page of a briefing or a digest by its id, as it was made; undefined where there is none. Whoever asks has shown a link
 * with the right signature.
 */
export async function editionPage(
  id: string | undefined,
  { editions, deliveries }: Pick<Store, 'editions' | 'deliveries'>,
  tools: { readonly pictures: Pictures },
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const briefing = (await editions.get(id))?.briefing ?? digestAsBriefing(await deliveries.get(id), id);
  if (briefing === undefined) return undefined;
  return new TextDecoder().decode((await exportBriefing(briefing, 'html', tools)).content);
}

/** A digest that was put together, as a page shows it; an id has to be the whole one. */
export function digestAsBriefing(row: Delivery | undefined, id: string): Briefing | undefined {
  if (row?.id !== id || row.edition === undefined || row.basis === undefined) return undefined;
  const { edition, basis } = row;
  return {
    title: edition.title ?? 'Digest',
    about: edition.title ?? 'Digest',
    edition: {
      id: id.slice(0, 10),
      dataVersion: basis.dataVersion,
      asOf: basis.asOf.slice(0, 10),
      command: '/digest preview',
      again: `/digest show ${id.slice(0, 10)}`,
    },
    sections: sectionsOf(edition),
    leftOut: [],
    sources: edition.sources,
  };
}

/** A heading begins a section; what stands before the first one is a section too. */
function sectionsOf({ blocks }: Document): readonly BriefingSection[] {
  const sections: { heading: string; pieces: Piece[] }[] = [{ heading: '', pieces: [] }];
  for (const block of blocks) {
    if (block.type === 'heading') sections.push({ heading: block.text, pieces: [] });
    else sections.at(-1)?.pieces.push(...pieceOf(block));
  }
  return sections.filter(({ pieces }) => pieces.length > 0);
}

function pieceOf(block: Exclude<Block, { type: 'heading' }>): readonly Piece[] {
  switch (block.type) {
    case 'picture':
      return block.drawing === undefined ? [] : [{ type: 'drawing', drawing: block.drawing }];
    case 'divider':
    case 'actions':
      return [];
    case 'paragraph':
    case 'list':
    case 'quote':
    case 'table':
      return [block];
  }
}
