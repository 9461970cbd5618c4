import type { FormField } from '../../form.ts';
import { entityKinds, eventKinds } from '../../knowledge/model.ts';
import { dateWords } from '../../text/date-words.ts';
import { recordKind } from '../desk/event-record.ts';
import type { Keyed, NameFound } from '../desk/found-things.ts';
import type { EventFound, QuotationFound } from '../model.ts';
import { standings } from './standings.ts';

/** One thing of a card that can be changed. */
export type Item =
  | { readonly type: 'event'; readonly thing: Keyed<EventFound> }
  | { readonly type: 'quotation'; readonly thing: Keyed<QuotationFound> }
  | { readonly type: 'name'; readonly thing: Keyed<NameFound> };

const dated = 'Such as 5 May 2023, May 2023 or 2023; none where it is not known';

/** The fields of a thing with what stands there now: the same names as the options of `/article edit`. */
export function fieldsOf(item: Item): readonly FormField[] {
  switch (item.type) {
    case 'event':
      return eventFields(item.thing.found);
    case 'quotation':
      return [
        {
          name: 'speaker',
          label: 'Speaker',
          about: 'Who said it',
          value: item.thing.found.speaker?.name ?? item.thing.found.speaker?.text ?? '',
          required: true,
        },
      ];
    case 'name':
      return nameFields(item.thing.found);
  }
}

function eventFields(found: EventFound): readonly FormField[] {
  return [
    { name: 'title', label: 'Title', value: found.title, required: true, long: true },
    {
      name: 'date',
      label: 'Date',
      about: dated,
      value: found.on === undefined ? 'none' : dateWords(found.on.start),
    },
    { name: 'place', label: 'Place', about: 'None where it is not known', value: found.place ?? 'none' },
    {
      name: 'participants',
      label: 'Who took part',
      about: 'Names with commas between them',
      value: found.participants.map(({ name }) => name).join(', ') || 'none',
      long: true,
    },
    { name: 'kind', label: 'Kind', value: recordKind(found.kind), choices: eventKinds, required: true },
    {
      name: 'status',
      label: 'Standing',
      about: 'What only one side claims gets into no digest',
      value: standings[found.modality],
      choices: Object.values(standings),
      required: true,
    },
  ];
}

function nameFields({ name, kind, forms }: NameFound): readonly FormField[] {
  return [
    { name: 'name', label: 'Name', value: name, required: true },
    {
      name: 'kind',
      label: 'Kind',
      value: kind === 'other' ? 'organisation' : kind,
      choices: entityKinds,
      required: true,
    },
    {
      name: 'aliases',
      label: 'Other names',
      about: 'Acronym, short name; with commas between them, none where there are none',
      value: forms.join(', ') || 'none',
    },
    {
      name: 'same',
      label: 'The same as',
      about: 'A name that the desk knows, where it is another name for it',
      value: '',
    },
  ];
}
