import { describe, expect, it } from 'vitest';
import { usualRules } from '../../../src/digest/deliver-parts.ts';
import { postOnce } from '../../../src/digest/post-once.ts';
import type { FindOutcome, Manners, PostOutcome } from '../../../src/platforms/platform.ts';
import type { TakenErrand } from '../../../src/store/ports.ts';

// What is posted beside digests: an answer in a thread, a notice to an owner, a question to an editor. After doubt it is
// looked for before it is posted again, so that it comes once on Slack too.

const now = Temporal.Instant.from('2026-11-23T09:10:00Z');
const taken: TakenErrand = {
  id: 'e1',
  kind: 'correct',
  place: { platform: 'slack', workspace: 'w', channel: 'c' },
  target: '1.0',
  schedule: 's',
  delivery: 'd',
  at: '2026-11-23T09:00:00Z',
  words: '',
  document: { kind: 'notice', blocks: [], sources: [] },
  state: 'sending',
  attempts: 1,
  fence: 1,
  wasHeld: false,
};

/** One attempt at an errand; `calls` says in which order the platform was asked for what. */
async function attempt(
  errand: Partial<TakenErrand>,
  {
    found = { state: 'absent' },
    posted = { state: 'sent', messageId: 'm1' },
    again = 'doubles',
  }: {
    found?: FindOutcome;
    posted?: PostOutcome;
    again?: Manners['again'];
  },
) {
  const calls: string[] = [];
  const manners: Manners = { everyCall: 0, everyMessage: 0, tokenOf: 'workspace', again };
  const adapter = { name: 'slack', manners } as Parameters<typeof postOnce>[1];
  const parts = { clock: () => now, rules: usualRules } as Parameters<typeof postOnce>[3];
  const done = await postOnce(
    { ...taken, ...errand },
    adapter,
    {
      find: async (since) => {
        calls.push(`find since ${since}`);
        return found;
      },
      post: async () => {
        calls.push('post');
        return posted;
      },
      word: 'answered',
    },
    parts,
  );
  return { done, calls };
}

const lookedSince = 'find since 2026-11-23T09:00:00Z';

describe('a message beside digests', () => {
  it('is posted at once the first time', async () => {
    expect(await attempt({}, {})).toEqual({
      done: { state: 'done', outcome: 'answered', messageId: 'm1' },
      calls: ['post'],
    });
  });

  it('is looked for no sooner than a lost call can be carried out, and not posted again where it stands', async () => {
    const lost = await attempt({}, { posted: { state: 'doubt', reason: 'reset' } });
    // The call limit and the time to settle.
    expect(lost.done).toMatchObject({ state: 'again', at: now.add({ seconds: 15 + 120 }) });
    const found = { state: 'found', messageId: 'm7' } as const;
    expect(await attempt({ attempts: 2 }, { found })).toEqual({
      done: { state: 'done', outcome: 'answered', messageId: 'm7' },
      calls: [lookedSince],
    });
  });

  it('is posted again where it does not stand', async () => {
    expect((await attempt({ attempts: 2 }, {})).calls).toEqual([lookedSince, 'post']);
  });

  it('is neither looked for nor posted at once after a process that died with it: its call may still come', async () => {
    const { done, calls } = await attempt({ attempts: 2, wasHeld: true }, {});
    expect(calls).toEqual([]);
    expect(done).toMatchObject({ state: 'again', at: now.add({ seconds: 135 }), isNone: true });
  });

  it('is not posted while it cannot be looked for, and given up where it never can', async () => {
    const later = now.add({ seconds: 90 });
    const passing = await attempt({ attempts: 2 }, { found: { state: 'unknown', reason: '503', later } });
    expect(passing).toMatchObject({
      calls: [lookedSince],
      done: { state: 'again', at: later, isNone: true },
    });
    const never = await attempt({ attempts: 2 }, { found: { state: 'unknown', reason: 'no right' } });
    expect(never).toMatchObject({ calls: [lookedSince], done: { state: 'failed' } });
    expect(never.done.outcome).toContain('may have arrived');
  });

  it('is repeated without a look where that is harmless', async () => {
    const { calls } = await attempt({ attempts: 2, wasHeld: true }, { again: 'harmless' });
    expect(calls).toEqual(['post']);
  });
});
