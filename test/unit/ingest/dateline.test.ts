import { describe, expect, test } from 'vitest';
import { readDateline, readHeaderDate } from '../../../src/ingest/recognise/dateline.ts';

describe('where an agency report was written', () => {
  test.each([
    ['LUSAKA, May 4 (Copper News) – Rain fell.', 'Lusaka'],
    ['NEW AMSTERDAM, Guyana (AP) _ Rain fell.', 'New Amsterdam'],
    ['HARARE -- Rain fell.', 'Harare'],
    ['GENEVA: Rain fell.', 'Geneva'],
    ['A photo of rain. (A Name/Agency) HARARE (AP) -- Rain fell.', 'Harare'],
  ])('%s', (text, place) => {
    expect(readDateline(text).place).toBe(place);
  });

  test.each([
    'Rain fell in Harare.',
    'Ama Boateng: rain is good.',
    'Yesterday - all day - it rained.',
    'CNN — Rain fell.',
    '',
  ])('none in “%s”', (text) => {
    expect(readDateline(text).place).toBeNull();
  });
});

describe('a header with the day', () => {
  test('is read', () => {
    expect(readHeaderDate(' date 2024-03-14 Rain fell.')?.toString()).toBe('2024-03-14');
  });

  test.each(['date 2024-02-30 Rain', 'Rain on 2024-03-14', 'update 2024-03-14'])('is not in “%s”', (text) => {
    expect(readHeaderDate(text)).toBeUndefined();
  });
});
