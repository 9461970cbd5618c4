import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { deliveryPoints } from '../../src/digest/deliver-parts.ts';
import { openFake } from './fake.ts';
import { discord } from './fake-discord.ts';
import { slack } from './fake-slack.ts';
import { createSchedule, noTrouble } from './faults.ts';
import { createRandom } from './random.ts';
import { addDigests, chaosRules, judge, openWorld } from './world.ts';

// Nothing is lost and nothing comes twice: counted at the platform's side, over killed processes and bad calls.
// The long runs are in scripts/chaos.ts.

const dialects = { discord, slack } as const;
const platforms = ['discord', 'slack'] as const;
const seed = 20_261_125;

// Most of the time is waiting: for processes, time-outs and leases. So all go on side by side.
describe.concurrent.each(platforms)('%s', (platform) => {
  const dialect = dialects[platform];
  const parts = { late: 800, nonceMs: platform === 'discord' ? 20_000 : 0, limits: false, latency: 5 };

  test('a process killed at each of its points, and calls that go wrong', { timeout: 90_000 }, async ({
    expect,
  }) => {
    const trouble = createSchedule(createRandom(seed), 0.3);
    await using fake = await openFake(dialect, { ...parts, trouble });
    await using folder = await mkdtempDisposable(join(tmpdir(), 'dateline-chaos-'));
    const database = `sqlite:${join(folder.path, 'd.db')}`;
    await using world = await openWorld(database, platform, fake);
    await addDigests(world.store, platform, 40, 40);
    for (const [index, at] of deliveryPoints.entries()) {
      const child = await world.start({ at, after: at === 'claimed' ? 1 : 1 + (index % 3) });
      // Rather a late kill than none: a busy machine takes its time until a point is reached.
      await Promise.race([world.ended(child), new Promise((resolve) => setTimeout(resolve, 5_000))]);
      expect(child.signalCode, `no process died when a delivery was ${at}`).toBe('SIGKILL');
    }
    await world.start();
    await world.quiet(40, 40_000);
    const verdict = judge(await world.rows(), fake, world.sent);
    expect(verdict).toMatchObject({ digests: 40, lost: [], doubled: [], uncertain: 0 });
    expect(verdict.recovery.count, 'no digest needed a second call').toBeGreaterThan(0);
    expect(verdict.recovery.p99).toBeLessThan(chaosRules.lease + chaosRules.settle + 30);
    expect(world.errors).toEqual([]);
  });

  test('two processes share the work and the limits', { timeout: 90_000 }, async ({ expect }) => {
    await using fake = await openFake(dialect, { ...parts, trouble: noTrouble, limits: true, latency: 20 });
    await using folder = await mkdtempDisposable(join(tmpdir(), 'dateline-chaos-'));
    const database = `sqlite:${join(folder.path, 'd.db')}`;
    const rules = { ...chaosRules, lease: 20 };
    await using world = await openWorld(database, platform, fake, rules);
    await addDigests(world.store, platform, 60, 40);
    await Promise.all([world.start(), world.start()]);
    await world.quiet(60, 40_000);
    expect(judge(await world.rows(), fake, world.sent)).toMatchObject({ digests: 60, lost: [], doubled: [] });
    // On a busy machine turns bunch up a little; scripts/chaos.ts measures the share on a quiet one.
    expect(fake.counts.limited).toBeLessThanOrEqual(6);
  });

  test('a channel that is gone: three failing calls at most, and no more the next time', {
    timeout: 90_000,
  }, async ({ expect }) => {
    await using fake = await openFake(dialect, { ...parts, trouble: noTrouble });
    await using folder = await mkdtempDisposable(join(tmpdir(), 'dateline-chaos-'));
    const database = `sqlite:${join(folder.path, 'd.db')}`;
    await using world = await openWorld(database, platform, fake);
    await addDigests(world.store, platform, 2, 2);
    const gone = (await world.store.schedules.list())[0];
    fake.gone.set(gone?.place.channel ?? '', 0);
    await world.start();
    await world.quiet(2, 20_000);
    expect(fake.gone.get(gone?.place.channel ?? '')).toBeLessThanOrEqual(3);
    expect((await world.rows()).map(({ state }) => state).toSorted()).toEqual(['failed', 'sent']);
    expect(await world.store.schedules.get(gone?.id ?? '')).toMatchObject({
      state: 'paused',
      parked: expect.stringMatching(/channel/),
    });
  });
});
