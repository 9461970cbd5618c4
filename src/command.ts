import type { EditionLink } from './briefing/edition-link.ts';
import type { Press } from './briefing/press.ts';
import type { Document } from './document/model.ts';
import type { Form } from './form.ts';
import type { ArticleDesk } from './ingest/desk/article-desk.ts';
import type { Invocation, Origin, Permission } from './invocation.ts';
import type { LanguageModel } from './model/port.ts';
import type { Pictures } from './pictures/port.ts';
import type {
  DeliveryStore,
  EditionStore,
  ErrandStore,
  FeedbackStore,
  KnowledgeReader,
  ReceiptStore,
  ScheduleStore,
} from './store/ports.ts';

/** How an option's text is read. `date` and `zone` stay text here: the command reads them with the present in hand. */
export type OptionType = 'text' | 'integer' | 'boolean';

/** One thing that autocomplete offers: what the reader sees and what the option then holds. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface OptionSpec {
  readonly type: OptionType;
  readonly about: string;
  readonly required?: boolean;
  /** The only values allowed; registered with the platforms as fixed choices. */
  readonly choices?: readonly string[];
  /** Takes the words that belong to no other option when the command is typed as one line. At most one option. */
  readonly rest?: boolean;
  /** Used by buttons; never registered with a platform or listed in help. */
  readonly hidden?: boolean;
  /** At most 25 choices for what has been typed so far; only things that have content. */
  readonly complete?: (typed: string, context: Context) => Promise<readonly Choice[]>;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<O extends OptionSpec> = O['type'] extends 'integer'
  ? number
  : O['type'] extends 'boolean'
    ? boolean
    : string;

/** The handler's options, worked out from their declaration. */
export type OptionsOf<S extends OptionSpecs> = {
  readonly [K in keyof S as S[K]['required'] extends true ? K : never]: ValueOf<S[K]>;
} & {
  readonly [K in keyof S as S[K]['required'] extends true ? never : K]?: ValueOf<S[K]>;
};

/** What a handler may use; nothing else. The present is read once, by dispatch. */
export interface Context {
  readonly now: Temporal.ZonedDateTime;
  readonly origin: Origin;
  readonly knowledge: KnowledgeReader;
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  readonly errands: ErrandStore;
  readonly receipts: ReceiptStore;
  readonly feedback: FeedbackStore;
  readonly signal: AbortSignal;
  /** State of the running bot for `/status`, gathered by the edge. */
  readonly status: () => Promise<BotStatus>;
  /** Draws pictures; without it messages go without. */
  readonly pictures?: Pictures;
  /** Articles that workspaces bring in, and the way to them. */
  readonly articles?: ArticleDesk;
  /** A language model that may propose words; without it everything works the same. */
  readonly model?: LanguageModel;
  /** Sets briefings as PDF. */
  readonly press?: Press;
  /** Draws and sets what a frozen document holds as data. */
  readonly ink?: (document: Document) => Promise<Document>;
  /** Briefings as they were exported. */
  readonly editions?: EditionStore;
  readonly editionLink?: EditionLink;
}

export interface BotStatus {
  readonly version: string;
  readonly started: Temporal.Instant;
  readonly platforms: readonly { readonly name: string; readonly state: string }[];
  readonly lastTick?: Temporal.Instant;
}

/** The part that takes options and runs: a whole command, or one subcommand. */
export interface Action<S extends OptionSpecs = OptionSpecs> {
  readonly about: string;
  readonly options: S;
  readonly needs?: Permission;
  /** The answer is shown to the reader alone. */
  readonly private?: boolean;
  /** Offered in the menu of any message, where a platform has one: the option takes what the message says. */
  readonly onMessage?: {
    /** At most 24 characters. */
    readonly label: string;
    readonly option: string;
    readonly also?: Readonly<Record<string, string>>;
  };
  /** A form that platforms open instead of running it with too little. */
  readonly form?: {
    /** It opens where no options but these are given, and all of those that it needs. */
    readonly from: readonly string[];
    readonly needs: readonly string[];
    readonly make: (options: Readonly<Record<string, string>>, context: Context) => Promise<Form>;
  };
  readonly run: (options: OptionsOf<S>, context: Context) => Promise<Document>;
}

/** An action as the registry and the adapters see it: the option types are erased. */
export type AnyAction = Omit<Action, 'run'> & {
  readonly run: (options: never, context: Context) => Promise<Document>;
};

export interface Command {
  readonly name: string;
  readonly about: string;
  /** Examples as typed, without the slash: shown by `/help`, run by a test. */
  readonly examples: readonly string[];
  /** Not registered with a platform or listed in help: only buttons invoke it. */
  readonly hidden?: boolean;
  readonly action?: AnyAction;
  readonly subcommands?: Readonly<Record<string, AnyAction>>;
  /** The subcommand that is meant where none is named, on platforms that let it be left out. */
  readonly usual?: string;
}

/** Declares one action. The identity function: its only job is to infer the handler's option types. */
export function defineAction<const S extends OptionSpecs>(action: Action<S>): AnyAction {
  return action as AnyAction;
}

/** Declares a command of one action. */
export function defineCommand<const S extends OptionSpecs>(
  command: Omit<Command, 'action' | 'subcommands'> & Omit<Action<S>, 'about'>,
): Command {
  const { name, about, examples, hidden, ...action } = command;
  const shown = hidden === undefined ? {} : { hidden };
  return { name, about, examples, ...shown, action: defineAction({ about, ...action } as Action<S>) };
}

/** Declares a command whose actions are its subcommands. */
export function defineGroup(
  group: Omit<Command, 'action'> & { readonly subcommands: Readonly<Record<string, AnyAction>> },
): Command {
  return group;
}

/** The ordered list of all commands. */
export type Commands = readonly Command[];

/** Anything that turns an invocation into a document: what adapters call. It never rejects. */
export type Dispatch = (invocation: Invocation, origin: Origin) => Promise<Document>;

/** The form that an invocation is met by, or what there is to say instead. It never rejects. */
export type OpenForm = (invocation: Invocation, origin: Origin) => Promise<Form | Document>;

/** Choices for the option being typed; empty where nothing fits. It never rejects. */
export type Complete = (
  invocation: Invocation,
  focused: string,
  origin: Origin,
) => Promise<readonly Choice[]>;
