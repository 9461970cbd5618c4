import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextSlot,
  type Slot,
  slotsBetween,
  slotsOn,
  type Timing,
  weekdays,
} from '../../../src/digest/slots.ts';

// A slot that is lost or comes twice is what readers complain of most; clock changes are where that happens.

const daily = (zone: string, ...at: readonly string[]): Timing => ({ zone, at, days: weekdays });
const on = (zone: string, date: string, time: string): Slot | undefined =>
  slotsOn(daily(zone, time), Temporal.PlainDate.from(date))[0];

describe('slots at clock changes', () => {
  it.each([
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00Z'],
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00Z'],
    ['America/Havana', '2026-03-08', '00:30', '2026-03-08T05:30:00Z'],
  ])('%s has no %s %s: the slot moves forward by the gap, and says so', (zone, date, time, instant) => {
    const slot = on(zone, date, time);
    expect(slot?.instant.toString()).toBe(instant);
    expect(slot?.key).toBe(`${date}@${time}`);
    expect(slot?.note).toContain(`there is no ${time}`);
  });

  it.each([
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
    ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30:00Z'],
  ])('%s has %s %s twice: the first is taken, and it says so', (zone, date, time, instant) => {
    const slot = on(zone, date, time);
    expect(slot?.instant.toString()).toBe(instant);
    expect(slot?.note).toContain('comes twice');
  });

  it('skips a local date that does not exist, instead of posting on the next one twice', () => {
    expect(on('Pacific/Apia', '2011-12-30', '09:00')?.skip).toContain('had no 2011-12-30');
    expect(on('Pacific/Apia', '2011-12-31', '09:00')?.skip).toBeUndefined();
  });

  it('has nothing to say on ordinary days', () => {
    expect(on('Asia/Kolkata', '2026-11-23', '09:00')).toEqual({
      key: '2026-11-23@09:00',
      date: Temporal.PlainDate.from('2026-11-23'),
      instant: Temporal.Instant.from('2026-11-23T03:30:00Z'),
    });
  });
});

describe('slotsBetween', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Asia/Kolkata',
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'America/Havana',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'Pacific/Chatham',
    'America/St_Johns',
    'Africa/Casablanca',
  );
  const times = fc
    .uniqueArray(fc.integer({ min: 0, max: 24 * 60 - 1 }), { minLength: 1, maxLength: 3 })
    .map((minutes) =>
      minutes
        .map(
          (each) => `${String(Math.floor(each / 60)).padStart(2, '0')}:${String(each % 60).padStart(2, '0')}`,
        )
        .sort(),
    );
  const start = fc
    .integer({ min: 0, max: 365 * 17 * 24 * 60 })
    .map((minutes) => Temporal.Instant.from('2020-01-01T00:00:00Z').add({ minutes }));

  it('gives each local date and time exactly one slot, in whatever pieces the time is looked through', () => {
    fc.assert(
      fc.property(
        zones,
        times,
        start,
        fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 6 }),
        (zone, at, from, steps) => {
          const bounds = [from];
          for (const minutes of steps) bounds.push((bounds.at(-1) ?? from).add({ minutes }));
          const timing = daily(zone, ...at);
          const pieces = bounds
            .slice(1)
            .flatMap((until, index) => slotsBetween(timing, bounds[index] ?? from, until));
          const whole = slotsBetween(timing, from, bounds.at(-1) ?? from);
          expect(pieces.map((slot) => slot.key).sort()).toEqual(whole.map((slot) => slot.key).sort());
          expect(new Set(whole.map((slot) => slot.key)).size).toBe(whole.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('agrees with the wall clock that Intl shows, outside the gaps', () => {
    fc.assert(
      fc.property(zones, times, start, (zone, at, from) => {
        for (const slot of slotsBetween(daily(zone, ...at), from, from.add({ hours: 48 }))) {
          if (slot.note?.startsWith('clocks go forward') || slot.skip !== undefined) continue;
          const shown = new Intl.DateTimeFormat('sv-SE', {
            timeZone: zone,
            dateStyle: 'short',
            timeStyle: 'short',
          });
          expect(shown.format(slot.instant.epochMilliseconds).replace(' ', '@')).toBe(slot.key);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out weekdays that are not asked for', () => {
    const timing: Timing = { zone: 'UTC', at: ['09:00'], days: ['mon', 'wed'] };
    const from = Temporal.Instant.from('2026-11-22T00:00:00Z');
    const keys = slotsBetween(timing, from, from.add({ hours: 24 * 8 })).map((slot) => slot.key);
    expect(keys).toEqual(['2026-11-23@09:00', '2026-11-25@09:00']);
  });

  it('takes the end of the time and not its start', () => {
    const nine = Temporal.Instant.from('2026-11-23T09:00:00Z');
    expect(slotsBetween(daily('UTC', '09:00'), nine, nine.add({ hours: 1 }))).toEqual([]);
    expect(slotsBetween(daily('UTC', '09:00'), nine.subtract({ hours: 1 }), nine)).toHaveLength(1);
  });
});

describe('nextSlot', () => {
  it('passes over a date that does not exist', () => {
    const before = Temporal.Instant.from('2011-12-29T20:00:00Z');
    expect(nextSlot(daily('Pacific/Apia', '09:00'), before)?.key).toBe('2011-12-31@09:00');
  });
});
