import type { ListItem } from '../document/model.ts';
import type { Drawing } from '../pictures/model.ts';
import type { Piece } from './model.ts';

/** A list, with how many of its kind are left out; nothing for an empty one. */
export const listOf = (items: readonly ListItem[], hidden = 0): readonly Piece[] =>
  items.length === 0 ? [] : [{ type: 'list', items, ...(hidden > 0 ? { hidden } : {}) }];

/** A picture, where there is one to draw. */
export const drawn = (drawing: Drawing | undefined): readonly Piece[] =>
  drawing === undefined ? [] : [{ type: 'drawing', drawing }];
