import { describe, expect, test } from 'vitest';
import { commands } from '../../../../commands/index.ts';
import { slackManifest } from '../../../../src/platforms/slack/manifest.ts';
import { commandOfSlash, slashName } from '../../../../src/platforms/slack/slash-name.ts';

interface SlashCommand {
  readonly command: string;
  readonly url?: string;
  readonly description: string;
  readonly usage_hint?: string;
}
interface Manifest {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly bot_user: { readonly display_name: string };
    readonly slash_commands: readonly SlashCommand[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly socket_mode_enabled: boolean;
    readonly event_subscriptions: { readonly request_url?: string; readonly bot_events: readonly string[] };
    readonly interactivity: { readonly request_url?: string };
  };
}

const manifest = (settings: Parameters<typeof slackManifest>[1]): Manifest =>
  slackManifest(commands, settings) as Manifest;

/** The longest that SLACK_COMMAND_PREFIX may be. */
const longestPrefix = 'x'.repeat(21);

describe('the manifest keeps to what the reference allows', () => {
  // Source: docs.slack.dev/reference/app-manifest, and the comments of web-api's request/manifest.d.ts
  test.each(['', 'sco-', longestPrefix])('with the prefix “%s”', (prefix) => {
    const { display_information: display, features } = manifest({ prefix, socketMode: true });
    expect(display.name.length).toBeLessThanOrEqual(35);
    expect(display.description.length).toBeLessThanOrEqual(140);
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    expect(features.slash_commands.length).toBeGreaterThan(5);
    expect(features.slash_commands.length).toBeLessThanOrEqual(50);
    expect(new Set(features.slash_commands.map(({ command }) => command)).size).toBe(
      features.slash_commands.length,
    );
    for (const { command, description, usage_hint } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2000);
      expect(description).not.toBe('');
      expect((usage_hint ?? '').length).toBeLessThanOrEqual(1000);
    }
  });

  test('it asks for the scopes of what the adapter calls, and no others', () => {
    expect(manifest({ socketMode: true }).oauth_config.scopes.bot).toEqual([
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
    ]);
  });

  test('it subscribes to what the adapter listens to', () => {
    const { bot_events } = manifest({ socketMode: true }).settings.event_subscriptions;
    expect(bot_events).toEqual(['app_home_opened', 'app_mention', 'message.im']);
  });

  test('without Socket Mode every entry has the address, with it none', () => {
    const url = 'https://desk.example/slack/events';
    const over = manifest({ socketMode: false, url });
    expect(over.settings.interactivity.request_url).toBe(url);
    expect(over.settings.event_subscriptions.request_url).toBe(url);
    expect(over.features.slash_commands.every((command) => command.url === url)).toBe(true);
    expect(JSON.stringify(manifest({ socketMode: true }))).not.toContain('request_url');
  });

  test('no hidden command or option is shown', () => {
    const shown = JSON.stringify(manifest({ socketMode: true }));
    expect(shown).not.toContain('start:');
    for (const { name } of commands.filter(({ hidden }) => hidden)) expect(shown).not.toContain(`"/${name}"`);
  });
});

describe('slash names', () => {
  test('those that Slack keeps for itself get a prefix where there is none', () => {
    expect(slashName('status', '')).toBe('/dateline-status');
    expect(slashName('status', 'sco-')).toBe('/sco-status');
    expect(slashName('ask', '')).toBe('/ask');
  });

  test.each(['', 'sco-'])(
    'with the prefix “%s” each is read back as its command, in capitals too',
    (prefix) => {
      for (const command of commands.filter(({ hidden }) => !hidden)) {
        const name = slashName(command.name, prefix);
        expect(commandOfSlash(commands, name, prefix)).toBe(command);
        expect(commandOfSlash(commands, name.toUpperCase(), prefix)).toBe(command);
      }
    },
  );

  test('a name without its prefix, or with another, is no command', () => {
    expect(commandOfSlash(commands, '/ask', 'sco-')).toBeUndefined();
    expect(commandOfSlash(commands, '/status', '')).toBeUndefined();
    expect(commandOfSlash(commands, 'ask', '')).toBeUndefined();
  });
});
