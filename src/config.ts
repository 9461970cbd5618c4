import { ConfigError } from './errors.ts';

interface Setting {
  readonly name: string;
  readonly about: string;
  readonly group: string;
  /** Shown in `.env.example`; also the value where `fallback` is set. */
  readonly example: string;
  readonly fallback?: string;
  readonly secret?: boolean;
  /** Says what to write instead, or nothing when the value is right. */
  readonly check?: (value: string) => string | undefined;
}

const port = (value: string): string | undefined =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65535 ? undefined : 'write a port number from 0 to 65535';

const whole =
  (least: number, most: number) =>
  (value: string): string | undefined =>
    /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `write a whole number from ${least} to ${most}`;

const startsWith =
  (prefix: string, where: string) =>
  (value: string): string | undefined =>
    value.startsWith(prefix) ? undefined : `write the token that starts with ${prefix} (${where})`;

const webAddress = (value: string): string | undefined =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
    ? undefined
    : 'write an address that starts with https://';

const oneOf =
  (...values: readonly string[]) =>
  (value: string): string | undefined =>
    values.includes(value) ? undefined : `write one of ${values.join(', ')}`;

const zone = (value: string): string | undefined => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return undefined;
  } catch {
    return 'write an IANA zone such as Asia/Kolkata';
  }
};

const snowflakes = (value: string): string | undefined =>
  /^\d{5,20}(\s*,\s*\d{5,20})*$/.test(value) ? undefined : 'write ids of digits, joined by commas';

/** The one table of settings: it reads the environment and writes `.env.example`. */
const table = [
  {
    name: 'DATABASE_URL',
    group: 'Storage',
    example: 'sqlite:var/dateline.db',
    fallback: 'sqlite:var/dateline.db',
    about:
      'Where Dateline keeps its data: sqlite:FILE, or postgres://USER:PASSWORD@HOST:PORT/DATABASE for several machines.',
  },
  {
    name: 'DATA_DIR',
    group: 'Storage',
    example: 'data',
    about: 'The folder of article data; by default the one that ships.',
  },
  {
    name: 'DISCORD_TOKEN',
    group: 'Discord (leave empty to do without)',
    example: '',
    secret: true,
    about: 'The bot token from the Discord developer portal.',
  },
  {
    name: 'DISCORD_GUILD_IDS',
    group: 'Discord (leave empty to do without)',
    example: '',
    check: snowflakes,
    about: 'Servers that get the commands at once, joined by commas; empty registers them for all servers.',
  },
  {
    name: 'DISCORD_API_URL',
    group: 'Discord (leave empty to do without)',
    example: '',
    check: webAddress,
    about: 'Another base URL of the Discord API, for tests and proxies.',
  },
  {
    name: 'SLACK_BOT_TOKEN',
    group: 'Slack (leave empty to do without)',
    example: '',
    secret: true,
    check: startsWith('xoxb-', 'OAuth & Permissions'),
    about: 'The bot token.',
  },
  {
    name: 'SLACK_APP_TOKEN',
    group: 'Slack (leave empty to do without)',
    example: '',
    secret: true,
    check: startsWith('xapp-', 'Basic Information, App-Level Tokens'),
    about: 'The app-level token for Socket Mode.',
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    group: 'Slack (leave empty to do without)',
    example: '',
    secret: true,
    about: 'The signing secret, for signed HTTP instead of Socket Mode.',
  },
  {
    name: 'SLACK_PORT',
    group: 'Slack (leave empty to do without)',
    example: '3000',
    fallback: '3000',
    check: port,
    about: 'The port that Slack calls when Socket Mode is not used.',
  },
  {
    name: 'SLACK_HOST',
    group: 'Slack (leave empty to do without)',
    example: '127.0.0.1',
    fallback: '127.0.0.1',
    about: 'The address to listen on; put a TLS proxy in front.',
  },
  {
    name: 'SLACK_COMMAND_PREFIX',
    group: 'Slack (leave empty to do without)',
    example: 'sco-',
    about: 'Put before each slash command, where /ask is already taken.',
    check: (v: string) =>
      /^[a-z0-9][a-z0-9_-]{0,20}$/.test(v)
        ? undefined
        : 'write up to 21 lower-case letters, digits, - or _, such as sco-',
  },
  {
    name: 'SLACK_MANAGERS',
    group: 'Slack (leave empty to do without)',
    example: 'U0123456789',
    about: 'User ids that may manage digests besides workspace admins, joined by commas.',
  },
  {
    name: 'SLACK_API_URL',
    group: 'Slack (leave empty to do without)',
    example: '',
    check: webAddress,
    about: 'Another base URL of the Slack API, for tests and proxies.',
  },
  {
    name: 'CONSOLE',
    group: 'Browser console',
    example: 'auto',
    fallback: 'auto',
    check: oneOf('auto', 'on', 'off'),
    about: 'on, off, or auto: on when no chat platform is set.',
  },
  {
    name: 'CONSOLE_PORT',
    group: 'Browser console',
    example: '8080',
    fallback: '8080',
    check: port,
    about: 'The port of the browser console.',
  },
  {
    name: 'CONSOLE_HOST',
    group: 'Browser console',
    example: '127.0.0.1',
    fallback: '127.0.0.1',
    check: oneOf('127.0.0.1', '::1'),
    about: 'The loopback address it binds to; it has no log-in, so no other is allowed.',
  },
  {
    name: 'PUBLIC_URL',
    group: 'Browser console',
    example: 'https://desk.example.org',
    check: webAddress,
    about:
      'Address under which a proxy passes /editions/ on to the console: briefings and digests then carry a link to their page.',
  },
  {
    name: 'FETCH_ALLOW',
    group: 'Articles',
    example: '127.0.0.1:8088',
    check: (v: string) =>
      /^[^\s,]+:\d{1,5}(\s*,\s*[^\s,]+:\d{1,5})*$/.test(v)
        ? undefined
        : 'write host:port pairs joined by commas, such as 127.0.0.1:8088',
    about:
      'Private addresses that articles and feeds may be fetched from all the same, for tests; empty for none.',
  },
  {
    name: 'MODEL_URL',
    group: 'Language model (optional; leave empty to do without)',
    example: 'http://127.0.0.1:11434/v1',
    check: webAddress,
    about:
      'Base address of an OpenAI-compatible API. Nothing is sent to it before a workspace has typed /article model use:yes.',
  },
  {
    name: 'MODEL_KEY',
    group: 'Language model (optional; leave empty to do without)',
    example: '',
    secret: true,
    about: 'Its key, where it wants one.',
  },
  {
    name: 'MODEL_NAME',
    group: 'Language model (optional; leave empty to do without)',
    example: 'llama3.1',
    about: 'The model that is asked for.',
  },
  {
    name: 'DEFAULT_ZONE',
    group: 'Bot',
    example: 'UTC',
    fallback: 'UTC',
    check: zone,
    about: 'The IANA zone of readers whose platform does not tell theirs.',
  },
  {
    name: 'TICK_SECONDS',
    group: 'Bot',
    example: '15',
    fallback: '15',
    check: whole(1, 30),
    about: 'How often due digests are looked for.',
  },
  {
    name: 'LEASE_SECONDS',
    group: 'Bot',
    example: '90',
    fallback: '90',
    check: whole(1, 3600),
    about: 'How long one process may take over one delivery before another looks after it.',
  },
  {
    name: 'SETTLE_SECONDS',
    group: 'Bot',
    example: '120',
    fallback: '120',
    check: whole(0, 3600),
    about:
      'How long after an unanswered call a platform may still carry it out; then the channel is searched.',
  },
  {
    name: 'NONCE_SECONDS',
    group: 'Bot',
    example: '60',
    fallback: '60',
    check: whole(0, 3600),
    about: 'How long after its first attempt a Discord message may be posted again under its nonce.',
  },
  {
    name: 'GRACE_HOURS',
    group: 'Bot',
    example: '6',
    fallback: '6',
    check: whole(0, 168),
    about: 'How long after its time a missed digest is still posted, unless the digest says otherwise.',
  },
  {
    name: 'LOG_LEVEL',
    group: 'Bot',
    example: 'info',
    fallback: 'info',
    check: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    about: 'How much is logged, on standard error.',
  },
] as const satisfies readonly Setting[];

type Name = (typeof table)[number]['name'];
type WithFallback = Extract<(typeof table)[number], { fallback: string }>['name'];

/** Settings by name. Those with a default are always there; the others only when set. */
export type Settings = { readonly [K in WithFallback]: string } & {
  readonly [K in Exclude<Name, WithFallback>]?: string;
};

/**
 * Reads and checks all settings. Empty counts as not set.
 * @throws ConfigError with every wrong setting and what to write instead; values of secrets are not repeated
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = [];
  const entries = table.flatMap((setting: Setting) => {
    const value = environment[setting.name]?.trim() || setting.fallback;
    if (value === undefined) return [];
    const fault = setting.check?.(value);
    if (fault !== undefined) faults.push(`${setting.name}${setting.secret ? '' : `=${value}`}: ${fault}.`);
    return [[setting.name, value] as const];
  });
  const settings = Object.fromEntries(entries) as Settings;
  faults.push(...slackFaults(settings), ...modelFaults(settings));
  if (faults.length > 0) throw new ConfigError(faults);
  return settings;
}

function modelFaults({ MODEL_URL: url, MODEL_KEY: key, MODEL_NAME: name }: Settings): readonly string[] {
  if (url !== undefined && name === undefined) return ['MODEL_NAME: say which model MODEL_URL is asked for.'];
  if (url === undefined && (name !== undefined || key !== undefined))
    return ['MODEL_URL: set it too, or leave MODEL_KEY and MODEL_NAME empty.'];
  return [];
}

/** The values of settings that nobody may read in a log. */
export const secretsOf = (settings: Settings): readonly string[] =>
  (table as readonly Setting[]).flatMap(({ name, secret }) => (secret ? (settings[name as Name] ?? []) : []));

function slackFaults(settings: Settings): readonly string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = settings;
  if (bot !== undefined && app === undefined && secret === undefined) {
    return ['SLACK_BOT_TOKEN: also set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (signed HTTP).'];
  }
  if (bot === undefined && (app !== undefined || secret !== undefined)) {
    return ['SLACK_BOT_TOKEN: set it too, or leave SLACK_APP_TOKEN and SLACK_SIGNING_SECRET empty.'];
  }
  return [];
}

/** The text of `.env.example`: every setting with what it is for; all commented out, so that defaults hold. */
export function envExample(): string {
  const lines = [
    '# Copy to .env and fill in what you need; with nothing set, the browser console alone runs.',
  ];
  let group = '';
  for (const setting of table as readonly Setting[]) {
    if (setting.group !== group) lines.push('', `# --- ${setting.group} ---`);
    group = setting.group;
    lines.push(`# ${setting.about}`, `#${setting.name}=${setting.example}`);
  }
  return `${lines.join('\n')}\n`;
}
