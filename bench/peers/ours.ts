import type { MentionKind } from '../../src/ingest/model.ts';
import { findDates } from '../../src/ingest/recognise/dates.ts';
import { findMentions } from '../../src/ingest/recognise/mentions.ts';
import { tokenise } from '../../src/text/tokens.ts';
import type { Reader } from './model.ts';

const kinds: Readonly<Record<MentionKind, string>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  country: 'place',
  other: '',
};

/** The recognisers alone, without links to known entities, quotations, figures and events. */
export const ours: Reader = {
  name: 'Dateline',
  dates: (text, published) => findDates(text, Temporal.PlainDate.from(published)),
  names(text) {
    const dates = findDates(text, Temporal.PlainDate.from('2020-01-01'));
    return findMentions(text, tokenise(text), dates, () => null)
      .map(({ start, end, kind }) => ({ start, end, value: kinds[kind] }))
      .filter(({ value }) => value !== '');
  },
};
