/** What is known of a failed call, whatever it was that failed. Holds no address, header or body: they hold tokens. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** Discord's own error code, or the system's (`ECONNRESET`). */
  readonly code?: number | string;
  /** Milliseconds to wait, where Discord set a limit. */
  readonly retryAfter?: number;
  /** For whom a limit holds: the bot as a whole, or one channel; and whether Discord said so or we knew it before. */
  readonly limit?: { readonly isGlobal: boolean; readonly isShared: boolean; readonly isAnswered: boolean };
}

/** Reads a thrown value of @discordjs/rest, undici or Node. */
export function faultOf(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown) };
  const fields = thrown as Error & {
    status?: unknown;
    code?: unknown;
    retryAfter?: unknown;
    timeToReset?: unknown;
  };
  const cause = thrown.cause instanceof Error ? (thrown.cause as Error & { code?: unknown }) : undefined;
  const code = [fields.code, cause?.code].find(
    (each) => typeof each === 'string' || typeof each === 'number',
  );
  const waits = [fields.retryAfter, fields.timeToReset].filter((each) => typeof each === 'number');
  return {
    name: thrown.name.replace(/\[.*/s, ''),
    message: thrown.message.split('\n')[0] ?? '',
    ...(typeof fields.status === 'number' ? { status: fields.status } : {}),
    ...(code === undefined ? {} : { code: code as number | string }),
    ...(waits.length === 0 ? {} : { retryAfter: Math.max(0, ...(waits as number[])) }),
    ...(waits.length === 0 ? {} : { limit: limitOf(thrown) }),
  };
}

/** What `RateLimitError` says besides the time. The library puts the same number twice where it asked nobody. */
function limitOf(thrown: object): NonNullable<Fault['limit']> {
  const { global, scope, retryAfter, timeToReset } = thrown as Record<string, unknown>;
  return {
    isGlobal: global === true || scope === 'global',
    isShared: scope === 'shared',
    isAnswered: retryAfter !== timeToReset,
  };
}

/** Discord's error codes that we tell apart. Source: docs.discord.com/developers/topics/opcodes-and-status-codes */
export const codes = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  cannotMessageUser: 50007,
  missingPermissions: 50013,
  cannotSendInChannel: 50008,
  threadExists: 160004,
  archivedThread: 50083,
  invalidWebhookToken: 50027,
} as const;

/** Whether nothing can have reached Discord: the connection was never made. */
export const isUnsent = (fault: Fault): boolean =>
  fault.status === undefined &&
  [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ].includes(String(fault.code));

/** Whether Discord has read the call and said no. */
export const isRefused = (fault: Fault): boolean =>
  fault.status !== undefined && fault.status >= 400 && fault.status < 500;
