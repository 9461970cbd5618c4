import { describe, expect, it } from 'vitest';
import { dueDeliveries } from '../../../src/digest/due.ts';
import type { Schedule } from '../../../src/store/ports.ts';
import { schedule } from '../../support/schedule.ts';

// What becomes due after the bot was away: the newest slot, late, and never a burst of old ones.

const idOf = (id: string, slot: string): string => `${id} ${slot}`;
const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);
const due = (since: string | undefined, now: string, more: Partial<Schedule> = {}) =>
  dueDeliveries(schedule(more), since === undefined ? undefined : at(since), at(now), idOf).map(
    ({ slot, state, error }) => [slot, state, error],
  );

describe('dueDeliveries', () => {
  it('finds the slot that has come since the last look', () => {
    expect(due('2026-11-23T08:59:50Z', '2026-11-23T09:00:05Z')).toEqual([
      ['2026-11-23@09:00', 'due', undefined],
    ]);
  });

  it('finds nothing between slots, and nothing when the clock was set back', () => {
    expect(due('2026-11-23T09:05:00Z', '2026-11-23T09:05:20Z')).toEqual([]);
    expect(due('2026-11-23T10:00:00Z', '2026-11-23T09:05:20Z')).toEqual([]);
  });

  it('makes up for the newest slot after a short outage and records the older ones as skipped', () => {
    const rows = due('2026-11-20T10:00:00Z', '2026-11-23T11:00:00Z');
    expect(rows.map(([slot, state]) => [slot, state])).toEqual([
      ['2026-11-21@09:00', 'skipped'],
      ['2026-11-22@09:00', 'skipped'],
      ['2026-11-23@09:00', 'due'],
    ]);
  });

  it('does not make up for a slot that is too old', () => {
    const [row] = due('2026-11-23T08:00:00Z', '2026-11-23T15:30:00Z');
    expect(row?.[1]).toBe('skipped');
    expect(row?.[2]).toContain('more than 6 hours');
  });

  it('posts nothing of the time before a schedule was made or resumed', () => {
    expect(due(undefined, '2026-11-23T12:00:00Z', { activeFrom: '2026-11-23T09:30:00Z' })).toEqual([]);
  });

  it('posts nothing while paused', () => {
    expect(due('2026-11-23T08:00:00Z', '2026-11-23T09:30:00Z', { state: 'paused' })).toEqual([]);
  });

  it('looks back a month at most, however long the bot was away', () => {
    expect(
      due('2020-01-01T00:00:00Z', '2026-11-23T09:30:00Z', { activeFrom: '2020-01-01T00:00:00Z' }),
    ).toHaveLength(35);
  });

  it('looks again through the minute before the last look: its slot has a row and is not claimed twice', () => {
    const again = due('2026-11-23T09:00:05Z', '2026-11-23T09:00:20Z');
    expect(again.map(([key]) => key)).toEqual(['2026-11-23@09:00']);
  });
});
