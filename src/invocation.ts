/**
 * A command with options, whoever and whatever platform it came from; a button press is one too.
 * Option values are the raw text that was typed; `parseOptions` gives them their types.
 */
export interface Invocation {
  readonly command: string;
  readonly subcommand?: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Rights that a platform grants to a reader where the command was typed. */
export type Permission = 'manage-digests';

/** Who typed it and where. Ids are the platform's own; they are opaque to the core. */
export interface Origin {
  readonly platform: string;
  /** Slack workspace or Discord server: the boundary of privacy. */
  readonly workspace: string;
  readonly channel: string;
  readonly reader: { readonly id: string; readonly name: string };
  readonly permissions: ReadonlySet<Permission>;
  /** IANA zone of the reader, where the platform tells it. */
  readonly zone?: string;
}
