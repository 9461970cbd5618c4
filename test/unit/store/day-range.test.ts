import { describe, expect, test } from 'vitest';
import { firstDay, lastDay } from '../../../src/store/day-range.ts';

describe('the days that a date may mean', () => {
  test.each([
    ['2001', '2001-01-01', '2001-12-31'],
    ['2001-02', '2001-02-01', '2001-02-28'],
    ['2004-02', '2004-02-01', '2004-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2001-11', '2001-11-01', '2001-11-30'],
    ['2001-06-15', '2001-06-15', '2001-06-15'],
  ])('%s', (date, first, last) => {
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
  });
});
