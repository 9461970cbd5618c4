import { describe, expect, it } from 'vitest';
import { describeTiming } from '../../../src/digest/describe.ts';
import { completeZone, readDays, readTimes, readTopics, readZone } from '../../../src/digest/read-timing.ts';
import { ReaderError } from '../../../src/errors.ts';

describe('readTimes', () => {
  it.each([
    ['09:00', ['09:00']],
    ['9:05', ['09:05']],
    ['18:30, 9:00', ['09:00', '18:30']],
    ['9am and 6.30 pm', ['09:00', '18:30']],
    ['12am, 12pm', ['00:00', '12:00']],
    ['09:00,09:00', ['09:00']],
  ])('reads “%s”', (typed, times) => expect(readTimes(typed)).toEqual(times));
  it.each([
    '',
    '24:00',
    '9',
    '09:60',
    '13pm',
    'noonish',
    '0 9 * * *',
    '00:00,01:00,02:00,03:00,04:00,05:00,06:00',
  ])('refuses “%s” in one sentence', (typed) => expect(() => readTimes(typed)).toThrow(ReaderError));
});

describe('readDays', () => {
  it.each([
    ['mon-fri', ['mon', 'tue', 'wed', 'thu', 'fri']],
    ['Monday, Wednesday', ['mon', 'wed']],
    ['fri-mon', ['mon', 'fri', 'sat', 'sun']],
    ['weekends', ['sat', 'sun']],
    ['sun mon', ['mon', 'sun']],
    ['tues and thurs', ['tue', 'thu']],
  ])('reads “%s”', (typed, days) => expect(readDays(typed)).toEqual(days));
  it.each(['', 'm', 'mon-', 'funday', 'mon-wed-fri', '1,2'])('refuses “%s”', (typed) =>
    expect(() => readDays(typed)).toThrow(ReaderError),
  );
});

describe('readZone', () => {
  it.each([
    ['asia/kolkata', 'Asia/Kolkata'],
    ['America/New York', 'America/New_York'],
    ['utc', 'UTC'],
  ])('reads “%s”', (typed, zone) => expect(readZone(typed)).toBe(zone));
  it.each(['', '+05:30', 'Mars/Olympus', 'IST please', '../etc'])('refuses “%s”', (typed) =>
    expect(() => readZone(typed)).toThrow(ReaderError),
  );
  it('offers zones by the start of any part, under the name in use today', () => {
    expect(completeZone('kolk')).toEqual(['Asia/Kolkata']);
    expect(completeZone('new y')).toEqual(['America/New_York']);
    expect(completeZone('')).toHaveLength(25);
    expect(completeZone('nowhere')).toEqual([]);
  });
});

describe('readTopics', () => {
  it('splits, trims and drops doubles', () => {
    expect(readTopics(' India, Pakistan;India ')).toEqual(['India', 'Pakistan']);
    expect(readTopics(undefined)).toEqual([]);
  });
});

describe('describeTiming', () => {
  it.each([
    ['daily', '09:00', 'every day at 09:00 (UTC)'],
    ['mon-fri', '09:00,18:00', 'Mon–Fri at 09:00 and 18:00 (UTC)'],
    ['mon,wed', '07:00', 'Mon, Wed at 07:00 (UTC)'],
    ['sat-sun', '07:00', 'Sat, Sun at 07:00 (UTC)'],
  ])('%s at %s', (days, at, words) => {
    expect(describeTiming({ zone: 'UTC', at: readTimes(at), days: readDays(days) })).toBe(words);
  });
});
