import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { deliveryPoints } from '../../src/digest/deliver-parts.ts';
import { openFake } from './fake.ts';
import { discord } from './fake-discord.ts';
import { slack } from './fake-slack.ts';
import { createSchedule } from './faults.ts';
import { carriesPicture, judgePictures } from './pictures.ts';
import { createRandom } from './random.ts';
import { addDigests, chaosRules, judge, openWorld } from './world.ts';

// Digests with pictures, over killed processes and calls that go wrong at each step: messages arrive once. On Discord a picture
// stands with its message, never without it and never twice; on Slack it may be missing, and never comes twice.

const dialects = { discord, slack } as const;

describe.concurrent.each(['discord', 'slack'] as const)('%s', (platform) => {
  test('pictures of digests, while processes die and calls go wrong', { timeout: 90_000 }, async ({
    expect,
  }) => {
    const trouble = createSchedule(createRandom(20_261_126), 0.3);
    const nonceMs = platform === 'discord' ? 20_000 : 0;
    await using fake = await openFake(dialects[platform], {
      trouble,
      late: 800,
      nonceMs,
      limits: false,
      latency: 5,
    });
    await using folder = await mkdtempDisposable(join(tmpdir(), 'dateline-chaos-'));
    const database = `sqlite:${join(folder.path, 'd.db')}`;
    await using world = await openWorld(database, platform, fake, chaosRules, 1, true);
    await addDigests(world.store, platform, 40, 40);
    for (const at of deliveryPoints.filter((point) => point !== 'claimed')) {
      const child = await world.start({ at, after: 2 });
      await Promise.race([world.ended(child), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    }
    await world.start();
    await world.quiet(40, 40_000);
    const rows = await world.rows();
    expect(judge(rows, fake, world.sent)).toMatchObject({ digests: 40, lost: [], doubled: [], uncertain: 0 });
    const { carrying, missing, doubled } = judgePictures(rows, fake);
    expect(carrying).toBe(rows.filter(({ id }) => carriesPicture(id)).length);
    expect(carrying, 'hardly any digest carries a picture').toBeGreaterThan(5);
    expect(doubled).toEqual([]);
    if (platform === 'discord') expect(missing).toEqual([]);
    // Three steps of which 30 % go wrong, and a dead process shows nothing any more.
    else expect(missing.length).toBeLessThan(carrying);
    expect(world.kills()).toBeGreaterThan(2);
    expect(world.errors).toEqual([]);
  });
});
