import type { EventFound } from '../model.ts';

/** What an editor calls the ways in which an event can be told. */
export const standings: Readonly<Record<EventFound['modality'], string>> = {
  asserted: 'happened',
  planned: 'still to come',
  claimed: 'one side’s claim',
  possible: 'only possible',
};
