import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/ingest/recognise/dates.ts';

/** A Thursday. */
const published = Temporal.PlainDate.from('2024-03-14');
const read = (text: string): readonly string[] =>
  findDates(text, published).map((date) => `${date.text} = ${date.type} ${date.value}`);

/** Protects: each kind of expression is found whole, and has the value that the day of publication and the tense give it. */
describe('what is a date', () => {
  test.each<[string, ...string[]]>([
    ['The bridge opened on 2023-05-04.', '2023-05-04 = DATE 2023-05-04'],
    ['It was signed on March 5, 1996, in Lima.', 'March 5, 1996 = DATE 1996-03-05'],
    ['The vote of the 25th of December 2019 stands.', 'the 25th of December 2019 = DATE 2019-12-25'],
    ['They met on Friday, May 5, 2023.', 'Friday, May 5, 2023 = DATE 2023-05-05'],
    ['The dam burst on 05/04/2023.', '05/04/2023 = DATE 2023-05-04'],
    ['The dam burst on 25.04.2023.', '25.04.2023 = DATE 2023-04-25'],
    ['The mayor spoke on Tuesday.', 'Tuesday = DATE 2024-03-12'],
    ['The mayor spoke on Thursday.', 'Thursday = DATE 2024-03-14'],
    ['The mayor will speak on Saturday.', 'Saturday = DATE 2024-03-16'],
    ['The hearing is to be held Monday.', 'Monday = DATE 2024-03-18'],
    ['She said on Monday that she was tired.', 'Monday = DATE 2024-03-11'],
    ['They left last Friday.', 'last Friday = DATE 2024-03-08'],
    ['Talks resumed Wednesday night.', 'Wednesday night = TIME 2024-03-13TNI'],
    ['Rain fell yesterday and stops tomorrow.', 'yesterday = DATE 2024-03-13', 'tomorrow = DATE 2024-03-15'],
    ['The court sat on Feb. 10.', 'Feb. 10 = DATE 2024-02-10'],
    ['The fair will open on April 24 and 25.', 'April 24 = DATE 2024-04-24', '25 = DATE 2024-04-25'],
    ['He was elected in November.', 'November = DATE 2023-11'],
    ['The tax will rise in June.', 'June = DATE 2024-06'],
    ['It grew in late November 2021.', 'late November 2021 = DATE 2021-11'],
    ['The strike began last week.', 'last week = DATE 2024-W10'],
    ['Prices fell last month and last year.', 'last month = DATE 2024-02', 'last year = DATE 2023'],
    ['They fought in the 1980s.', 'the 1980s = DATE 198X'],
    ['It was built in the 19th century.', 'the 19th century = DATE 18XX'],
    ['It was founded in 2001.', '2001 = DATE 2001'],
    ['Sales rose in the third quarter of 2012.', 'the third quarter of 2012 = DATE 2012-Q3'],
    ['It snowed last winter.', 'last winter = DATE 2023-WI'],
    ['He left two weeks ago.', 'two weeks ago = DATE 2024-W09'],
    ['He left about four years ago.', 'about four years ago = DATE 2020'],
    [
      'It began on May 2, 2020. Two days later it was over.',
      'May 2, 2020 = DATE 2020-05-02',
      'Two days later = DATE 2020-05-04',
    ],
    [
      'It began on May 2, 2020, and ended the next day.',
      'May 2, 2020 = DATE 2020-05-02',
      'the next day = DATE 2020-05-03',
    ],
    ['They came at 9 a.m. Tuesday.', '9 a.m. Tuesday = TIME 2024-03-12T09:00'],
    ['It exploded at 11:30pm.', '11:30pm = TIME 2024-03-14T23:30'],
    ['He waited about one hour and a half.', 'about one hour and a half = DURATION PT1H30M'],
    ['He waited two and a half years.', 'two and a half years = DURATION P2Y6M'],
    ['The two-day meeting ended.', 'two-day = DURATION P2D'],
    ['It rose in the last few months.', 'the last few months = DURATION PXM'],
    ['It rose in the past two months.', 'the past two months = DURATION P2M'],
    ['They came a day after the storm.', 'a day = DURATION P1D'],
    ['The bulletin appears daily and every two weeks.', 'daily = SET P1D', 'every two weeks = SET P2W'],
    ['The club is now in debt.', 'now = DATE PRESENT_REF'],
    ['They gathered at Easter 2023.', 'Easter 2023 = DATE 2023-04-09'],
    ['They will dine on Christmas Eve.', 'Christmas Eve = DATE 2024-12-24'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

/** Protects: words and numbers that look like dates are left alone. */
describe('what is no date', () => {
  test.each([
    'You may march on if you may.',
    'The sun rose over the friday-less island.',
    'Some 1,949 people came.',
    'About 2000 soldiers marched.',
    'He paid $1999 for it.',
    'A 44-year-old man was found.',
    'The Daily Bugle wrote about it.',
    'Flight 1985 was late.',
    'It happened on February 31.',
    'He is second to none.',
  ])('%s', (text) => {
    expect(read(text).filter((found) => !found.includes('REF'))).toEqual([]);
  });
});

test('a day that no calendar has is not made up', () => {
  expect(
    read('on 2023-02-30 and 30 February 2023').filter((found) => /-02-(?:28|29|30)/.test(found)),
  ).toEqual([]);
});
