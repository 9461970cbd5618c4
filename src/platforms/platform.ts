import type { Commands, Complete, Dispatch, OpenForm } from '../command.ts';
import type { Document } from '../document/model.ts';
import type { Place } from '../store/ports.ts';

/** What became of one attempt to post. */
export type PostOutcome =
  | { readonly state: 'sent'; readonly messageId: string }
  /**
   * The platform said no. `gone`: no later attempt can succeed until somebody mends it (channel deleted, right or token
   * taken). `token`: nothing can be posted with this token any more. `counted`: one of the refusals of which a platform
   * takes only so many before it shuts us out.
   */
  | {
      readonly state: 'refused';
      readonly reason: string;
      readonly gone: boolean;
      readonly token?: boolean;
      readonly counted?: boolean;
    }
  /** Not sent; allowed again at `at`. `reach`: for whom the limit holds; the channel alone unless told. */
  | {
      readonly state: 'later';
      readonly reason: string;
      readonly at: Temporal.Instant;
      readonly reach?: 'channel' | 'workspace' | 'platform';
      readonly counted?: boolean;
    }
  /** Nobody knows: time-out, reset, 5xx. */
  | { readonly state: 'doubt'; readonly reason: string };

/** Whether a message with a marker stands in a channel. `unknown`: the channel cannot be read, or only `later`. */
export type FindOutcome =
  | { readonly state: 'found'; readonly messageId: string }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly reason: string; readonly later?: Temporal.Instant };

/** How a post is made. */
export interface PostOptions {
  /** Milliseconds after which the call is given up. */
  readonly within: number;
  /** A role or user group that is mentioned: the only mention that a message of ours makes. */
  readonly mention?: string;
}

/** What became of a change to a message that stands. Changes can be repeated without harm. */
export type ChangeOutcome =
  | { readonly state: 'done' }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'later'; readonly reason: string; readonly at: Temporal.Instant };

/** How a platform wants to be called, and what a repeated call does to it. */
export interface Manners {
  /** Milliseconds between two calls of one token, and between two messages in one channel. */
  readonly everyCall: number;
  readonly everyMessage: number;
  /** Milliseconds between two calls that post nothing, where the platform counts these apart. */
  readonly everyOther?: number;
  /** Where a platform does not tell its limit: what refusals may stretch `everyCall` to, until there are no more of them. */
  readonly slowest?: number;
  /** Whether a token is a workspace's own or the same for all of them. */
  readonly tokenOf: 'workspace' | 'platform';
  /** What posting again with the same marker does when the first message arrived after all. */
  readonly again: 'harmless' | 'harmless for a while' | 'doubles';
}

/** What can be done to messages that stand, and with people. */
export interface Changes {
  /** Puts a document in the place of a message of ours. */
  edit(place: Place, messageId: string, document: Document, marker: string): Promise<ChangeOutcome>;
  /** Answers a message of ours in its thread. */
  reply(place: Place, messageId: string, document: Document, marker: string): Promise<PostOutcome>;
  /** Writes to one person alone. */
  tell(place: Place, person: string, document: Document, marker: string): Promise<PostOutcome>;
  /** Looks for an answer of ours to a message, as `PlatformAdapter.find` looks for a message. */
  findReply(place: Place, messageId: string, marker: string, since: Temporal.Instant): Promise<FindOutcome>;
  /** Looks for what was written to a person. */
  findTold(place: Place, person: string, marker: string, since: Temporal.Instant): Promise<FindOutcome>;
  /** Pins a message of ours, opens a thread under it. */
  dress(
    place: Place,
    messageId: string,
    what: { readonly pin: boolean; readonly thread?: string },
  ): Promise<ChangeOutcome>;
}

/** What adapters need from the bot. No function of it ever rejects. */
export interface Desk {
  readonly commands: Commands;
  readonly dispatch: Dispatch;
  readonly complete: Complete;
  /** Without it no form is opened. */
  readonly form?: OpenForm;
}

/**
 * One chat platform. `connect` registers the commands, opens the connection and resolves once the platform accepts us;
 * it rejects with a ConfigError when the token is refused. `[Symbol.asyncDispose]` closes within 10 s.
 */
export interface PlatformAdapter extends AsyncDisposable {
  readonly name: string;
  connect(desk: Desk): Promise<void>;
  /** One HTTP attempt, no retries. The marker (at most 25 of `[a-z0-9]`) is put where `find` sees it. */
  post(place: Place, document: Document, marker: string, options?: PostOptions): Promise<PostOutcome>;
  /** Looks for a message of ours with the marker, posted after `since`. */
  find(place: Place, marker: string, since: Temporal.Instant): Promise<FindOutcome>;
  /** Unless told: no pace, and a repeated post doubles. */
  readonly manners?: Manners;
  /** Where it is missing, messages that stand are left as they are. */
  readonly changes?: Changes;
  /** One line on the connection, for `/status`. */
  state(): string;
}
