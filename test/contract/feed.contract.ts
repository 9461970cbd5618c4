import { describe, expect, test } from 'vitest';
import type { Feed } from '../../src/store/desk-ports.ts';
import type { Store } from '../../src/store/ports.ts';

const feed = (id: string, more: Partial<Feed> = {}): Feed => ({
  id,
  platform: 'console',
  workspace: 'w1',
  channel: 'c1',
  url: `https://example.org/${id}`,
  title: id,
  state: 'active',
  by: { id: 'r1', name: 'Reader' },
  at: '2026-11-25T09:00:00Z',
  nextPoll: '2026-11-25T09:00:00Z',
  failures: 0,
  ...more,
});

/** What every engine has to do for feeds. @param open an empty store, closed when its test ends */
export function feedContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: feeds`, () => {
    test('an address is followed once in a workspace, and by another workspace too', async () => {
      const { feeds } = await open();
      expect(await feeds.add(feed('f1'))).toBe(true);
      expect(await feeds.add(feed('f2', { url: 'https://example.org/f1' }))).toBe(false);
      expect(await feeds.add(feed('f3', { url: 'https://example.org/f1', workspace: 'w2' }))).toBe(true);
      expect((await feeds.list({ workspace: 'w1' })).map(({ id }) => id)).toEqual(['f1']);
    });
    test('reads back what was kept', async () => {
      const { feeds } = await open();
      await feeds.add(feed('f1'));
      expect(await feeds.list()).toEqual([feed('f1')]);
      const outcome = {
        nextPoll: '2026-11-25T10:00:00Z',
        lastPoll: '2026-11-25T09:30:00Z',
        failures: 2,
        etag: '"x"',
      };
      await feeds.settle('f1', outcome);
      expect(await feeds.list()).toEqual([feed('f1', outcome)]);
    });
    test('is taken by one, the one that is due longest first, and not before its time', async () => {
      const { feeds } = await open();
      await feeds.add(feed('f1', { nextPoll: '2026-11-25T09:10:00Z' }));
      await feeds.add(feed('f2'));
      const take = (now: string) => feeds.take(`2026-11-25T${now}:00Z`, '2026-11-25T10:00:00Z');
      expect((await take('09:05'))?.id).toBe('f2');
      expect(await take('09:05')).toBeUndefined();
      const taken = await Promise.all([take('09:10'), take('09:10'), take('09:10')]);
      expect(taken.flatMap((each) => each?.id ?? [])).toEqual(['f1']);
    });
    test('paused by somebody meanwhile stays paused, whatever the poll brought', async () => {
      const { feeds } = await open();
      await feeds.add(feed('f1'));
      await feeds.setState('f1', 'paused', '2026-11-25T09:00:00Z');
      await feeds.settle('f1', {
        nextPoll: '2026-11-25T10:00:00Z',
        lastPoll: '2026-11-25T09:30:00Z',
        failures: 9,
      });
      expect(await feeds.list()).toMatchObject([{ state: 'paused', failures: 0 }]);
    });
    test('remembers what it saw, each feed for itself, until it is removed', async () => {
      const { feeds } = await open();
      await feeds.add(feed('f1'));
      await feeds.add(feed('f2'));
      const long = 'x'.repeat(3_000);
      await feeds.see('f1', ['a', 'b', 'a', long, 'lone \ud800']);
      await feeds.see('f1', ['b']);
      expect(await feeds.unseen('f1', ['a', 'c', 'c', long, 'lone \ud800'])).toEqual(['c']);
      expect(await feeds.unseen('f2', ['a'])).toEqual(['a']);
      await feeds.remove('f1');
      expect((await feeds.list()).map(({ id }) => id)).toEqual(['f2']);
    });
  });
}
