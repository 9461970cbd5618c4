/**
 * The part of an interaction that Dateline reads, as the gateway sends it.
 * Source: docs.discord.com/developers/interactions/receiving-and-responding
 */
export interface Interaction {
  readonly id: string;
  readonly application_id: string;
  /** 2 is a command, 3 a button, 4 autocomplete, 5 a dialogue that was sent. */
  readonly type: number;
  readonly token: string;
  readonly guild_id?: string;
  readonly channel_id?: string;
  readonly channel?: { readonly id: string };
  readonly member?: InteractionMember;
  /** Who, in a direct message. */
  readonly user?: InteractionUser;
  readonly data?: InteractionData;
}

export interface InteractionMember {
  readonly user: InteractionUser;
  readonly nick?: string | null;
  /** Bit set as text: what the member may do in this channel. */
  readonly permissions: string;
}

export interface InteractionUser {
  readonly id: string;
  readonly username: string;
  readonly global_name?: string | null;
}

export interface InteractionData {
  readonly name?: string;
  /** 3 is a command in the menu of a message. */
  readonly type?: number;
  /** The message in whose menu it was chosen, and what Discord tells of it. */
  readonly target_id?: string;
  readonly resolved?: { readonly messages?: Readonly<Record<string, InteractionMessage>> };
  readonly options?: readonly InteractionOption[];
  readonly custom_id?: string;
  /** 2 is a button. */
  readonly component_type?: number;
  /** What was filled into a dialogue. */
  readonly components?: readonly InteractionComponent[];
}

/** A label round a field, a row round fields as older dialogues have it, or a field. */
export interface InteractionComponent {
  readonly custom_id?: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly component?: InteractionComponent;
  readonly components?: readonly InteractionComponent[];
}

export interface InteractionMessage {
  readonly content?: string;
  readonly embeds?: readonly { readonly url?: string }[];
}

export interface InteractionOption {
  readonly name: string;
  /** 1 is a subcommand; its options are in `options`. */
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly InteractionOption[];
}
