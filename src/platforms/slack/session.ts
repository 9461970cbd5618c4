import type { WebClient } from '@slack/web-api';
import type { Origin } from '../../invocation.ts';
import type { InboxStore } from '../../store/ports.ts';
import type { Desk } from '../platform.ts';
import type { Identity, SlackLog } from './parts.ts';
import type { People } from './people.ts';
import type { Work } from './work.ts';

/** What the listeners share. */
export interface Session {
  readonly desk: Desk;
  /** One attempt for each call. */
  readonly web: WebClient;
  readonly people: People;
  readonly inbox: InboxStore;
  readonly clock: () => Temporal.Instant;
  readonly log: SlackLog;
  readonly work: Work;
  readonly prefix: string;
  readonly managers: readonly string[];
  /** Undefined until Slack has been reached once. */
  readonly me: () => Identity | undefined;
}

/** Where something was typed or pressed, and by whom, as the payload has it. */
export interface Sender {
  readonly user: string;
  readonly userName?: string;
  readonly channel: string;
  /** The workspace that the payload names; ours counts where we know it. */
  readonly workspace: string;
}

/** The sender with name, zone and rights, which Slack is asked for. Never rejects. */
export async function originOf(session: Session, sender: Sender): Promise<Origin> {
  const workspace = session.me()?.workspace ?? sender.workspace;
  const person = await session.people.lookUp(sender.user, workspace);
  const manages = person.isAdmin || session.managers.includes(sender.user);
  return {
    platform: 'slack',
    workspace,
    channel: sender.channel,
    reader: { id: sender.user, name: person.name ?? sender.userName ?? sender.user },
    permissions: new Set(manages ? (['manage-digests'] as const) : []),
    ...(person.zone === undefined ? {} : { zone: person.zone }),
  };
}

/**
 * True the first time that an event or interaction is seen. Slack sends again what it thinks was not received, with or
 * without saying so; a request kept by somebody in between passes the signature check for five minutes.
 * Where the store fails it is handled: an answer given twice is better than none.
 * @param id `event_id` or `trigger_id`
 */
export async function isFirst(session: Session, id: string | undefined): Promise<boolean> {
  if (id === undefined || id === '') return true;
  try {
    return await session.inbox.first(`slack:${id}`, session.clock().toString());
  } catch (err) {
    session.log.warn({ err }, 'the inbox could not be asked; a Slack event may be answered twice');
    return true;
  }
}
