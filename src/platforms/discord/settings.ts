/** How Discord is reached. */
export interface DiscordSettings {
  /** The bot token, with or without `Bot ` before it. */
  readonly token: string;
  /** Base URL of the API without its version: `https://discord.com/api`. */
  readonly apiUrl?: string;
  /** Servers in which the commands are registered; none means globally. */
  readonly guildIds?: readonly string[];
  /** Milliseconds in which the gateway has to accept us at start; 30,000 unless told. */
  readonly patience?: number;
}

/** A log as pino's. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the adapter needs from the edge. */
export interface DiscordParts {
  readonly log: Log;
  readonly clock: () => Temporal.Instant;
}

/** The token as Discord's libraries want it. */
export const bareToken = (token: string): string => token.trim().replace(/^(Bot|Bearer)\s+/i, '');
