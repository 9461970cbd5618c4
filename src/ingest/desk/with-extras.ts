import type { Extraction, Extras } from '../model.ts';

/** What we found and, behind it, what a model proposed: so the codes of our own finds stay as they are. */
export const withExtras = (found: Extraction, extras: Extras | undefined): Extraction =>
  extras === undefined
    ? found
    : {
        ...found,
        mentions: [...found.mentions, ...extras.mentions],
        quotations: [...found.quotations, ...extras.quotations],
        figures: [...found.figures, ...extras.figures],
        events: [...found.events, ...extras.events],
      };
