import type { PostOutcome } from '../platform.ts';
import { codes, type Fault, isRefused, isUnsent } from './fault.ts';

/** Seconds after which a post that never left us is tried again. */
const unsentPause = 30;

/** What a failed post means for its delivery. */
export function postOutcome(fault: Fault, now: Temporal.Instant): PostOutcome {
  if (fault.retryAfter !== undefined || fault.status === 429) {
    const at = now.add({ milliseconds: Math.ceil(fault.retryAfter ?? 60_000) });
    return {
      state: 'later',
      reason: 'Discord asks us to slow down',
      at,
      reach: fault.limit?.isGlobal ? 'platform' : 'channel',
      counted: fault.limit === undefined || (fault.limit.isAnswered && !fault.limit.isShared),
    };
  }
  if (isUnsent(fault)) {
    return {
      state: 'later',
      reason: `Discord cannot be reached (${fault.code})`,
      at: now.add({ seconds: unsentPause }),
    };
  }
  if (!isRefused(fault)) return { state: 'doubt', reason: doubtWords(fault) };
  return {
    state: 'refused',
    reason: refusalWords(fault),
    gone: isGone(fault),
    ...(fault.status === 401 ? { token: true } : {}),
    ...(fault.status === 401 || fault.status === 403 ? { counted: true } : {}),
  };
}

function doubtWords(fault: Fault): string {
  if (fault.status !== undefined) return `Discord answered ${fault.status}`;
  const isTimeout = /abort|timeout/i.test(`${fault.name} ${fault.code ?? ''}`);
  return isTimeout
    ? 'Discord did not answer in time'
    : `the connection broke (${fault.code ?? fault.message})`;
}

/** Whether no later attempt can succeed until somebody mends it: gives a right back, renews the token, picks a channel. */
const isGone = (fault: Fault): boolean =>
  fault.code === codes.unknownChannel ||
  fault.code === codes.unknownGuild ||
  fault.code === codes.missingAccess ||
  fault.code === codes.missingPermissions ||
  fault.code === codes.cannotSendInChannel ||
  fault.code === codes.archivedThread ||
  fault.status === 401 ||
  fault.code === codes.cannotMessageUser ||
  (fault.status === 404 && fault.code !== codes.unknownMessage);

function refusalWords(fault: Fault): string {
  switch (fault.code) {
    case codes.unknownChannel:
    case codes.unknownGuild:
      return 'the channel is gone; make a digest in another one (Discord: unknown channel)';
    case codes.unknownMessage:
      return 'it was posted before and then deleted (Discord: unknown message)';
    case codes.missingAccess:
      return 'the bot cannot see the channel; give it View Channel there (Discord: missing access)';
    case codes.missingPermissions:
      return 'the bot may not post in the channel; give it Send Messages there (Discord: missing permissions)';
    case codes.cannotSendInChannel:
      return 'nobody can write in that kind of channel; make a digest in another one (Discord: cannot send messages)';
    case codes.archivedThread:
      return 'the thread is archived; open it again (Discord: thread is archived)';
    case codes.cannotMessageUser:
      return 'the reader takes no direct messages from the bot';
  }
  if (fault.status === 401) return 'Discord refused the bot token; set DISCORD_TOKEN anew';
  return `Discord refused it: ${fault.message} (${fault.code ?? fault.status})`;
}
