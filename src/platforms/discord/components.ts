/**
 * The part of Discord's Components V2 that Dateline emits.
 * Source: https://docs.discord.com/developers/components/reference
 */
export type Component = TextDisplay | MediaGallery | FileComponent | Separator | ActionRow;

/** Markdown. All text displays of a message together hold 4,000 characters. */
export interface TextDisplay {
  readonly type: 10;
  readonly id?: number;
  readonly content: string;
}

export interface MediaGallery {
  readonly type: 12;
  readonly id?: number;
  readonly items: readonly { readonly media: Media; readonly description?: string }[];
}

export interface FileComponent {
  readonly type: 13;
  readonly id?: number;
  readonly file: Media;
}

/** `attachment://name` of a file that goes with the same message. */
interface Media {
  readonly url: string;
}

export interface Separator {
  readonly type: 14;
  readonly id?: number;
  readonly divider: boolean;
  /** 1 is small, 2 is large. */
  readonly spacing: 1 | 2;
}

export interface ActionRow {
  readonly type: 1;
  readonly id?: number;
  readonly components: readonly Button[];
}

export interface Button {
  readonly type: 2;
  /** 1 is primary, 2 secondary, 4 danger. */
  readonly style: 1 | 2 | 4;
  readonly label: string;
  readonly custom_id: string;
}

export interface Container {
  readonly type: 17;
  readonly id?: number;
  /** 0xRRGGBB. */
  readonly accent_color: number;
  readonly components: readonly Component[];
}

/** The JSON body of a message, wherever it goes: a channel, an answer, an edit. */
export interface DiscordPayload {
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: readonly never[] };
  readonly components: readonly [Container];
  /** `id` is the place of the file in the upload. */
  readonly attachments?: readonly { readonly id: string; readonly filename: string }[];
}

/** The bytes that go with a payload; their order is that of `attachments`. */
export interface PayloadFile {
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** A payload with its files: one message. */
export interface DiscordMessage {
  readonly body: DiscordPayload;
  readonly files: readonly PayloadFile[];
}

/** A dialogue. Source: docs.discord.com/developers/components/reference (Label) and interactions/receiving-and-responding (modals) */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  /** At most five. */
  readonly components: readonly Label[];
}

/** A field of a dialogue under its words. */
export interface Label {
  readonly type: 18;
  readonly label: string;
  readonly description?: string;
  readonly component: TextInput | StringSelect;
}

export interface TextInput {
  readonly type: 4;
  readonly custom_id: string;
  /** 1 is one line, 2 several. */
  readonly style: 1 | 2;
  readonly value?: string;
  readonly required: boolean;
}

export interface StringSelect {
  readonly type: 3;
  readonly custom_id: string;
  readonly options: readonly { readonly label: string; readonly value: string; readonly default?: true }[];
  readonly min_values: number;
  readonly max_values: number;
  readonly required: boolean;
}

/** Limits of a dialogue. Source: as above. */
export const modalLimits = {
  fields: 5,
  title: 45,
  label: 45,
  description: 100,
  options: 25,
  text: 4000,
} as const;

/** Message flags. Source: docs.discord.com/developers/resources/message (message flags) */
export const messageFlags = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, componentsV2: 1 << 15 } as const;

/** Limits of one message. Source: docs.discord.com/developers/components/reference; the characters are JDA's (docs.jda.wiki, TextDisplay). */
export const limits = {
  characters: 4000,
  components: 40,
  buttons: 5,
  customId: 100,
  label: 80,
  altText: 1024,
  attachments: 10,
  /** Bytes of one file, and of all files of a message: an upload may hold 25 MiB with everything. */
  file: 10 * 1024 * 1024,
  files: 24 * 1024 * 1024,
} as const;
