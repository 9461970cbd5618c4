import { describe, expect, it } from 'vitest';
import { anniversariesIn } from '../../../src/briefing/anniversaries.ts';
import type { Event } from '../../../src/knowledge/model.ts';
import { event } from '../../support/memory-knowledge.ts';

// Protects that only days that are known come round, in the week that begins with the day of the briefing.

const on = (date: string, more: Partial<Event> = {}): Event =>
  event(`e-${date}`, date, 'Thing', 'It was.', more);
const found = (today: string, ...events: readonly Event[]) =>
  anniversariesIn(events, today).map(({ event: { date }, on: day, years }) => [date, day, years]);

describe('anniversaries', () => {
  it('come round from the day itself to the sixth after it', () => {
    expect(
      found('2026-11-23', on('2001-11-22'), on('2001-11-23'), on('2016-11-29'), on('2016-11-30')),
    ).toEqual([
      ['2001-11-23', '2026-11-23', 25],
      ['2016-11-29', '2026-11-29', 10],
    ]);
  });
  it('count years across a new year', () => {
    expect(found('2026-12-29', on('2001-01-02'))).toEqual([['2001-01-02', '2027-01-02', 26]]);
  });
  it('of 29 February come round on the 28th, and in leap years on their own day', () => {
    expect(found('2026-02-24', on('2004-02-29'))).toEqual([['2004-02-29', '2026-02-28', 22]]);
    expect(found('2028-02-24', on('2004-02-29'))).toEqual([['2004-02-29', '2028-02-29', 24]]);
  });
  it.each([
    ['a month', on('2001-11')],
    ['a year', on('2001')],
    ['what is only announced', on('2001-11-23', { status: 'announced' })],
    ['this year', on('2026-11-23')],
    ['what is to come', on('2030-11-23')],
  ])('do not come round for %s', (_, each) => {
    expect(found('2026-11-23', each)).toEqual([]);
  });
});
