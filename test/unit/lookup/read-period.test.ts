import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReaderError } from '../../../src/errors.ts';
import { inPeriod, periodWords } from '../../../src/lookup/period.ts';
import { readFromTo, readPeriod } from '../../../src/lookup/read-period.ts';

const today = Temporal.PlainDate.from('2026-11-23');

describe('a period as somebody types it', () => {
  it.each([
    ['2023', { from: '2023-01-01', until: '2023-12-31' }],
    ['2023-05', { from: '2023-05-01', until: '2023-05-31' }],
    ['2023-5-4', { from: '2023-05-04', until: '2023-05-04' }],
    ['2023-05-01/2023-05-31', { from: '2023-05-01', until: '2023-05-31' }],
    ['May 2023', { from: '2023-05-01', until: '2023-05-31' }],
    ['9 June 2017', { from: '2017-06-09', until: '2017-06-09' }],
    ['2020 to 2023', { from: '2020-01-01', until: '2023-12-31' }],
    ['2020–2023', { from: '2020-01-01', until: '2023-12-31' }],
    ['from May 2020 until 2023', { from: '2020-05-01', until: '2023-12-31' }],
    ['between 2020 and 2023', { from: '2020-01-01', until: '2023-12-31' }],
    ['last year', { from: '2025-01-01', until: '2025-12-31' }],
    ['last 30 days', { from: '2026-10-25', until: '2026-11-23' }],
    ['past three months', { from: '2026-08-23', until: '2026-11-23' }],
    ['since 2020', { from: '2020-01-01' }],
    ['after 2020', { from: '2021-01-01' }],
    ['until 2005', { until: '2005-12-31' }],
    ['up to 2005', { until: '2005-12-31' }],
    ['before June 2001', { until: '2001-05-31' }],
  ])('reads “%s”', (typed, expected) => {
    expect(readPeriod(typed, today)).toEqual(expected);
  });
  it.each(['', 'whenever', 'last 0 days', '31 April 2020', '2023-13', '2023-02-30', '2023 2024', 'India'])(
    'refuses “%s” in one sentence',
    (typed) => {
      expect(() => readPeriod(typed, today)).toThrow(ReaderError);
      expect(() => readPeriod(typed, today)).toThrow(/^[^.]+\.$/);
    },
  );
  it('refuses ends that are the wrong way round', () => {
    expect(() => readPeriod('2023 to 2020', today)).toThrow('2023 is after 2020');
    expect(() => readFromTo('June 2017', '2016', today)).toThrow('June 2017 is after 2016');
  });
  it('names the option that is wrong', () => {
    expect(() => readFromTo('banana', undefined, today)).toThrow('“banana” is not a date for from');
    expect(() => readFromTo(undefined, '2017-06-31', today)).toThrow('There is no 2017-06-31');
  });
});

describe('a period in words', () => {
  it.each([
    [{}, ''],
    [{ from: '2023-01-01', until: '2023-12-31' }, 'in 2023'],
    [{ from: '2023-05-01', until: '2023-05-31' }, 'in May 2023'],
    [{ from: '2023-05-04', until: '2023-05-04' }, 'on 4 May 2023'],
    [{ from: '2020-01-01', until: '2023-12-31' }, 'from 2020 to 2023'],
    [{ from: '2026-10-25', until: '2026-11-23' }, 'from 25 October to 23 November 2026'],
    [{ from: '2020-01-01' }, 'since 2020'],
    [{ until: '2005-12-31' }, 'until 2005'],
  ])('%j is “%s”', (period, words) => {
    expect(periodWords(period)).toBe(words);
  });
});

describe('whether a date lies in a period', () => {
  const june = { from: '2017-06-01', until: '2017-06-30' };
  it('takes days, months within, and spans that touch it', () => {
    expect(inPeriod('2017-06-09', undefined, june)).toBe(true);
    expect(inPeriod('2017-06', undefined, june)).toBe(true);
    expect(inPeriod('2017-05-30', '2017-06-02', june)).toBe(true);
  });
  it('does not take a year for one of its months', () => {
    expect(inPeriod('2017', undefined, june)).toBe(false);
    expect(inPeriod('2017-05-31', undefined, june)).toBe(false);
  });
  it('agrees with the calendar for any two days', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }));
    fc.assert(
      fc.property(day, day, day, (one, other, date) => {
        const [from, until] = [one, other].map(String).sort();
        const period = { from: from as string, until: until as string };
        const isIn =
          Temporal.PlainDate.compare(date, period.from) >= 0 &&
          Temporal.PlainDate.compare(date, period.until) <= 0;
        expect(inPeriod(date.toString(), undefined, period)).toBe(isIn);
        expect(readPeriod(`${from}/${until}`, today)).toEqual(period);
      }),
    );
  });
});
