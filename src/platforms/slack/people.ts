import type { WebClient } from '@slack/web-api';
import { faultWords, readFault } from './faults.ts';
import type { SlackLog } from './parts.ts';

/** What Slack says of a member that matters to us. */
export interface Person {
  readonly name?: string;
  /** IANA zone. */
  readonly zone?: string;
  readonly isAdmin: boolean;
}

export interface People {
  /** Never rejects: somebody of whom nothing can be learned is no admin and has no zone. */
  lookUp(id: string, workspace: string): Promise<Person>;
}

const stranger: Person = { isAdmin: false };
const keptMinutes = 5;
const mostKept = 1_000;
/** Milliseconds; a reader waits for it, and a form must be opened within 3 s of the command. */
const patience = 2_000;

/** Members by id, each asked for once in five minutes; what could not be learned is asked for again. */
export function createPeople(web: WebClient, clock: () => Temporal.Instant, log: SlackLog): People {
  const kept = new Map<string, { readonly person: Person; readonly until: Temporal.Instant }>();
  return {
    async lookUp(id, workspace) {
      const now = clock();
      const known = kept.get(id);
      if (known && Temporal.Instant.compare(now, known.until) < 0) return known.person;
      try {
        const person = await askFor(web, id, workspace);
        if (kept.size >= mostKept) kept.clear();
        kept.set(id, { person, until: now.add({ minutes: keptMinutes }) });
        return person;
      } catch (fault) {
        log.warn({ user: id, fault: faultWords(readFault(fault)) }, 'Slack did not say who a reader is');
        return stranger;
      }
    },
  };
}

async function askFor(web: WebClient, id: string, workspace: string): Promise<Person> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('users.info took too long')), patience);
  try {
    const { user } = await Promise.race([web.users.info({ user: id }), late.promise]);
    if (user === undefined) return stranger;
    const name = user.profile?.display_name || user.real_name || user.name;
    return {
      ...(name === undefined ? {} : { name }),
      ...(isZone(user.tz) ? { zone: user.tz } : {}),
      // In a channel shared with another workspace that one's admins appear too; here they are guests.
      isAdmin:
        user.team_id === workspace && !user.deleted && (user.is_admin === true || user.is_owner === true),
    };
  } finally {
    clearTimeout(timer);
  }
}

function isZone(zone: string | undefined): zone is string {
  try {
    return (
      zone !== undefined && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== undefined
    );
  } catch {
    return false;
  }
}
