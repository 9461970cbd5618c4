/**
 * The part of Block Kit that Dateline emits, narrower than Slack's own: text that people or articles wrote stands
 * only in `plain_text` and `rich_text`, which have no markup, and `mrkdwn` holds nothing but one link.
 * Source: https://docs.slack.dev/reference/block-kit
 */
export type Block =
  | HeaderBlock
  | RichTextBlock
  | ContextBlock
  | ActionsBlock
  | DividerBlock
  | InputBlock
  | SectionBlock;

/** Text without markup; `emoji: false` keeps `:name:` as it was written. */
export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

/** One link as `<url|label>`; `verbatim` keeps Slack from linking names and addresses by itself. */
export interface LinkText {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

export interface HeaderBlock {
  readonly type: 'header';
  readonly text: PlainText;
}

export interface SectionBlock {
  readonly type: 'section';
  readonly text: PlainText;
}

export interface ContextBlock {
  readonly type: 'context';
  readonly elements: readonly (PlainText | LinkText)[];
}

export interface DividerBlock {
  readonly type: 'divider';
}

export interface RichTextBlock {
  readonly type: 'rich_text';
  readonly elements: readonly (RichSection | RichList | RichQuote)[];
}

export interface RichSection {
  readonly type: 'rich_text_section';
  readonly elements: readonly RichElement[];
}

export interface RichQuote {
  readonly type: 'rich_text_quote';
  readonly elements: readonly RichElement[];
}

export interface RichList {
  readonly type: 'rich_text_list';
  readonly style: 'bullet' | 'ordered';
  /** Number of items before this list, where an ordered list is split over blocks. */
  readonly offset?: number;
  readonly elements: readonly RichSection[];
}

export type RichElement = RichText | RichLink | RichDate;

export interface RichText {
  readonly type: 'text';
  readonly text: string;
  readonly style?: { readonly bold?: true; readonly italic?: true; readonly code?: true };
}

export interface RichLink {
  readonly type: 'link';
  readonly url: string;
  readonly text: string;
}

/** An instant that Slack words in the reader's own zone. `timestamp` is in whole seconds since the epoch. */
export interface RichDate {
  readonly type: 'date';
  readonly timestamp: number;
  readonly format: string;
  readonly fallback: string;
}

export interface ActionsBlock {
  readonly type: 'actions';
  readonly elements: readonly Button[];
}

export interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
}

export interface InputBlock {
  readonly type: 'input';
  readonly block_id: string;
  readonly label: PlainText;
  readonly optional: boolean;
  readonly hint?: PlainText;
  readonly element: InputElement;
}

/** A fixed choice of a select menu or a set of check boxes. */
export interface Option {
  readonly text: PlainText;
  readonly value: string;
}

export type InputElement =
  | { readonly type: 'timepicker'; readonly action_id: string; readonly initial_time: string }
  | {
      readonly type: 'plain_text_input';
      readonly action_id: string;
      readonly initial_value?: string;
      readonly multiline?: true;
    }
  | {
      readonly type: 'static_select';
      readonly action_id: string;
      readonly options: readonly Option[];
      readonly initial_option?: Option;
    }
  | { readonly type: 'checkboxes'; readonly action_id: string; readonly options: readonly Option[] }
  | {
      readonly type: 'number_input';
      readonly action_id: string;
      readonly is_decimal_allowed: false;
      readonly min_value?: string;
    };

/** The App Home tab of one reader. At most 100 blocks. */
export interface HomeView {
  readonly type: 'home';
  readonly blocks: readonly Block[];
}

/** A dialogue; title, submit and close hold at most 24 characters, `private_metadata` 3,000. */
export interface ModalView {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: PlainText;
  readonly submit?: PlainText;
  readonly close: PlainText;
  readonly blocks: readonly Block[];
}

/** What is sent, wherever it goes. `text` is what notifications and screen readers say. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
  readonly link_names: false;
  readonly parse: 'none';
  readonly mrkdwn: false;
}
