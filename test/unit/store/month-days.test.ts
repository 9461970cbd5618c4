import { describe, expect, test } from 'vitest';
import { monthDaysOf } from '../../../src/store/month-days.ts';

describe('the month-days of an event', () => {
  test('the one day, or each day of the span', () => {
    expect(monthDaysOf({ date: '2001-06-15' })).toEqual(['06-15']);
    expect(monthDaysOf({ date: '2003-12-31', endDate: '2004-01-01' })).toEqual(['12-31', '01-01']);
  });
  test('none for a date that is coarser than a day', () => {
    expect(monthDaysOf({ date: '2001-06' })).toEqual([]);
    expect(monthDaysOf({ date: '2001', endDate: '2001-06-15' })).toEqual([]);
  });
  test('the first day alone when nobody knows the last one, or it is wrong', () => {
    expect(monthDaysOf({ date: '2001-06-29', endDate: '2001-07' })).toEqual(['06-29']);
    expect(monthDaysOf({ date: '2001-06-29', endDate: '2001-06-01' })).toEqual(['06-29']);
  });
  test('29 February only in years that have it', () => {
    expect(monthDaysOf({ date: '2003-02-28', endDate: '2003-03-01' })).toEqual(['02-28', '03-01']);
    expect(monthDaysOf({ date: '2004-02-28', endDate: '2004-03-01' })).toEqual(['02-28', '02-29', '03-01']);
  });
  test('each day once, however long it took', () => {
    expect(monthDaysOf({ date: '2001-01-01', endDate: '2009-12-31' })).toHaveLength(365);
    expect(monthDaysOf({ date: '2003-03-01', endDate: '2004-02-29' })).toHaveLength(366);
  });
});
