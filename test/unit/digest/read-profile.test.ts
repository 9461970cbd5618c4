import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/digest/read-profile.ts';
import { ReaderError } from '../../../src/errors.ts';

const today = Temporal.PlainDate.from('2026-11-25');
const read = (typed: object) => readProfile(typed, today);

describe('readProfile', () => {
  it('keeps only what was asked for, so that the usual may change later', () => {
    expect(read({})).toBeUndefined();
    expect(read({ pin: true, least: 'major' })).toEqual({ pin: true, least: 'major' });
  });

  it('reads lists, quiet days and ids as people write them', () => {
    expect(read({ without: ' cricket, films ,cricket', quiet: '25 December, 2026-12-31' })).toEqual({
      without: ['cricket', 'films'],
      quiet: ['12-25', '2026-12-31'],
    });
    for (const [typed, id] of [
      ['<#C123|news>', 'C123'],
      ['<@&123456>', '123456'],
      ['<!subteam^S0AB>', 'S0AB'],
      ['C0NEWS', 'C0NEWS'],
    ]) {
      expect(read({ review: typed })).toEqual({ review: id });
    }
  });

  it.each([
    { grace: 169 },
    { grace: -1 },
    { quiet: '31 April' },
    { quiet: '2026-02-30' },
    { mention: '@everyone' },
    { mention: '<script>' },
    { review: 'a channel of mine' },
    { without: Array.from({ length: 21 }, (_, index) => `t${index}`).join(',') },
  ])('refuses %o with what to write', (typed) => {
    expect(() => read(typed)).toThrow(ReaderError);
  });
});
