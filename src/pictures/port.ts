import type { PictureBlock } from '../document/model.ts';
import type { Drawing } from './model.ts';

/** Draws. The same drawing is drawn once; asking again is free while it is remembered. */
export interface Pictures {
  /** An `<svg>` element for a page, in colours that the page sets as variables and changes in the dark. */
  svg(drawing: Drawing): Promise<string>;
  /** A block for a chat message: a PNG on its own ground, readable in light and dark. */
  png(drawing: Drawing): Promise<PictureBlock>;
}
