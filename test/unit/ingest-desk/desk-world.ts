import { toIncoming } from '../../../src/ingest/desk/to-incoming.ts';
import { createLink } from '../../../src/ingest/link-entities.ts';
import type { PageRead } from '../../../src/ingest/read/model.ts';
import type { Incoming } from '../../../src/store/desk-ports.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/ports.ts';
import { entity } from '../../support/memory-knowledge.ts';

/** A land that is nowhere, so that no test reads like news. */
export const known = [
  entity('brenland', 'country', 'Brenland'),
  entity('gullport', 'place', 'Gullport'),
  entity('anna-varga', 'person', 'Anna Varga'),
];

export const today = Temporal.PlainDate.from('2026-11-25');
export const act = { by: { id: 'r1', name: 'Reader' }, at: '2026-11-25T09:00:00Z' };

export const report = `GULLPORT, May 4 (Agency) – Foreign Minister Anna Varga of Brenland met Piet Moss at a resort in Gullport on Thursday, and the two spoke for an hour about herring quotas and the harbour that both of their governments want to widen.

“The herring belongs to nobody,” Varga told Moss.

The council will meet again on Friday. It was founded in Gullport in 2001 by the presidents of Brenland and Norrland.`;

export const page = (more: Partial<PageRead> = {}): PageRead => ({
  text: report,
  headline: 'Ministers meet in Gullport',
  published: '2023-05-04',
  publisher: 'The Gazette',
  link: 'https://gazette.example.org/herring',
  ...more,
});

export const incoming = (more: Partial<PageRead> = {}): Incoming =>
  toIncoming(page(more), createLink(known), today);

/** A store in memory that holds the known entities. */
export async function openWorld(): Promise<Store> {
  const store = await openStore(':memory:');
  await fill(store);
  return store;
}

/** Puts the known entities into what ships. */
export const fill = (store: Store): Promise<unknown> =>
  store.knowledge.replaceAll('', { articles: [], events: [], entities: known });
