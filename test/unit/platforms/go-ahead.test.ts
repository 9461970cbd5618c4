import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createGoAhead } from '../../../src/platforms/go-ahead.ts';
import type { PostOutcome } from '../../../src/platforms/platform.ts';

// A token that was taken away is refused once, and not by every digest that is due at the same time.

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const sent: PostOutcome = { state: 'sent', messageId: '1' };
const revoked: PostOutcome = { state: 'refused', reason: 'revoked', gone: true, token: true, counted: true };
const gone: PostOutcome = { state: 'refused', reason: 'no channel', gone: true };
const doubt: PostOutcome = { state: 'doubt', reason: 'reset' };

/** Ten posts side by side, all with the same outcome after some milliseconds. */
async function ten(outcome: PostOutcome, { within = 1_000, takes = 20 } = {}) {
  const goAhead = createGoAhead(() => now);
  let calls = 0;
  let busy = 0;
  let most = 0;
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () =>
      goAhead(within, async () => {
        calls += 1;
        busy += 1;
        most = Math.max(most, busy);
        await sleep(takes);
        busy -= 1;
        return outcome;
      }),
    ),
  );
  return { outcomes, calls, most };
}

describe('one post goes ahead', () => {
  it('and the others go side by side once its token was taken, also for a message that was refused', async () => {
    for (const outcome of [sent, gone]) {
      const { outcomes, calls, most } = await ten(outcome);
      expect(outcomes).toEqual(Array.from({ length: 10 }, () => outcome));
      expect({ calls, most }).toEqual({ calls: 10, most: 9 });
    }
  });

  it('and where its token is refused the others make no call, and count as no further refusal', async () => {
    const { outcomes, calls } = await ten(revoked);
    expect(calls).toBe(1);
    expect(outcomes.filter((outcome) => outcome.state === 'refused' && outcome.token)).toHaveLength(10);
    expect(outcomes.filter((outcome) => 'counted' in outcome && outcome.counted)).toHaveLength(1);
  });

  it('and where nobody knows what became of it, the next one goes ahead alone', async () => {
    const { most } = await ten(doubt, { takes: 2 });
    expect(most).toBe(1);
  });

  it('and where it takes long the others are not sent, and say so, rather than to be late with their own call', async () => {
    const { outcomes, calls } = await ten(sent, { within: 200, takes: 150 });
    expect(calls).toBe(1);
    expect(outcomes.filter((outcome) => outcome.state === 'later')).toHaveLength(9);
  });

  it('and a fault of one that went ahead stops nobody', async () => {
    const goAhead = createGoAhead(() => now);
    const broken = goAhead(1_000, async () => {
      await sleep(10);
      throw new Error('broken');
    });
    const other = goAhead(1_000, async () => sent);
    await expect(broken).rejects.toThrow('broken');
    expect(await other).toEqual(sent);
  });

  it('gives each what is left of its time', async () => {
    const goAhead = createGoAhead(() => now);
    const given: number[] = [];
    const post = async (within: number): Promise<PostOutcome> => {
      given.push(within);
      await sleep(30);
      return sent;
    };
    await Promise.all([goAhead(1_000, post), goAhead(1_000, post)]);
    expect(given[0]).toBeGreaterThan(990);
    expect(given[1]).toBeLessThan(975);
  });

  it('makes no post with no time left, after a process that stood still', async () => {
    const goAhead = createGoAhead(() => now);
    const given: number[] = [];
    const post = async (within: number): Promise<PostOutcome> => {
      given.push(within);
      await sleep(20);
      // Nothing else runs meanwhile, not even the clock that would say it is late.
      const end = performance.now() + 300;
      while (performance.now() < end);
      return sent;
    };
    const outcomes = await Promise.all([goAhead(250, post), goAhead(250, post)]);
    expect(outcomes.map(({ state }) => state)).toEqual(['sent', 'later']);
    expect(given).toHaveLength(1);
  });
});
