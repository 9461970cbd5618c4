import type { NonEmpty } from '../answer/model.ts';
import { commonRoom, weigh } from '../document/fit.ts';
import type { Document } from '../document/model.ts';

/**
 * The fullest document that needs no cutting, made for one size after another; the last one where none fits.
 * `fit` alone would leave one item under each heading.
 */
export function firstFitting<S>(sizes: NonEmpty<S>, make: (size: S) => Document): Document {
  const [first, ...rest] = sizes;
  return rest.reduce(
    (document, size) => (weigh(document) <= commonRoom.characters ? document : make(size)),
    make(first),
  );
}
