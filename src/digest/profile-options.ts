import { formats, lengths } from '../briefing/model.ts';
import type { OptionSpecs } from '../command.ts';
import { digestKinds, digestStyles, emptyPolicies, importanceLevels, leapPolicies } from '../store/ports.ts';

/** What `/digest create` and `schedule add` take beside time, zone, days, topics and size. Declared once, for both. */
export const profileOptions = {
  kind: { type: 'text', about: 'on this day (usual), week ahead, or briefing', choices: digestKinds },
  style: {
    type: 'text',
    about: 'compact (usual), or full with a summary under each line',
    choices: digestStyles,
  },
  picture: {
    type: 'boolean',
    about: 'no leaves out the pictures of round anniversaries and briefings',
  },
  period: {
    type: 'text',
    about: 'of a briefing: such as last 30 days or 2023; the last 90 days when left out',
  },
  length: { type: 'text', about: 'of a briefing’s file: short (usual) or full', choices: lengths },
  format: {
    type: 'text',
    about: 'of a briefing: a message alone (usual), or with a file',
    choices: formats,
  },
  without: { type: 'text', about: 'topics to leave out, joined by commas' },
  countries: { type: 'text', about: 'only what involves one of these countries' },
  'without-countries': { type: 'text', about: 'countries to leave out, joined by commas' },
  least: { type: 'text', about: 'any (usual), notable or major happenings only', choices: importanceLevels },
  quiet: { type: 'text', about: 'days without a digest, such as 25 December, 2026-12-31' },
  empty: {
    type: 'text',
    about: 'on a day without anything: a note (usual), nothing, or the nearest day',
    choices: emptyPolicies,
  },
  leap: { type: 'text', about: 'where 29 February goes in other years', choices: leapPolicies },
  grace: { type: 'integer', about: 'hours for which a missed digest is still posted, 0 to 168' },
  thread: { type: 'boolean', about: 'yes opens a thread under each digest' },
  pin: { type: 'boolean', about: 'yes pins each digest' },
  mention: { type: 'text', about: 'a role or user group to mention' },
  review: { type: 'text', about: 'channel in which an editor approves each digest first' },
} as const satisfies OptionSpecs;
