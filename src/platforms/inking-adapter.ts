import type { Document } from '../document/model.ts';
import type { Changes, PlatformAdapter } from './platform.ts';

/** Makes what a document holds as data into what is sent: pictures, files. It never rejects. */
export type Ink = (document: Document) => Promise<Document>;

/** A platform to which documents are given as they were frozen, and whose pictures are drawn just before they are sent. */
export const inkingAdapter = (adapter: PlatformAdapter, ink: Ink): PlatformAdapter => ({
  name: adapter.name,
  connect: (desk) => adapter.connect(desk),
  post: async (place, document, marker, options) => adapter.post(place, await ink(document), marker, options),
  find: (place, marker, since) => adapter.find(place, marker, since),
  ...(adapter.manners === undefined ? {} : { manners: adapter.manners }),
  ...(adapter.changes === undefined ? {} : { changes: inkingChanges(adapter.changes, ink) }),
  state: () => adapter.state(),
  [Symbol.asyncDispose]: () => adapter[Symbol.asyncDispose](),
});

const inkingChanges = (changes: Changes, ink: Ink): Changes => ({
  ...changes,
  edit: async (place, messageId, document, marker) =>
    changes.edit(place, messageId, await ink(document), marker),
  reply: async (place, messageId, document, marker) =>
    changes.reply(place, messageId, await ink(document), marker),
  tell: async (place, person, document, marker) => changes.tell(place, person, await ink(document), marker),
});
