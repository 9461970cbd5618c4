/** A channel of the console: its name and what it is for. */
export interface ConsoleChannel {
  readonly name: string;
  readonly about: string;
}

/** The channels of a fresh console, in the order shown. */
export const consoleChannels: readonly ConsoleChannel[] = [
  { name: 'general', about: 'Questions and look-ups' },
  { name: 'newsroom', about: 'Where daily digests arrive' },
  { name: 'briefings', about: 'Longer pieces on one topic' },
];

/** The workspace of every console message: one desk, one reader. */
export const consoleWorkspace = 'console';
