import type { Commands, Complete, Dispatch } from '../command.ts';
import type { Document } from '../document/model.ts';
import type { Place } from '../store/ports.ts';

/** What became of one attempt to post. */
export type PostOutcome =
  | { readonly state: 'sent'; readonly messageId: string }
  /** The platform said no. `gone`: no later attempt can succeed (channel deleted, access lost). */
  | { readonly state: 'refused'; readonly reason: string; readonly gone: boolean }
  /** Not sent; allowed again at `at`. */
  | { readonly state: 'later'; readonly reason: string; readonly at: Temporal.Instant }
  /** Nobody knows: time-out, reset, 5xx. */
  | { readonly state: 'doubt'; readonly reason: string };

/** Whether a message with a marker stands in a channel. `unknown`: the channel cannot be read. */
export type FindOutcome =
  | { readonly state: 'found'; readonly messageId: string }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly reason: string };

/** What adapters need from the bot. Neither function ever rejects. */
export interface Desk {
  readonly commands: Commands;
  readonly dispatch: Dispatch;
  readonly complete: Complete;
}

/**
 * One chat platform. `connect` registers the commands, opens the connection and resolves once the platform accepts us;
 * it rejects with a ConfigError when the token is refused. `[Symbol.asyncDispose]` closes within 10 s.
 */
export interface PlatformAdapter extends AsyncDisposable {
  readonly name: string;
  connect(desk: Desk): Promise<void>;
  /** One HTTP attempt, no retries. The marker (at most 25 of `[a-z0-9]`) is put where `find` sees it. */
  post(place: Place, document: Document, marker: string): Promise<PostOutcome>;
  /** Looks for a message of ours with the marker, posted after `since`. */
  find(place: Place, marker: string, since: Temporal.Instant): Promise<FindOutcome>;
  /** One line on the connection, for `/status`. */
  state(): string;
}
