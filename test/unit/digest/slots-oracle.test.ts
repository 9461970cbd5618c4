import { describe, expect, it } from 'vitest';
import { createOracle } from '../../support/slot-oracle.ts';
import { compareYear } from './compare-slots.ts';

// Slots against an oracle that shares no code with them. All zones and years: node scripts/chaos.ts slots.

const awkward = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'America/New_York',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Chatham',
];
const others = Intl.supportedValuesOf('timeZone').filter((_, index) => index % 40 === 7);

describe('slots', () => {
  it.each(awkward)('are those of the oracle in %s', (zone) => {
    for (const year of [2020, 2026, 2037]) {
      const { compared, differences } = compareYear(zone, year);
      expect(compared).toBeGreaterThan(364);
      expect(differences).toEqual([]);
    }
  });

  it.each(others)('are those of the oracle in %s', (zone) => {
    expect(compareYear(zone, 2027).differences).toEqual([]);
  });

  it('skip the day that Samoa had not, as the oracle does', () => {
    expect(createOracle('Pacific/Apia').instantOf('2011-12-30', '09:00')).toBeUndefined();
    expect(compareYear('Pacific/Apia', 2011).differences).toEqual([]);
  });

  it('the oracle knows what is published: the gap, the overlap, and a half-hour change', () => {
    const utc = (zone: string, date: string, time: string): string =>
      new Date(createOracle(zone).instantOf(date, time) ?? 0).toISOString().slice(0, 16);
    expect(utc('America/New_York', '2026-03-08', '02:30')).toBe('2026-03-08T07:30');
    expect(utc('America/New_York', '2026-11-01', '01:30')).toBe('2026-11-01T05:30');
    expect(utc('Australia/Lord_Howe', '2026-10-04', '02:15')).toBe('2026-10-03T15:45');
  });
});
