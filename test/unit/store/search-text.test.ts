import { describe, expect, test } from 'vitest';
import { searchWords } from '../../../src/store/search-text.ts';
import { event } from '../../support/memory-knowledge.ts';

describe('the words that a record is found by', () => {
  const found = searchWords(
    event('pact-2001', '2001-06-15', 'Pact', 'Signed in Šiauliai.', {
      participants: [
        { entity: 'sergey-lavrov', role: 'signatory' },
        { name: 'Mr Bhutto', role: 'absent' },
      ],
      figures: [{ id: 'pact-f1', measure: 'trade turnover', value: 49.5, unit: 'USD', asOf: '2001' }],
      place: { city: 'Shanghai' },
    }),
  );
  test('its prose, names, places and figures, folded', () => {
    for (const word of ['pact', 'siauliai', 'lavrov', 'bhutto', 'turnover', '49.5', 'shanghai']) {
      expect(found, word).toContain(word);
    }
  });
  test('not its dates, ids, addresses, parts and the names of its fields', () => {
    for (const word of ['2001', '06', 'f1', 'https', 'high', 'held', 'signatory', 'summary', 'entity']) {
      expect(found, word).not.toContain(word);
    }
  });
});
