import { randomUUID } from 'node:crypto';
import { world } from './stand-in.ts';

/** Payloads as Slack sends them. Source: docs.slack.dev/interactivity and reference/events */

export interface SlashInput {
  readonly command: string;
  readonly text?: string;
  readonly user?: string;
  readonly channel?: string;
  readonly responseUrl: string;
  readonly trigger?: string;
}

export const slashCommand = (input: SlashInput): Readonly<Record<string, string>> => ({
  token: 'unused',
  team_id: world.team,
  team_domain: 'emulate',
  channel_id: input.channel ?? world.channel,
  channel_name: 'general',
  user_id: input.user ?? world.admin,
  user_name: 'somebody',
  command: input.command,
  text: input.text ?? '',
  api_app_id: 'A000DATELN',
  is_enterprise_install: 'false',
  response_url: input.responseUrl,
  trigger_id: input.trigger ?? randomUUID(),
});

/** An event of the Events API; the same `id` again is a redelivery. */
export const eventCallback = (event: object, id = `Ev${randomUUID()}`): object => ({
  token: 'unused',
  team_id: world.team,
  api_app_id: 'A000DATELN',
  event,
  type: 'event_callback',
  event_id: id,
  event_time: 1_795_000_000,
  authorizations: [
    {
      enterprise_id: null,
      team_id: world.team,
      user_id: world.bot,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
});

export const mention = (text: string, more: object = {}): object => ({
  type: 'app_mention',
  user: world.admin,
  text: `<@${world.bot}> ${text}`,
  ts: '1795000000.000100',
  channel: world.channel,
  event_ts: '1795000000.000100',
  ...more,
});

export const directMessage = (channel: string, text: string, more: object = {}): object => ({
  type: 'message',
  channel_type: 'im',
  user: world.admin,
  text,
  ts: '1795000000.000200',
  channel,
  event_ts: '1795000000.000200',
  ...more,
});

export const homeOpened = (user: string = world.admin): object => ({
  type: 'app_home_opened',
  user,
  channel: 'D000000001',
  tab: 'home',
  event_ts: '1795000000.000300',
});

const from = (user: string): object => ({
  user: { id: user, username: 'somebody', name: 'somebody', team_id: world.team },
  team: { id: world.team, domain: 'emulate' },
  api_app_id: 'A000DATELN',
  token: 'unused',
  trigger_id: randomUUID(),
  is_enterprise_install: false,
  enterprise: null,
});

export interface ButtonInput {
  readonly value: string;
  readonly action?: string;
  readonly responseUrl: string;
  readonly user?: string;
  readonly message?: object;
  readonly ephemeral?: boolean;
}

export const buttonPress = (input: ButtonInput): object => ({
  type: 'block_actions',
  ...from(input.user ?? world.admin),
  container: {
    type: 'message',
    message_ts: '1795000000.000400',
    channel_id: world.channel,
    is_ephemeral: input.ephemeral ?? false,
  },
  channel: { id: world.channel, name: 'general' },
  message: { type: 'message', user: world.bot, ts: '1795000000.000400', text: 'x', ...input.message },
  response_url: input.responseUrl,
  actions: [actionOf(input)],
});

export interface ShortcutInput {
  readonly callback: string;
  readonly message: object;
  readonly responseUrl: string;
  readonly user?: string;
}

/** A shortcut in the menu of a message. */
export const messageShortcut = (input: ShortcutInput): object => ({
  type: 'message_action',
  ...from(input.user ?? world.admin),
  callback_id: input.callback,
  channel: { id: world.channel, name: 'general' },
  message_ts: '1795000000.000600',
  message: { type: 'message', user: world.admin, ts: '1795000000.000600', text: '', ...input.message },
  response_url: input.responseUrl,
  action_ts: '1795000000.000700',
});

/** A button in App Home has no channel, no message and no `response_url`. */
export const homeButton = (value: string, user: string = world.admin): object => ({
  type: 'block_actions',
  ...from(user),
  container: { type: 'view', view_id: 'V1' },
  view: { id: 'V1', type: 'home', blocks: [], private_metadata: '', callback_id: '', state: { values: {} } },
  actions: [actionOf({ value })],
});

const actionOf = ({ value, action }: { readonly value: string; readonly action?: string }): object => ({
  type: 'button',
  action_id: action ?? 'dateline:0',
  block_id: 'b1',
  text: { type: 'plain_text', text: 'Button', emoji: false },
  value,
  action_ts: '1795000000.000500',
});

export interface SubmissionInput {
  readonly view: { readonly id: string; readonly private_metadata: string; readonly callback_id: string };
  readonly values: Readonly<Record<string, object>>;
  readonly user?: string;
}

/** A submitted form; each field's state stands under its block and the action `value`. */
export const viewSubmission = ({ view, values, user }: SubmissionInput): object => ({
  type: 'view_submission',
  ...from(user ?? world.admin),
  view: {
    ...view,
    type: 'modal',
    team_id: world.team,
    blocks: [],
    state: { values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])) },
  },
  response_urls: [],
});
