// The long runs of the chaos harness: `node scripts/chaos.ts [kills | times | slots | all] [--platform discord|slack] [--digests N] [--kills N] [--processes N] [--seed N] [--postgres] [--every] [--pictures]`.
// They run on a new SQLite file; with --postgres on a new PostgreSQL server of their own, with DATABASE_URL=postgres://… on an empty
// database there.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { deliveryPoints, usualRules } from '../src/digest/deliver-parts.ts';
import { openFake } from '../test/chaos/fake.ts';
import { discord } from '../test/chaos/fake-discord.ts';
import { slack } from '../test/chaos/fake-slack.ts';
import { createSchedule, noTrouble } from '../test/chaos/faults.ts';
import { judgePictures } from '../test/chaos/pictures.ts';
import { createRandom } from '../test/chaos/random.ts';
import { addDigests, chaosRules, judge, openWorld, type Verdict } from '../test/chaos/world.ts';
import { createOracle } from '../test/support/slot-oracle.ts';
import { startPostgres } from '../test/support/store/postgres-server.ts';
import { compareYear } from '../test/unit/digest/compare-slots.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    platform: { type: 'string' },
    digests: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '20261125' },
    processes: { type: 'string', default: '3' },
    postgres: { type: 'boolean', default: false },
    every: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
  },
});
const what = positionals[0] ?? 'all';
const platforms = (['discord', 'slack'] as const).filter((name) => (values.platform ?? name) === name);
const dialects = { discord, slack } as const;
const processes = Number(values.processes);

/** A database of its own for each run. */
async function database(): Promise<{ url: string; [Symbol.asyncDispose](): Promise<void> }> {
  if (values.postgres) {
    const server = await startPostgres('on');
    return { url: `${server.url}/postgres`, [Symbol.asyncDispose]: server.stop };
  }
  const given = process.env.DATABASE_URL;
  if (given?.startsWith('postgres')) return { url: given, [Symbol.asyncDispose]: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'dateline-chaos-'));
  return {
    url: `sqlite:${join(folder, 'd.db')}`,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Three processes, many digests, kills at random moments and at named points, bad calls: nothing lost, nothing doubled.
 * Some digests are due at the beginning and the others come with the kills, so that there is work under way at each.
 */
async function kills(platform: (typeof platforms)[number]): Promise<boolean> {
  const random = createRandom(Number(values.seed));
  const digests = Number(values.digests);
  const fakeParts = {
    trouble: createSchedule(random, 0.3),
    late: 900,
    nonceMs: platform === 'discord' ? 30_000 : 0,
    limits: false,
    latency: 20,
  };
  await using fake = await openFake(dialects[platform], fakeParts);
  await using where = await database();
  await using world = await openWorld(where.url, platform, fake, chaosRules, 1, values.pictures);
  const most = Number(values.kills);
  let added = 0;
  const add = async (count: number): Promise<void> => {
    const some = Math.max(0, Math.min(count, digests - added));
    await addDigests(world.store, platform, some, digests, added);
    added += some;
  };
  const began = performance.now();
  await add(Math.ceil(digests / 4));
  while (world.kills() < most) {
    while (world.running.size < processes) {
      const point = deliveryPoints[Math.floor(random() * deliveryPoints.length)];
      const diesAtPoint = random() < 0.3 && point !== undefined;
      await world.start(diesAtPoint ? { at: point, after: 1 + Math.floor(random() * 20) } : undefined);
    }
    // What a killed one held is taken up while the next one starts.
    await add(Math.ceil(((digests * 3) / 4 / most) * (1 + world.kills()) - (added - digests / 4)));
    await pause(500 + random() * 1_500);
    process.stderr.write(
      `${((performance.now() - began) / 1000).toFixed(1)} s: ${world.kills()} kills, ${world.running.size} running, ${added} added, ${world.sent.size} sent\n`,
    );
    const victims = [...world.running];
    victims[Math.floor(random() * victims.length)]?.kill('SIGKILL');
  }
  await add(digests);
  while (world.running.size < processes) await world.start();
  await world.quiet(digests, 600_000);
  const rows = await world.rows();
  const verdict = judge(rows, fake, world.sent);
  const pictures = judgePictures(rows, fake);
  const seconds = (performance.now() - began) / 1000;
  const bound = chaosRules.lease + chaosRules.settle + 30;
  print(`${platform}, kills`, verdict, [
    `${world.kills()} kills, ${processes} processes, ${fake.counts.posts} calls to post, ${seconds.toFixed(0)} s`,
    `bound for the 99th percentile of recovery (lease + settle + 30 s): ${bound} s`,
    ...(values.pictures
      ? [
          `${pictures.carrying} digests carry a picture: ${pictures.missing.length} missing, ${pictures.doubled.length} doubled`,
        ]
      : []),
    ...world.errors.slice(0, 5),
  ]);
  const isPictured =
    !values.pictures ||
    pictures.doubled.length + (platform === 'discord' ? pictures.missing.length : 0) === 0;
  return isClean(verdict) && isPictured && verdict.recovery.p99 <= bound;
}

/** Everything due at the same minute, against limits that are enforced: how long, and how many refusals. */
async function times(platform: (typeof platforms)[number]): Promise<boolean> {
  const digests = Number(values.digests === '2000' ? '2500' : values.digests);
  const fakeParts = { trouble: noTrouble, late: 0, nonceMs: 60_000, limits: true, latency: 80 };
  await using fake = await openFake(dialects[platform], fakeParts);
  await using where = await database();
  await using world = await openWorld(where.url, platform, fake, usualRules, 15);
  const channels = platform === 'discord' ? 500 : 100;
  await addDigests(world.store, platform, digests, channels);
  await Promise.all(Array.from({ length: processes }, () => world.start()));
  await world.quiet(digests, 1_200_000);
  const at = fake.messages.map((message) => message.at);
  const took = (Math.max(...at) - Math.min(...at)) / 1000;
  const { token, channel } = dialects[platform].limits;
  const eachChannel = (Math.ceil(digests / channels / channel.count) - 1) * (channel.ms / 1000);
  const least = Math.max((digests / token.count - 1) * (token.ms / 1000), eachChannel);
  const verdict = judge(await world.rows(), fake, world.sent);
  const limited = fake.counts.limited / fake.counts.posts;
  print(`${platform}, ${digests} digests at one time in ${channels} channels`, verdict, [
    `${took.toFixed(1)} s; the limits allow ${least.toFixed(1)} s at best: ${((took / least - 1) * 100).toFixed(1)} % more`,
    `${fake.counts.limited} of ${fake.counts.posts} calls refused with 429: ${(limited * 100).toFixed(2)} %`,
  ]);
  return isClean(verdict) && took <= least * 1.1 && limited < 0.01;
}

const isClean = ({ lost, doubled, uncertain }: Verdict): boolean =>
  lost.length + doubled.length + uncertain === 0;

function print(
  title: string,
  { digests, lost, doubled, uncertain, recovery }: Verdict,
  more: readonly string[],
): void {
  console.log(`\n${title}`);
  console.log(`  ${digests} digests: ${lost.length} lost, ${doubled.length} doubled, ${uncertain} uncertain`);
  const { count, p50, p99, most } = recovery;
  console.log(
    `  recovery of ${count} with trouble: median ${p50.toFixed(1)} s, 99 % within ${p99.toFixed(1)} s, at most ${most.toFixed(1)} s`,
  );
  const load = loadavg()
    .map((each) => each.toFixed(1))
    .join(', ');
  console.log(
    `  load of the machine in the last 1, 5 and 15 minutes: ${load}, on ${availableParallelism()} cores`,
  );
  for (const line of [...more, ...lost.slice(0, 5), ...doubled.slice(0, 5)]) console.log(`  ${line}`);
}

/**
 * Every zone and year against the oracle: all half-hours of the days around each change of the clocks, and one half-hour,
 * ever another, of each other day; with --every all half-hours of all days.
 */
function slots(): boolean {
  const zones = Intl.supportedValuesOf('timeZone');
  const years = Array.from({ length: 18 }, (_, index) => 2020 + index);
  let compared = 0;
  const differences: string[] = [];
  for (const zone of zones) {
    const oracle = createOracle(zone, [2020, 2037]);
    for (const year of years) {
      const found = compareYear(zone, year, values.every ? 'every' : 'some', oracle);
      compared += found.compared;
      differences.push(...found.differences);
    }
  }
  console.log(
    `\nslots: ${compared} local dates and times in ${zones.length} zones, 2020 to 2037: ${differences.length} differ`,
  );
  for (const line of differences.slice(0, 10)) console.log(`  ${line}`);
  return differences.length === 0;
}

let isGood = true;
if (what === 'slots' || what === 'all') isGood = slots();
for (const platform of platforms) {
  if (what === 'kills' || what === 'all') isGood = (await kills(platform)) && isGood;
  if (what === 'times' || what === 'all') isGood = (await times(platform)) && isGood;
}
process.exitCode = isGood ? 0 : 1;
