import {
  all,
  type Check,
  choice,
  each,
  exactly,
  integer,
  object,
  oneOfTypes,
  string,
  unique,
} from './checks.ts';

/**
 * What Slack takes, written by hand from docs.slack.dev/reference/block-kit and the comments of `@slack/types`:
 * shapes, lengths and counts, unknown properties refused. Wider than what Dateline emits, so that it can tell it wrong.
 */

const plainText = (most: number): Check =>
  object({ type: exactly('plain_text'), text: string(1, most) }, { emoji: exactly(true, false) });

const anyText = (most: number): Check =>
  oneOfTypes({
    plain_text: plainText(most),
    mrkdwn: object({ type: exactly('mrkdwn'), text: string(1, most) }, { verbatim: exactly(true, false) }),
  });

const id = string(1, 255);
const option = object({ text: plainText(75), value: string(1, 150) }, { description: plainText(75) });
const options = (most: number): Check => all(each(option, 1, most), unique('value'));

const button = object(
  { type: exactly('button'), action_id: id, text: plainText(75) },
  {
    value: string(0, 2000),
    url: string(1, 3000),
    style: exactly('primary', 'danger'),
    confirm: object({}, {}),
  },
);

const style = object(
  {},
  { bold: exactly(true), italic: exactly(true), code: exactly(true), strike: exactly(true) },
);

/** Mentions of people, groups and whole channels are left out: Dateline never makes one. */
const richElement = oneOfTypes({
  text: object({ type: exactly('text'), text: string(1, 3000) }, { style }),
  link: object(
    { type: exactly('link'), url: choice(/^https?:\/\/\S+$/, 3000) },
    { text: string(1, 3000), style },
  ),
  date: object(
    { type: exactly('date'), timestamp: integer(-1e11, 1e11), format: choice(/\{\w+\}/, 200) },
    { fallback: string(1, 3000), style },
  ),
});
const richSection = object({ type: exactly('rich_text_section'), elements: each(richElement, 1, 200) });

const richText = object({
  type: exactly('rich_text'),
  elements: each(
    oneOfTypes({
      rich_text_section: richSection,
      rich_text_quote: object({ type: exactly('rich_text_quote'), elements: each(richElement, 1, 200) }),
      rich_text_list: object(
        {
          type: exactly('rich_text_list'),
          style: exactly('bullet', 'ordered'),
          elements: each(richSection, 1, 200),
        },
        { offset: integer(1, 10_000), indent: integer(0, 8) },
      ),
    }),
    1,
    50,
  ),
});

const element = { action_id: id };
const input = oneOfTypes({
  timepicker: object(
    { type: exactly('timepicker'), ...element },
    { initial_time: choice(/^([01]\d|2[0-3]):[0-5]\d$/, 5) },
  ),
  checkboxes: object({ type: exactly('checkboxes'), ...element, options: options(10) }),
  static_select: all(
    object({ type: exactly('static_select'), ...element, options: options(100) }, { initial_option: option }),
    // Slack refuses one that is not among the options, letter by letter.
    (value, path) => {
      const { options: offered = [], initial_option: first } = value as {
        readonly options?: readonly object[];
        readonly initial_option?: object;
      };
      const known = offered.map((each) => JSON.stringify(each));
      return first === undefined || known.includes(JSON.stringify(first))
        ? []
        : [`${path}.initial_option: none of the options`];
    },
  ),
  plain_text_input: object(
    { type: exactly('plain_text_input'), ...element },
    { initial_value: string(0, 3000), multiline: exactly(true, false) },
  ),
  number_input: object(
    { type: exactly('number_input'), ...element, is_decimal_allowed: exactly(true, false) },
    { min_value: choice(/^-?\d+$/, 20), max_value: choice(/^-?\d+$/, 20) },
  ),
});

const blockId = { block_id: id };
const messageBlocks = {
  header: object({ type: exactly('header'), text: plainText(150) }, blockId),
  section: object({ type: exactly('section'), text: anyText(3000) }, blockId),
  rich_text: richText,
  context: object({ type: exactly('context'), elements: each(anyText(2000), 1, 10) }, blockId),
  actions: object(
    { type: exactly('actions'), elements: all(each(oneOfTypes({ button }), 1, 25), unique('action_id')) },
    blockId,
  ),
  divider: object({ type: exactly('divider') }, blockId),
};
const viewBlocks = {
  ...messageBlocks,
  input: object(
    { type: exactly('input'), label: plainText(2000), element: input },
    { ...blockId, hint: plainText(2000), optional: exactly(true, false) },
  ),
};

const blocks = (kinds: Readonly<Record<string, Check>>, most: number): Check =>
  all(each(oneOfTypes(kinds), 1, most), unique('block_id'));

/** `msg_blocks_too_long` was met from 13,170 characters on; no page tells the limit (bolt-js issue 2509). */
const mostTogether = 13_000;

/** Faults of the part of a message that Slack draws; empty when it is right. */
export function blockFaults(value: unknown): readonly string[] {
  const length = JSON.stringify(value)?.length ?? 0;
  const tooLong = length > mostTogether ? [`blocks: ${length} characters together`] : [];
  return [...blocks(messageBlocks, 50)(value, 'blocks'), ...tooLong];
}

/** Faults of a whole message as `chat.postMessage` or a `response_url` takes it. */
export function messageFaults(message: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...string(1, 4000)(message.text, 'text'),
    ...blockFaults(message.blocks),
    ...exactly(false, 'false')(message.unfurl_links, 'unfurl_links'),
    ...exactly(false, 'false')(message.unfurl_media, 'unfurl_media'),
    ...exactly(false, 'false')(message.link_names, 'link_names'),
    ...exactly('none')(message.parse, 'parse'),
  ];
}

const home = object({ type: exactly('home'), blocks: blocks(viewBlocks, 100) });
const modal = object(
  { type: exactly('modal'), title: plainText(24), blocks: blocks(viewBlocks, 100) },
  { callback_id: id, private_metadata: string(0, 3000), submit: plainText(24), close: plainText(24) },
);

/** Faults of a view for `views.open`, `views.update` or `views.publish`. */
export function viewFaults(view: unknown): readonly string[] {
  const { blocks: held, submit } = view as {
    readonly blocks?: readonly { type?: string }[];
    submit?: unknown;
  };
  const needsSubmit = held?.some((block) => block.type === 'input') && submit === undefined;
  const faults = oneOfTypes({ home, modal })(view, 'view');
  return needsSubmit ? [...faults, 'view: a form needs submit'] : faults;
}
