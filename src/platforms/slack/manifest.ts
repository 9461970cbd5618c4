import type { AnyAction, Command, Commands } from '../../command.ts';
import { cut } from '../clean-text.ts';
import { messageActions } from '../message-actions.ts';
import { slashName } from './slash-name.ts';

export interface ManifestSettings {
  /** Put before each command's name: `sco-`. */
  readonly prefix?: string;
  readonly socketMode: boolean;
  /** Public address of the signed HTTP endpoint, ending in `/slack/events`; needed without Socket Mode. */
  readonly url?: string;
}

/** What we ask of a workspace: the least that the features need. */
const scopes = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'im:history',
  'im:write',
  'metadata.message:read',
  'pins:write',
  'users:read',
] as const;

const events = ['app_home_opened', 'app_mention', 'message.im'] as const;

/**
 * The app manifest, from the declared commands.
 * Source: docs.slack.dev/reference/app-manifest (lengths and fields).
 */
export function slackManifest(commands: Commands, settings: ManifestSettings): unknown {
  const url = settings.socketMode ? undefined : (settings.url ?? 'https://example.org/slack/events');
  const endpoint = url === undefined ? {} : { request_url: url };
  return {
    display_information: {
      name: 'Dateline',
      description: 'A current-affairs desk: cited answers and on-this-day digests.',
      background_color: '#1d3557',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'dateline', always_online: true },
      slash_commands: commands
        .filter((command) => !command.hidden)
        .map((command) => slashCommand(command, settings.prefix ?? '', url)),
      shortcuts: messageActions(commands).map(({ label, id, about }) => ({
        name: cut(label, 24),
        type: 'message',
        callback_id: id,
        description: cut(about, 150),
      })),
    },
    oauth_config: { scopes: { bot: [...scopes] } },
    settings: {
      event_subscriptions: { ...endpoint, bot_events: [...events] },
      interactivity: { is_enabled: true, ...endpoint },
      org_deploy_enabled: false,
      socket_mode_enabled: settings.socketMode,
      token_rotation_enabled: false,
    },
  };
}

function slashCommand(command: Command, prefix: string, url: string | undefined): unknown {
  const hint = usageHint(command);
  return {
    command: slashName(command.name, prefix),
    ...(url === undefined ? {} : { url }),
    description: cut(command.about, 100),
    ...(hint === '' ? {} : { usage_hint: hint }),
    should_escape: false,
  };
}

/** What Slack shows while the command is typed: its subcommands, or its options. */
function usageHint(command: Command): string {
  if (command.subcommands) return cut(Object.keys(command.subcommands).join(' | '), 100);
  return command.action ? cut(optionHints(command.action), 100) : '';
}

function optionHints(action: AnyAction): string {
  const shown = Object.entries(action.options).filter(([, spec]) => !spec.hidden);
  const hints = shown.map(([name, spec]) => {
    const hint = spec.rest ? name : `${name}:…`;
    return spec.required ? hint : `[${hint}]`;
  });
  return hints.join(' ');
}
