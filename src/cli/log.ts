import { pino } from 'pino';
import { type Settings, secretsOf } from '../config.ts';
import type { Edges } from './edges.ts';

/** The part of a logger that the bot uses. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Names under which a secret could stand in a logged object. */
const secretNames = [
  'token',
  'authorization',
  'Authorization',
  'headers',
  'signingSecret',
  'appToken',
  'botToken',
];

/**
 * JSON lines through `edges.complain`. Errors are logged by name, message, code and stack only: what a library hangs on
 * them (requests, headers, bodies) can hold tokens; and whatever looks like a token is blotted out of the line.
 */
export function createLog(settings: Settings, edges: Edges): Log {
  const secrets = secretsOf(settings);
  const write = (line: string): void => edges.complain(blot(line.trimEnd(), secrets));
  return pino(
    {
      level: settings.LOG_LEVEL,
      base: null,
      timestamp: () => `,"time":"${edges.clock().toString({ smallestUnit: 'millisecond' })}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: secretNames.flatMap((name) => [name, `*.${name}`]),
      serializers: { err: describe },
    },
    { write },
  );
}

function describe(fault: unknown): unknown {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const code = 'code' in fault ? { code: String(fault.code) } : {};
  const cause = fault.cause === undefined ? {} : { cause: describe(fault.cause) };
  return { type: fault.name, message: fault.message, ...code, stack: fault.stack, ...cause };
}

/** Slack tokens, Discord bot tokens, and the tokens in interaction and webhook addresses. */
const tokens =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=\/(?:webhooks|interactions)\/\d+\/)[\w-]{20,}/g;

/** Shorter settings would blot out ordinary words. */
const shortestSecret = 8;

/** A line without anything that looks like a token, and without the values of secret settings. */
export const blot = (line: string, secrets: readonly string[] = []): string =>
  secrets
    .filter((secret) => secret.length >= shortestSecret)
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), line.replace(tokens, '[secret]'));
