import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, readTimes } from '../../../src/text/time-expressions.ts';

const today = Temporal.PlainDate.from('2025-06-15');
const window = (text: string): string | undefined => {
  const found = readTimes(text, today).windows[0];
  return found === undefined ? undefined : `${found.from}/${found.until}`;
};

describe('time in questions', () => {
  it.each([
    ['what happened on 3 May 2023?', '2023-05-03/2023-05-03'],
    ['what happened on May 3rd, 2023', '2023-05-03/2023-05-03'],
    ['what did he say in Sept 2022', '2022-09-01/2022-09-30'],
    ['unwell in summer 1998', '1998-06-01/1998-09-30'],
    ['in mid-September 2022', '2022-09-08/2022-09-23'],
    ['in the middle of April 2022', '2022-04-08/2022-04-23'],
    ['on 18-19 July 2008', '2008-07-18/2008-07-19'],
    ['from 3 to 7 May 2019', '2019-05-03/2019-05-07'],
    ['steps in the nineties', '1990-01-01/1999-12-31'],
    ['treaties of the 80s', '1980-01-01/1989-12-31'],
    ['at the end of 2017', '2017-10-01/2017-12-31'],
    ['goods imports in 2022-23', '2022-01-01/2023-12-31'],
    ['who was it in 2017', '2017-01-01/2017-12-31'],
    ["where was last year's summit", '2024-01-01/2024-12-31'],
    ['what happened five years ago today?', '2020-06-15/2020-06-15'],
    ['two years ago', '2023-01-01/2023-12-31'],
    ['yesterday', '2025-06-14/2025-06-14'],
    ['what did they agree this February', '2025-02-01/2025-02-28'],
    ['who came last March', '2025-03-01/2025-03-31'],
    ['who came last October', '2024-10-01/2024-10-31'],
    ['the summit of the year before last', '2023-01-01/2023-12-31'],
    ['what was said the month before last', '2025-04-01/2025-04-30'],
  ])('reads “%s”', (text, expected) => {
    expect(window(text)).toBe(expected);
  });
  it('gives “a couple of months back” a month of play on both sides', () => {
    expect(window('who took over a couple of months back')).toBe('2025-03-15/2025-05-16');
  });
  it('reads a day without a year as a month-day', () => {
    expect(readTimes('what happened on 15 June?', today).monthDay).toBe('06-15');
  });
  it('says when the calendar has no such day', () => {
    expect(readTimes('What happened on 30 February 2020?', today).impossible).toBe('30 february 2020');
  });
  it('finds no time where there is none', () => {
    expect(readTimes('May I ask who may march?', today).windows).toEqual([]);
  });
  it('never throws and never makes up a day that does not exist', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 0, max: 40 }),
        (text, day) => {
          const reading = readTimes(`${text} ${day} June 2021`, today);
          for (const each of reading.windows) expect(() => Temporal.PlainDate.from(each.from)).not.toThrow();
        },
      ),
    );
  });
  it('spreads a date of lower precision over all the days it can mean', () => {
    expect(daysOf('2004-02')).toEqual({ from: '2004-02-01', until: '2004-02-29' });
    expect(daysOf('2007')).toEqual({ from: '2007-01-01', until: '2007-12-31' });
  });
});
