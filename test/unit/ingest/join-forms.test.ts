import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/ingest/extract.ts';
import { joinForms } from '../../../src/ingest/join-forms.ts';
import { createLink } from '../../../src/ingest/link-entities.ts';

const link = createLink([
  { id: 'fisheries-council', kind: 'organisation', name: 'Northern Council of Fisheries', aliases: ['NFC'] },
]);
const published = Temporal.PlainDate.from('2023-05-04');
function named(text: string): readonly (readonly [string, string, string | null])[] {
  const { mentions } = joinForms(extract({ text, published }, link), text);
  return mentions.map((each) => [each.text, each.name, each.entity] as const);
}

describe('forms of one name', () => {
  test('initials that the text explains go by the full name, and all are the entity that has one of them', () => {
    const text =
      'The talks were hosted by the Northern Fisheries Council (NFC), which was founded in 2001. The NFC will meet again.';
    expect(named(text)).toEqual([
      ['Northern Fisheries Council', 'Northern Fisheries Council', 'fisheries-council'],
      ['NFC', 'Northern Fisheries Council', 'fisheries-council'],
      ['NFC', 'Northern Fisheries Council', 'fisheries-council'],
    ]);
  });
  test('initials of another body in brackets are none of it', () => {
    const text = 'The talks were hosted by the Ministry of Trade (NFC Building), said the Ministry of Trade.';
    for (const [, name] of named(text)) expect(name).not.toBe('Northern Fisheries Council');
  });
});
