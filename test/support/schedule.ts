import { weekdays } from '../../src/digest/slots.ts';
import type { Schedule } from '../../src/store/ports.ts';

/** A schedule for tests: every day at 09:00 UTC in a console channel, with only what a test says. */
export const schedule = (more: Partial<Schedule> = {}): Schedule => ({
  id: 'd1',
  place: { platform: 'console', workspace: 'console', channel: 'newsroom' },
  owner: 'someone',
  zone: 'UTC',
  at: ['09:00'],
  days: weekdays,
  topics: [],
  size: 5,
  state: 'active',
  activeFrom: '2026-01-01T00:00:00Z',
  ...more,
});
