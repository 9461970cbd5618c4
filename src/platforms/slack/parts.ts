import type { InboxStore } from '../../store/ports.ts';

/** What the operator sets for Slack. With `appToken` events come over Socket Mode, else by signed HTTP. */
export interface SlackSettings {
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Where signed HTTP listens; 3000 on 127.0.0.1 unless told, 0 takes a free port. */
  readonly port?: number;
  readonly host?: string;
  /** Milliseconds after which Socket Mode opens its second socket; a minute unless told. */
  readonly spareAfter?: number;
  /** Put before each slash command's name; may be empty. */
  readonly prefix: string;
  /** User ids that may manage digests besides admins and owners. */
  readonly managers: readonly string[];
  /** Milliseconds after which a call is given up; 15,000 unless told. */
  readonly callTimeout?: number;
  /** Another base URL of the Web API, ending in `/api/`, for tests and proxies. */
  readonly apiUrl?: string;
}

export interface SlackLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the adapter needs from the edge. */
export interface SlackParts {
  readonly log: SlackLog;
  readonly clock: () => Temporal.Instant;
  readonly inbox: InboxStore;
}

/** Who we are in the workspace, as `auth.test` says. */
export interface Identity {
  readonly workspace: string;
  readonly userId: string;
  readonly botId?: string;
}
