import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateWords,
  monthDayWords,
  monthNames,
  rangeWords,
  readMonthDay,
  whenWords,
} from '../../../src/text/date-words.ts';

const today = Temporal.PlainDate.from('2026-02-28');
const read = (typed: string) => readMonthDay(typed, today);

describe('a date in words', () => {
  test('is never finer than the record: 2001 is not 1 January', () => {
    expect(dateWords('2017-06-09')).toBe('9 June 2017');
    expect(dateWords('2004-12')).toBe('December 2004');
    expect(dateWords('2001')).toBe('2001');
    expect([whenWords('2017-06-09'), whenWords('2004-12'), whenWords('2001')]).toEqual([
      'on 9 June 2017',
      'in December 2004',
      'in 2001',
    ]);
  });

  test.each([
    ['2009-06-15', '2009-06-16', '15–16 June 2009'],
    ['2025-08-31', '2025-09-01', '31 August – 1 September 2025'],
    ['2004-12-31', '2005-01-01', '31 December 2004 – 1 January 2005'],
    ['2004-11', '2004-12', 'November – December 2004'],
    ['2001', '2003', '2001 – 2003'],
    ['2009-06-15', '2009-06-15', '15 June 2009'],
    ['2009-06-15', undefined, '15 June 2009'],
    ['2009-06-15', '2009-06', '15 June 2009 – June 2009'],
    ['2009-06', '2009', 'June 2009 – 2009'],
  ])('%s until %s is %s', (start, end, words) => {
    expect(rangeWords(start, end)).toBe(words);
  });

  test('a month and day', () => {
    expect(monthDayWords('06-15')).toBe('15 June');
    expect(monthDayWords('02-29')).toBe('29 February');
  });
});

describe('a typed day', () => {
  test.each([
    ['15 June', '06-15'],
    ['june 15', '06-15'],
    ['15 Jun', '06-15'],
    ['15th of June', '06-15'],
    ['June 15th, 2001', '06-15'],
    ['1st Sept.', '09-01'],
    ['3 sep', '09-03'],
    ['2 May 2011', '05-02'],
    ['06-15', '06-15'],
    ['6-5', '06-05'],
    ['2026-06-15', '06-15'],
    ['  15   June ', '06-15'],
    ['29 February', '02-29'],
    ['2026-02-29', '02-29'],
    ['today', '02-28'],
    ['Tomorrow', '03-01'],
    ['YESTERDAY', '02-27'],
  ])('%s is %s', (typed, monthDay) => {
    expect(read(typed)).toEqual({ state: 'read', monthDay });
  });

  test.each([
    ['31 April', '31 April', '04-30'],
    ['30 February', '30 February', '02-29'],
    ['02-30', '30 February', '02-29'],
    ['June 31st', 'June 31st', '06-30'],
    ['0 June', '0 June', '06-30'],
    ['2001-11-31', '31 November', '11-30'],
  ])('%s is no such day: said as “%s”, nearest %s', (typed, said, nearest) => {
    expect(read(typed)).toEqual({ state: 'no-such-day', said, nearest });
  });

  test.each([
    '',
    '15',
    'June',
    'next Tuesday',
    '13-13',
    '15/06',
    '15 Junes',
    '5 Mayt',
    '5 Jant',
    'constructor',
    '__proto__',
    '15 June or so',
    '115 June',
    '15 June 20',
  ])('“%s” is not read as some day', (typed) => {
    expect(read(typed)).toEqual({ state: 'unread' });
  });

  test('every day of a leap year is read back from its own words', () => {
    const first = Temporal.PlainDate.from('2024-01-01');
    for (let day = first; day.year === 2024; day = day.add({ days: 1 })) {
      const monthDay = day.toString().slice(5);
      expect(read(monthDayWords(monthDay))).toEqual({ state: 'read', monthDay });
      expect(read(`${monthNames[day.month - 1]} ${day.day}`)).toEqual({ state: 'read', monthDay });
      expect(read(day.toString())).toEqual({ state: 'read', monthDay });
    }
  });

  test('whatever is typed: a day that is in the calendar, or none', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,3}[ -](June|Feb|May|\d{1,3})$/));
    fc.assert(
      fc.property(typed, (text) => {
        const reading = read(text);
        if (reading.state === 'unread') return;
        const monthDay = reading.state === 'read' ? reading.monthDay : reading.nearest;
        expect(Temporal.PlainDate.from(`2024-${monthDay}`).toString()).toBe(`2024-${monthDay}`);
      }),
    );
  });
});
