import type { Document } from '../../src/document/model.ts';
import type { PlatformAdapter } from '../../src/platforms/platform.ts';
import type { Delivery } from '../../src/store/ports.ts';
import type { Fake } from './fake.ts';

// Every second digest carries a picture. It is not drawn, which would take long: platforms look at no pixels.

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Which digests carry one: the same ones in each process. */
export const carriesPicture = (delivery: string): boolean =>
  delivery.charCodeAt(delivery.length - 1) % 2 === 0;

const withPicture = (document: Document): Document => ({
  ...document,
  blocks: [
    ...document.blocks,
    { type: 'picture', png, name: 'years.png', alt: 'Timeline. A day and its years.' },
  ],
});

/** An adapter whose digests carry their pictures. */
export const pictured = (adapter: PlatformAdapter): PlatformAdapter => ({
  ...adapter,
  post: (place, document, marker, options) =>
    adapter.post(place, carriesPicture(marker) ? withPicture(document) : document, marker, options),
});

/** What became of the pictures of digests that arrived. */
export interface PictureVerdict {
  /** Digests that carry one. */
  readonly carrying: number;
  readonly missing: readonly string[];
  /** With more pictures than they carry. */
  readonly doubled: readonly string[];
}

/** Counts at the platform's side what a reader sees with each message. */
export function judgePictures(rows: readonly Delivery[], fake: Fake): PictureVerdict {
  const seen = rows.flatMap(({ id, messageId }) => {
    const message = fake.messages.find((each) => each.id === messageId);
    return message === undefined ? [] : [{ id, wanted: carriesPicture(id) ? 1 : 0, shown: message.pictures }];
  });
  return {
    carrying: seen.filter(({ wanted }) => wanted === 1).length,
    missing: seen.filter(({ wanted, shown }) => shown < wanted).map(({ id }) => id),
    doubled: seen.filter(({ wanted, shown }) => shown > wanted).map(({ id }) => id),
  };
}
