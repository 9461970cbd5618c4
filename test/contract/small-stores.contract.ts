import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../src/answer/model.ts';
import type { Briefing } from '../../src/briefing/model.ts';
import type { Store } from '../../src/store/ports.ts';
import { minutes } from '../support/store/ledger.ts';

/** What every store of receipts must do. */
export function receiptsContract(name: string, make: () => Promise<Store>): void {
  describe(`${name}: receipts`, () => {
    const receipt: Receipt = {
      id: 'r1',
      question: 'Who met “Лавров” in Goa?',
      now: minutes(0),
      workspace: 'w1',
      dataVersion: 'abc',
      reading: ['asks who'],
      considered: [{ id: 'goa', title: 'Goa', score: 0.75, verdict: 'used' }],
      status: 'partial',
      used: ['goa'],
    };
    test('gives one back as it was put in, and none for another id', async () => {
      const { receipts } = await make();
      await receipts.put(receipt);
      expect(await receipts.get('r1')).toEqual(receipt);
      expect(await receipts.get('R1')).toBeUndefined();
    });
    test('whatever was typed as an id is only an id', async () => {
      const { receipts } = await make();
      await receipts.put(receipt);
      for (const id of ['', '\0', 'r1\0', '\ud800', "r1'", 'r%', 'я'.repeat(9_000)]) {
        expect(await receipts.get(id), JSON.stringify(id)).toBeUndefined();
      }
    });
    test('the last one of an id stays', async () => {
      const { receipts } = await make();
      await receipts.put(receipt);
      await receipts.put({ ...receipt, status: 'answered' });
      expect((await receipts.get('r1'))?.status).toBe('answered');
    });
  });
}

/** What every store of the console's messages must do. */
export function consoleContract(name: string, make: () => Promise<Store>): void {
  describe(`${name}: console messages`, () => {
    const message = (channel: string, marker: string) => ({
      channel,
      marker,
      at: minutes(1),
      body: `body of ${marker}`,
    });
    test('a message stands once for each marker of a channel', async () => {
      const { console } = await make();
      const first = await console.append(message('news', 'a'));
      expect(await console.append({ ...message('news', 'a'), body: 'another' })).toBe(first);
      expect(await console.append(message('news', 'b'))).toBeGreaterThan(first);
      expect(await console.append(message('other', 'a'))).toBeGreaterThan(first);
      expect((await console.recent('news', 9)).map(({ body }) => body)).toEqual(['body of a', 'body of b']);
    });
    test('any text may be told', async () => {
      const { console } = await make();
      const body = JSON.stringify({ text: 'a\0b \ud83d 🕊 “Лавров” \\ \' "' });
      await console.append({ channel: 'any\0thing', marker: 'a', at: minutes(1), body });
      expect((await console.recent('any\0thing', 1))[0]?.body).toBe(body);
    });
    test('the newest of a channel, oldest first', async () => {
      const { console } = await make();
      for (const marker of ['a', 'b', 'c']) await console.append(message('news', marker));
      await console.append(message('other', 'x'));
      const recent = await console.recent('news', 2);
      expect(recent.map(({ body }) => body)).toEqual(['body of b', 'body of c']);
      expect(recent[0]?.at).toBe(minutes(1));
      expect(await console.recent('news', 0)).toEqual([]);
      expect(await console.recent('nowhere', 5)).toEqual([]);
    });
  });
}

/** What every inbox must do. */
export function inboxContract(name: string, make: () => Promise<Store>): void {
  describe(`${name}: inbox`, () => {
    test('an event is new once', async () => {
      const { inbox } = await make();
      expect(await inbox.first('e1', minutes(0))).toBe(true);
      expect(await inbox.first('e1', minutes(0))).toBe(false);
      expect(await inbox.first('e1', minutes(24 * 60))).toBe(false);
      expect(await inbox.first('E1', minutes(1))).toBe(true);
    });
    test('an id is forgotten after a day, and not by a clock that was set back', async () => {
      const { inbox } = await make();
      await inbox.first('e1', minutes(60));
      expect(await inbox.first('e1', minutes(0))).toBe(false);
      expect(await inbox.first('e2', minutes(25 * 60 + 1))).toBe(true);
      expect(await inbox.first('e1', minutes(25 * 60 + 1))).toBe(true);
    });
    test('of many that come at once, one is the first', async () => {
      const { inbox } = await make();
      const all = await Promise.all(Array.from({ length: 10 }, () => inbox.first('e1', minutes(0))));
      expect(all.filter(Boolean)).toHaveLength(1);
    });
  });
}

/** What every store of marks must do. */
export function marksContract(name: string, make: () => Promise<Store>): void {
  describe(`${name}: marks`, () => {
    test('keeps the last value of each name', async () => {
      const { marks } = await make();
      expect(await marks.get('ticker')).toBeUndefined();
      await marks.set('ticker', minutes(0));
      await marks.set('ticker', minutes(1));
      await marks.set('other', minutes(2));
      expect(await marks.get('ticker')).toBe(minutes(1));
      expect(await marks.get('Ticker')).toBeUndefined();
    });
  });
}

/** What every store of feedback must do. */
export function feedbackContract(name: string, make: () => Promise<Store>): void {
  describe(`${name}: feedback`, () => {
    const said = {
      receipt: 'r1',
      workspace: 'w1',
      reader: 'a',
      verdict: 'wrong',
      note: 'No.',
      at: '2026-11-23T09:00:00Z',
    } as const;

    test('keeps the last word of each reader, newest first, and tells workspaces apart', async () => {
      const { feedback } = await make();
      const later = { ...said, reader: 'b', verdict: 'helpful', at: '2026-11-23T10:00:00Z' } as const;
      const elsewhere = { ...said, workspace: 'w2', at: '2026-11-23T11:00:00Z' };
      for (const each of [{ ...said, verdict: 'helpful' as const }, said, later, elsewhere])
        await feedback.put(each);
      expect(await feedback.list({ workspace: 'w1' })).toEqual([later, said]);
      expect(await feedback.list({ verdict: 'wrong', limit: 1 })).toEqual([elsewhere]);
      expect(await feedback.list({ workspace: 'w3' })).toEqual([]);
    });
  });
}

/** What every store of exported briefings must do. */
export function editionsContract(name: string, make: () => Promise<Store>): void {
  describe(`${name}: editions`, () => {
    const briefing: Briefing = {
      title: 'Brief: 上海',
      about: '上海',
      edition: { id: 'e1', dataVersion: 'v1', asOf: '2026-11-23', command: '/brief 上海 length:full' },
      sections: [{ heading: 'In one line', pieces: [{ type: 'paragraph', spans: [] }] }],
      leftOut: ['Numbers'],
      sources: [],
    };
    const kept = { id: 'e1', workspace: 'w1', at: minutes(0), briefing };
    test('gives one back as it was made, whose it is with it', async () => {
      const { editions } = await make();
      await editions.put(kept);
      expect(await editions.get('e1')).toEqual(kept);
    });
    test('the first one under an id stays, and the beginning of an id is none', async () => {
      const { editions } = await make();
      await editions.put(kept);
      await editions.put({ ...kept, workspace: 'w2' });
      expect((await editions.get('e1'))?.workspace).toBe('w1');
      for (const id of ['e', '', '\0', "e1'", 'E1']) expect(await editions.get(id)).toBeUndefined();
    });
    test('links are signed with what the first one said, by all that ask', async () => {
      const { editions } = await make();
      const [first, second] = await Promise.all([editions.secret('one'), editions.secret('other')]);
      expect(second).toBe(first);
      expect(await editions.secret('third')).toBe(first);
    });
  });
}
