/** Most words, and most entities, that candidates are drawn by. */
export const mostTerms = 12;

/**
 * What holding a word or an entity counts when `frequency` of `total` records hold it: the rarer, the more.
 * A whole number, so that sums are the same on every engine.
 */
export const weightOf = (frequency: number, total: number): number =>
  Math.max(1, Math.round(100 * Math.log((total + 1) / (frequency + 0.5))));
