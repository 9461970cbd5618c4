import { ReaderError } from '../errors.ts';

/** Flags that every line may carry, and the words that are left. */
export interface Arguments {
  readonly now?: Temporal.Instant;
  readonly db?: string;
  readonly json: boolean;
  readonly batch: boolean;
  readonly rest: readonly string[];
}

/**
 * Takes `--now ISO`, `--db URL`, `--json` and `--batch` out of the arguments.
 * @throws ReaderError where a value is missing or `--now` cannot be read
 */
export function readGlobals(args: readonly string[]): Arguments {
  const queue = [...args];
  const rest: string[] = [];
  let found: Omit<Arguments, 'rest'> = { json: false, batch: false };
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const [flag = '', ...inline] = word.split('=');
    const value = (): string => (inline.length > 0 ? inline.join('=') : (queue.shift() ?? ''));
    if (word === '--json') found = { ...found, json: true };
    else if (word === '--batch') found = { ...found, batch: true };
    else if (flag === '--now') found = { ...found, now: readInstant(value()) };
    else if (flag === '--db') found = { ...found, db: notEmpty('--db', value()) };
    else rest.push(word);
  }
  return { ...found, rest };
}

/** A moment: ISO with an offset, or a date or date and time in UTC. @throws ReaderError for anything else */
export function readInstant(text: string): Temporal.Instant {
  for (const read of [
    () => Temporal.Instant.from(text),
    () => Temporal.PlainDateTime.from(text).toZonedDateTime('UTC').toInstant(),
  ]) {
    try {
      return read();
    } catch (fault) {
      if (!(fault instanceof RangeError)) throw fault;
    }
  }
  throw new ReaderError(`--now takes a moment such as 2026-11-23T09:00:00Z, not “${text}”.`);
}

function notEmpty(flag: string, value: string): string {
  if (value !== '') return value;
  throw new ReaderError(`${flag} needs a value, such as ${flag} sqlite:var/dateline.db.`);
}

/**
 * `--name value` and `--name=value` pairs of an operator's command, and the loose words.
 * @throws ReaderError for a name that is not among `known`
 */
export function readFlags(
  args: readonly string[],
  known: readonly string[],
): { readonly flags: Readonly<Record<string, string>>; readonly words: readonly string[] } {
  const queue = [...args];
  const words: string[] = [];
  const flags: Record<string, string> = {};
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name = '', ...inline] = word.slice(2).split('=');
    if (!known.includes(name)) {
      throw new ReaderError(
        `There is no --${name} here; there is ${known.map((each) => `--${each}`).join(', ')}.`,
      );
    }
    flags[name] = inline.length > 0 ? inline.join('=') : (queue.shift() ?? '');
  }
  return { flags, words };
}
