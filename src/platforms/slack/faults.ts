import { ConfigError } from '../../errors.ts';
import type { PostOutcome } from '../platform.ts';

/** What a Web API call failed with, read by its code so that no library is needed to tell. */
export type ApiFault =
  /** Slack's own answer `ok: false`. */
  | { readonly kind: 'said'; readonly code: string }
  | { readonly kind: 'limited'; readonly seconds: number }
  | { readonly kind: 'status'; readonly status: number }
  /** No connection was made, so nothing was sent. */
  | { readonly kind: 'unreached'; readonly reason: string }
  /** The connection ended without an answer that can be read. */
  | { readonly kind: 'lost'; readonly reason: string };

interface Thrown {
  readonly code?: string;
  readonly message?: string;
  readonly data?: { readonly error?: unknown };
  readonly retryAfter?: number;
  readonly statusCode?: number;
  readonly original?: { readonly message?: string; readonly cause?: { readonly code?: string } };
}

/** Sorts what a WebClient threw. Source: `@slack/web-api` 8.2, errors.d.ts and WebClient.js */
export function readFault(thrown: unknown): ApiFault {
  const fault: Thrown = typeof thrown === 'object' && thrown !== null ? thrown : {};
  switch (fault.code) {
    case 'slack_webapi_platform_error':
      return readSaid(fault.data?.error);
    case 'slack_webapi_rate_limited_error':
      return { kind: 'limited', seconds: fault.retryAfter ?? 30 };
    case 'slack_webapi_http_error':
      return { kind: 'status', status: fault.statusCode ?? 0 };
    default:
      return readRequestFault(fault, thrown);
  }
}

/** web-api reports a body that is not JSON as if its text were Slack's error code. */
const readSaid = (error: unknown): ApiFault =>
  typeof error === 'string' && /^[a-z0-9_]{2,60}$/.test(error)
    ? { kind: 'said', code: error }
    : { kind: 'lost', reason: 'the answer could not be read' };

const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

function readRequestFault(fault: Thrown, thrown: unknown): ApiFault {
  const cause = fault.original?.cause?.code;
  if (cause !== undefined && neverConnected.test(cause)) return { kind: 'unreached', reason: cause };
  return { kind: 'lost', reason: cause ?? fault.original?.message ?? fault.message ?? String(thrown) };
}

/** A fault in a few words, for logs and `/status`. */
export function faultWords(fault: ApiFault): string {
  switch (fault.kind) {
    case 'said':
      return fault.code;
    case 'limited':
      return `asked to wait ${fault.seconds} s`;
    case 'status':
      return `HTTP ${fault.status}`;
    case 'unreached':
    case 'lost':
      return fault.reason;
  }
}

/** Answers after which a token is never taken again, until the operator does something. */
const refusals: ReadonlySet<string> = new Set(
  (
    'invalid_auth not_authed account_inactive token_revoked token_expired user_removed_from_team team_disabled ' +
    'not_allowed_token_type missing_scope no_permission access_denied ekm_access_denied org_login_required ' +
    'team_access_not_granted forbidden_team two_factor_setup_required'
  ).split(' '),
);

/** Slack's code where it refuses the token itself; undefined for any other fault. */
export const refusalOf = (fault: ApiFault): string | undefined =>
  fault.kind === 'said' && refusals.has(fault.code) ? fault.code : undefined;

export const botTokenError = (code: string): ConfigError =>
  new ConfigError([
    `SLACK_BOT_TOKEN: Slack refuses the token (${code}); install the app again and copy the token that starts with xoxb- from OAuth & Permissions.`,
  ]);

export const appTokenError = (code: string): ConfigError =>
  new ConfigError([
    `SLACK_APP_TOKEN: Slack refuses the token (${code}); make one with the scope connections:write under Basic Information, App-Level Tokens.`,
  ]);

/** The channel itself is out of reach: it pauses that channel's digests. */
const channelGone: Readonly<Record<string, string>> = {
  channel_not_found: 'the channel is deleted, or private and without Dateline (channel_not_found)',
  is_archived: 'the channel is archived (is_archived)',
  not_in_channel: 'Dateline is not in the channel; type /invite @Dateline there (not_in_channel)',
};

/** A right that was taken: it too stops that channel's digests until somebody gives it back. */
const rightGone: Readonly<Record<string, string>> = {
  missing_scope: 'the app lacks a right; install it again with the manifest of this version (missing_scope)',
  restricted_action: 'the workspace does not let apps post there; ask an admin (restricted_action)',
  restricted_action_read_only_channel:
    'only some may post there; ask an admin (restricted_action_read_only_channel)',
  no_permission: 'the app lacks a right; ask an admin (no_permission)',
  access_denied: 'the app is not let in; ask an admin (access_denied)',
};

/** The token itself: nothing is posted with it any more. */
const tokenGone: ReadonlySet<string> = new Set(
  'invalid_auth not_authed account_inactive token_revoked token_expired user_removed_from_team team_disabled'.split(
    ' ',
  ),
);

/** Slack's own trouble, after which nobody knows whether the message was taken. */
const unsure: ReadonlySet<string> = new Set(
  'fatal_error internal_error service_unavailable request_timeout'.split(' '),
);

/** How long to wait where nothing was sent and nobody says for how long. */
const pauseSeconds = 60;

/** Whether a code means trouble that will be over in a while. */
export const isPassing = (code: string): boolean =>
  unsure.has(code) || code === 'ratelimited' || code === 'rate_limited';

/**
 * What became of a message whose call failed. A limit holds for the app in the whole workspace.
 * Source: docs.slack.dev/apis/web-api/rate-limits
 */
export function postOutcome(fault: ApiFault, now: Temporal.Instant): PostOutcome {
  const reason = faultWords(fault);
  switch (fault.kind) {
    case 'said':
      return saidOutcome(fault.code, now);
    case 'limited':
      return {
        state: 'later',
        reason,
        at: now.add({ seconds: Math.max(1, fault.seconds) }),
        reach: 'workspace',
      };
    case 'unreached':
      return { state: 'later', reason, at: now.add({ seconds: pauseSeconds }) };
    case 'status':
      return fault.status >= 400 && fault.status < 500 && fault.status !== 408
        ? { state: 'refused', reason, gone: false }
        : { state: 'doubt', reason };
    case 'lost':
      return { state: 'doubt', reason };
  }
}

function saidOutcome(code: string, now: Temporal.Instant): PostOutcome {
  const gone = channelGone[code] ?? rightGone[code];
  if (gone !== undefined) return { state: 'refused', reason: gone, gone: true };
  if (tokenGone.has(code)) {
    const reason = `Slack refuses the token; install the app again and set SLACK_BOT_TOKEN (${code})`;
    return { state: 'refused', reason, gone: true, token: true };
  }
  if (code === 'ratelimited' || code === 'rate_limited') {
    return { state: 'later', reason: code, at: now.add({ seconds: pauseSeconds }), reach: 'workspace' };
  }
  return unsure.has(code)
    ? { state: 'doubt', reason: code }
    : { state: 'refused', reason: code, gone: false };
}
