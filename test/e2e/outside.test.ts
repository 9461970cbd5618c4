import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OutsideDiscord, openDiscord, refused } from '../support/outside/discord.ts';
import { planFaults, seeded } from '../support/outside/faults.ts';
import { type OutsideSlack, openSlack, said } from '../support/outside/slack.ts';
import { type Program, runProgram, startProgram, temporaryFolder } from '../support/program.ts';

// The program as an examiner meets it, who knows the platforms' documents and nothing of its inside: `npm start`, SQLite,
// `schedule add --batch` and `deliveries --json`, on both platforms at once, third-party stand-ins behind a gate of its own.

const lease = 4;
/** Milliseconds after which the bot gives a call up, of which the gate wants to know when that is. */
const callerWaits = lease * 300;
const rules = {
  TICK_SECONDS: '1',
  LEASE_SECONDS: String(lease),
  SETTLE_SECONDS: '2',
  NONCE_SECONDS: '3',
  LOG_LEVEL: 'error',
};
/** The channels of each platform that a test uses: all share one file, which is made ready only once. */
const used = { broken: [0, 7], unreached: [7, 9], revoked: [9, 15], gone: [15, 21] } as const;
type Range = readonly [number, number];
const count = ([from, until]: Range): number => 2 * (until - from);
const zones = [
  'Asia/Kolkata',
  'UTC',
  'Asia/Tokyo',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
];

let slack: OutsideSlack;
let discord: OutsideDiscord;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let settings: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  slack = await openSlack(21, callerWaits);
  discord = await openDiscord(21, callerWaits, 3_000 + callerWaits);
  settings = {
    ...rules,
    ...slack.settings,
    ...discord.settings,
    DATABASE_URL: `sqlite:${join(folder.path, 'outside.db')}`,
  };
});
afterAll(async () => {
  await slack[Symbol.asyncDispose]();
  await discord[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});
beforeEach(() => {
  for (const { gate } of [slack, discord])
    Object.assign(gate, { plan: undefined, override: undefined, latency: 0 });
});

const start = (more: Readonly<Record<string, string>> = {}): Program =>
  startProgram(['start'], { environment: { ...settings, ...more }, launched: true });

/** A digest for each channel, due this minute: told as if somebody had added it a minute ago. */
async function addDigests(range: Range): Promise<void> {
  const due = Temporal.Now.zonedDateTimeISO('UTC').round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const lines = [slack, discord].flatMap((world) =>
    world.channels.slice(...range).map((channel, index) => {
      const zone = zones[index % zones.length] ?? 'UTC';
      const at = [due.withTimeZone(zone).toPlainTime().toString({ smallestUnit: 'minute' })];
      const platform = world === slack ? 'slack' : 'discord';
      return JSON.stringify({ platform, workspace: world.workspace, channel, zone, at, empty: 'nearest' });
    }),
  );
  const now = due.subtract({ minutes: 1 }).toInstant().toString();
  const added = await runProgram(['schedule', 'add', '--batch', '--now', now], {
    environment: settings,
    input: `${lines.join('\n')}\n`,
  });
  expect({ status: added.status, err: added.err }).toEqual({ status: 0, err: '' });
  expect(added.out.trim().split('\n')).toHaveLength(lines.length);
}

interface Row {
  readonly schedule: string;
  readonly platform: string;
  readonly channel: string;
  readonly state: string;
  readonly messageId: string | null;
}

async function ledger(): Promise<readonly Row[]> {
  const { out } = await runProgram(['deliveries', '--json'], { environment: settings });
  return JSON.parse(out) as Row[];
}

/** The rows of these channels, once there is one for each and none is open any more. */
async function settled(range: Range): Promise<readonly Row[]> {
  const ours = new Set([slack, discord].flatMap((world) => world.channels.slice(...range)));
  const end = performance.now() + 60_000;
  for (;;) {
    const rows = (await ledger()).filter(({ channel }) => ours.has(channel));
    const open = rows.filter(({ state }) => state === 'due' || state === 'sending');
    if (rows.length === count(range) && open.length === 0) return rows;
    if (performance.now() > end)
      throw new Error(`${rows.length} rows, of them open: ${JSON.stringify(open)}`);
    await sleep(2_500);
  }
}

/** What the platforms show of each channel, and what the ledger says of it. */
async function compare(rows: readonly Row[], range: Range) {
  const wanted: object[] = [];
  const shown: object[] = [];
  for (const world of [slack, discord]) {
    for (const channel of world.channels.slice(...range)) {
      const messages = (await world.standing(channel)).filter(({ text }) => text.includes('On this day'));
      const own = rows.filter((row) => row.channel === channel);
      wanted.push({ channel, messages: [own[0]?.messageId], states: ['sent'] });
      shown.push({ channel, messages: messages.map(({ id }) => id), states: own.map(({ state }) => state) });
    }
  }
  return { wanted, shown };
}

const isPost = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'POST' && /chat\.postMessage|\/channels\/\d+\/messages$/.test(path);

describe('digests, seen from the platforms', () => {
  it('each arrives once, through calls that break, lost connections, and two processes that are killed', async () => {
    const random = seeded(7);
    await addDigests(used.broken);
    slack.gate.plan = planFaults(7);
    discord.gate.plan = planFaults(8);
    await using ends = new AsyncDisposableStack();
    const next = (): Program => ends.use(start());
    const bots = [next(), next()];
    const troubles = [
      () => slack.dropSockets(),
      () => discord.dropSockets(),
      () => slack.disconnect('refresh_requested'),
      () => discord.send(7),
      () => discord.send(9),
      () => slack.refuseSockets('internal_error'),
      () => slack.refuseSockets(undefined),
    ];
    for (const [index, trouble] of troubles.entries()) {
      await sleep(500 + random() * 900);
      trouble();
      if (index % 2 === 0) continue;
      const which = index % 4 === 1 ? 0 : 1;
      await bots[which]?.stop('SIGKILL');
      bots[which] = next();
    }
    const rows = await settled(used.broken);
    const { wanted, shown } = await compare(rows, used.broken);
    expect(shown).toEqual(wanted);
    // A run in which nothing went wrong would prove nothing.
    const faults = [slack, discord].flatMap(({ gate }) => gate.postings.flatMap(({ fault }) => fault ?? []));
    expect(new Set(faults).size).toBeGreaterThan(6);
    for (const bot of bots) expect((await bot.stop()).status).toBe(0);
  }, 120_000);

  it('arrive once the platforms can be reached, also where they could not be at the start', async () => {
    slack.gate.override = () => 'reset';
    discord.gate.override = () => ({ status: 503, body: '<html>down</html>' });
    await addDigests(used.unreached);
    await using bot = start();
    await bot.said(/discord: not reached \(503\); trying again/);
    await bot.said(/slack: not reached \(UND_ERR_SOCKET\); trying again/);
    for (const { gate } of [slack, discord]) gate.override = undefined;
    const rows = await settled(used.unreached);
    const { wanted, shown } = await compare(rows, used.unreached);
    expect(shown).toEqual(wanted);
    await expect.poll(() => discord.sockets, { timeout: 20_000 }).toBe(1);
    expect((await bot.stop()).status).toBe(0);
  }, 90_000);

  it.each([
    [
      'a token that was revoked: at most three calls on each platform for all digests',
      said({ ok: false, error: 'token_revoked' }),
      refused(401, 0, '401: Unauthorized'),
      3,
      used.revoked,
    ],
    [
      'a channel that is gone: at most three calls for each',
      said({ ok: false, error: 'channel_not_found' }),
      refused(403, 50001, 'Missing Access'),
      3 * count(used.gone),
      used.gone,
    ],
  ])(
    '%s, and all are paused',
    async (_, slackSays, discordSays, most, range) => {
      await using bot = start();
      await bot.said(/discord: connected/);
      await bot.said(/slack: connected/);
      // The answers are slow, so that all would be under way before the first is refused.
      Object.assign(slack.gate, { latency: 150, override: answering(slackSays) });
      Object.assign(discord.gate, { latency: 150, override: answering(discordSays) });
      const before = [slack.gate.postings.length, discord.gate.postings.length];
      await addDigests(range);
      const rows = await settled(range);
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['failed']));
      for (const [index, { gate }] of [slack, discord].entries()) {
        expect(gate.postings.length - (before[index] ?? 0)).toBeLessThanOrEqual(most);
      }
      const { out } = await runProgram(['schedule', 'list', '--json'], { environment: settings });
      const schedules = JSON.parse(out) as readonly { id: string; parked?: string }[];
      const parked = new Set(schedules.flatMap((each) => (each.parked === undefined ? [] : each.id)));
      expect(rows.filter(({ schedule }) => !parked.has(schedule))).toEqual([]);
    },
    60_000,
  );

  const answering = (answer: ReturnType<typeof said>) => (call: Parameters<typeof isPost>[0]) =>
    isPost(call) ? answer : undefined;
});

describe('the start', () => {
  const slackSays = (name: string) =>
    expect.stringMatching(new RegExp(`^slack: ${name}: Slack refuses the token [^.]+\\.$`));

  it.each([
    [
      'wrong bot tokens',
      { DISCORD_TOKEN: 'MTIz.wrong.token', SLACK_BOT_TOKEN: 'xoxb-wrong' },
      [
        expect.stringMatching(/^discord: Discord refused DISCORD_TOKEN; [^.]+\.$/),
        slackSays('SLACK_BOT_TOKEN'),
      ],
    ],
    [
      'a wrong app token',
      { DISCORD_TOKEN: '', SLACK_APP_TOKEN: 'xapp-wrong' },
      [slackSays('SLACK_APP_TOKEN')],
    ],
  ])('with %s ends with one sentence for each platform', async (_, wrong, sentences) => {
    await using bot = start({ ...wrong, LOG_LEVEL: 'fatal' });
    const { status, err } = await bot.finished;
    expect(status).toBe(2);
    expect(err.trim().split('\n').sort()).toEqual(sentences);
    expect(err).not.toMatch(/wrong|node_modules|\.ts:/);
  });

  it.each([
    // A new file is made ready by a process of its own first, which takes longer than that.
    ['while the launcher works', 700, 'new.db'],
    ['while the platforms do not answer', 4_000, 'outside.db'],
  ])('can be stopped at once, with status 0, %s', async (_, after, file) => {
    for (const { gate } of [slack, discord]) gate.override = () => 'silence';
    await using bot = start({ DATABASE_URL: `sqlite:${join(folder.path, file)}` });
    await sleep(after);
    const asked = performance.now();
    const { status } = await bot.stop();
    expect(status).toBe(0);
    expect(performance.now() - asked).toBeLessThan(6_000);
  });
});
