import type { Invocation } from './invocation.ts';

/**
 * An invocation as one short line for a button: `onthisday?date=06-15&start=5`, `digest/pause?id=d-4k2`.
 * Discord allows 100 characters in a custom_id, Slack 2,000 in a button's value.
 */
export function encodeInvocation(invocation: Invocation): string {
  const head = invocation.subcommand ? `${invocation.command}/${invocation.subcommand}` : invocation.command;
  const query = new URLSearchParams(invocation.options).toString();
  return query === '' ? head : `${head}?${query}`;
}

const pattern = /^([a-z][a-z0-9-]*)(?:\/([a-z][a-z0-9-]*))?(?:\?(.*))?$/s;

/** The invocation that a button holds; undefined when the text is none of ours. */
export function decodeInvocation(encoded: string): Invocation | undefined {
  const match = pattern.exec(encoded);
  if (!match?.[1]) return undefined;
  const options = Object.fromEntries(new URLSearchParams(match[3] ?? ''));
  return { command: match[1], ...(match[2] ? { subcommand: match[2] } : {}), options };
}
