import type { Profile, Schedule } from '../store/ports.ts';

/** What a digest is unless told otherwise. */
export const usualProfile: Profile = {
  kind: 'on this day',
  style: 'compact',
  picture: true,
  period: '',
  length: 'short',
  format: 'message',
  without: [],
  countries: [],
  withoutCountries: [],
  least: 'any',
  quiet: [],
  empty: 'note',
  leap: 'leap years only',
  grace: 6,
  thread: false,
  pin: false,
  mention: '',
  review: '',
};

/**
 * A schedule's profile with everything filled in.
 * @param graceHours the operator's own usual grace
 */
export const profileOf = (schedule: Schedule, graceHours = usualProfile.grace): Profile => ({
  ...usualProfile,
  grace: graceHours,
  ...schedule.profile,
});
