import { describe, expect, test } from 'vitest';
import { envExample, readSettings } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (fault) {
    if (fault instanceof ConfigError) return fault.faults;
    throw fault;
  }
  return [];
}

describe('the settings', () => {
  test('with nothing set are all defaults: an embedded database and the console on loopback', () => {
    expect(readSettings({})).toMatchObject({
      CONSOLE: 'auto',
      CONSOLE_HOST: '127.0.0.1',
      CONSOLE_PORT: '8080',
    });
    expect(readSettings({})).not.toHaveProperty('DISCORD_TOKEN');
  });

  test('empty or blank counts as not set, and spaces round a value do not count', () => {
    expect(readSettings({ CONSOLE_PORT: '', DISCORD_TOKEN: '  ', TICK_SECONDS: ' 5 ' })).toMatchObject({
      CONSOLE_PORT: '8080',
      TICK_SECONDS: '5',
    });
    expect(readSettings({ DISCORD_TOKEN: '  ' })).not.toHaveProperty('DISCORD_TOKEN');
  });

  test('variables that are none of ours are ignored', () => {
    expect(readSettings({ PATH: '/bin', HOME: '/root' })).toEqual(readSettings({}));
  });

  test('all faults are told at once, each with its name and what to write', () => {
    const faults = faultsOf({
      CONSOLE: 'maybe',
      CONSOLE_PORT: '70000',
      CONSOLE_HOST: '0.0.0.0',
      DEFAULT_ZONE: 'India',
      TICK_SECONDS: '0',
      LEASE_SECONDS: '1.5',
      LOG_LEVEL: 'loud',
      DISCORD_GUILD_IDS: '123 456',
      DISCORD_API_URL: 'ftp://x',
      SLACK_COMMAND_PREFIX: '/sco ',
      SLACK_APP_TOKEN: 'wrong',
    });
    const names = [
      'CONSOLE',
      'CONSOLE_PORT',
      'CONSOLE_HOST',
      'DEFAULT_ZONE',
      'TICK_SECONDS',
      'LEASE_SECONDS',
    ];
    for (const name of [
      ...names,
      'LOG_LEVEL',
      'DISCORD_GUILD_IDS',
      'DISCORD_API_URL',
      'SLACK_COMMAND_PREFIX',
    ]) {
      expect(faults.filter((fault) => fault.startsWith(`${name}=`))).toHaveLength(1);
    }
    for (const fault of faults)
      expect(fault).toMatch(/^[A-Z_]+(=[^:]*(:[^ ][^:]*)*)?: .*(write|set) .*[^.]\.$/);
  });

  test.each([
    ['SLACK_BOT_TOKEN', 'xoxo-very-secret'],
    ['SLACK_APP_TOKEN', 'very-secret-app'],
    ['SLACK_SIGNING_SECRET', 'very-secret-sign'],
    ['DISCORD_TOKEN', 'very-secret-discord'],
  ])('%s is never repeated, right or wrong', (name, value) => {
    const faults = faultsOf({ [name]: value, CONSOLE_PORT: 'x' });
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).not.toContain(value);
    expect(faults.join('\n')).not.toContain('secret-');
  });

  test('a model is an address and a name; a key or a name alone is half a setting', () => {
    expect(readSettings({})).not.toHaveProperty('MODEL_URL');
    expect(faultsOf({ MODEL_URL: 'http://127.0.0.1:11434/v1', MODEL_NAME: 'llama3.1' })).toEqual([]);
    expect(faultsOf({ MODEL_URL: 'http://127.0.0.1:11434/v1' })).toEqual([
      expect.stringMatching(/^MODEL_NAME: /),
    ]);
    expect(faultsOf({ MODEL_KEY: 'sk-canary' })).toEqual([expect.stringMatching(/^MODEL_URL: /)]);
    expect(faultsOf({ MODEL_URL: 'file:///etc/passwd', MODEL_NAME: 'x' })).toEqual([
      expect.stringMatching(/^MODEL_URL=/),
    ]);
    expect(faultsOf({ MODEL_KEY: 'sk-canary' }).join()).not.toContain('canary');
  });

  test('a Slack bot token alone is half a setting, and so is the other half', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'SLACK_BOT_TOKEN: also set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (signed HTTP).',
    ]);
    expect(faultsOf({ SLACK_SIGNING_SECRET: 's' })).toHaveLength(1);
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toEqual([]);
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toEqual([]);
  });

  test.each(['127.0.0.1', '::1'])('the console may listen on %s', (host) => {
    expect(faultsOf({ CONSOLE_HOST: host })).toEqual([]);
  });

  test.each(['0.0.0.0', '::', 'localhost', '192.168.1.5', '127.0.0.1.evil.example'])(
    'the console, which has no log-in, may not listen on %s',
    (host) => {
      expect(faultsOf({ CONSOLE_HOST: host })).toHaveLength(1);
    },
  );
});

describe('.env.example', () => {
  const settings = envExample()
    .split('\n')
    .filter((line) => /^#[A-Z]/.test(line));

  test('names every setting that is read, with what it is for, and sets none', () => {
    const names = settings.map((line) => line.slice(1).split('=')[0]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of Object.keys(readSettings({}))) expect(names).toContain(name);
    for (const line of envExample().split('\n')) expect(line === '' || line.startsWith('#')).toBe(true);
  });

  test('its examples are right when they are switched on, group by group', () => {
    const shown = Object.fromEntries(settings.map((line) => line.slice(1).split('=', 2) as [string, string]));
    expect(faultsOf(shown)).toEqual([]);
  });
});
