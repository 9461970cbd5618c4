import { type Logger, LogLevel } from '@slack/bolt';
import type { SlackLog } from './parts.ts';

/**
 * The libraries' logger over ours. What they call an error is a warning here: the adapter handles it and says itself
 * what it means. Their debug lines hold whole payloads and go nowhere.
 */
export function createLogger(log: SlackLog): Logger {
  const warn = (...parts: readonly unknown[]): void => log.warn({ from: 'slack library' }, words(parts));
  return {
    debug: () => {},
    info: () => {},
    warn,
    error: warn,
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

/** Errors as their message alone, and nothing that looks like a token. */
const words = (parts: readonly unknown[]): string =>
  parts
    .map((part) => (part instanceof Error ? part.message : String(part)))
    .join(' ')
    .replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, '[token]')
    .slice(0, 500);
