import { describe, expect, test } from 'vitest';
import { notice, paragraph } from '../../../../src/document/build.ts';
import type { Document } from '../../../../src/document/model.ts';
import { ReaderError } from '../../../../src/errors.ts';
import {
  type CounterParts,
  isChannel,
  originOf,
  serveRequest,
} from '../../../../src/platforms/console/counter.ts';
import {
  decodeMessage,
  encodeMessage,
  type StandingMessage,
} from '../../../../src/platforms/console/message.ts';
import { createMessageLog } from '../../../../src/platforms/console/message-log.ts';
import { createViewers } from '../../../../src/platforms/console/viewers.ts';
import { memoryMessages } from '../../../support/console/memory-messages.ts';
import { stubDesk } from '../../../support/console/stub-desk.ts';
import { sampleDocuments } from '../../../support/sample-documents.ts';

const at = Temporal.Instant.from('2026-06-15T09:00:00Z');
const answer: Document = { kind: 'answer', blocks: [paragraph('yes')], sources: [] };

describe('the message log', () => {
  test('keeps messages by channel, oldest first, with ids that grow over all channels', async () => {
    const log = createMessageLog(memoryMessages());
    const ids: string[] = [];
    for (const [index, channel] of ['general', 'newsroom', 'general'].entries()) {
      ids.push((await log.append(channel, { marker: `marker${index}`, document: answer }, at)).id);
    }
    expect((await log.recent('general')).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect((await log.after(Number(ids[0]))).map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    expect(await log.latest()).toBe(Number(ids[2]));
    expect(await log.after(Number(ids[2]))).toEqual([]);
  });

  test('a marker is stored once: a second attempt gives the message that stands', async () => {
    const log = createMessageLog(memoryMessages());
    const first = await log.append('newsroom', { marker: 'edition1', document: answer }, at);
    const again = await log.append(
      'newsroom',
      { marker: 'edition1', document: notice('other') },
      at.add({ hours: 1 }),
    );
    expect(again).toEqual(first);
    expect(await log.recent('newsroom')).toHaveLength(1);
  });

  test('bodies that another version wrote are passed over, not shown broken', async () => {
    const store = memoryMessages();
    const log = createMessageLog(store);
    for (const [index, body] of [
      '',
      'null',
      '{}',
      '{"marker":1}',
      '{"marker":"m","document":{}}',
    ].entries()) {
      await store.append({ channel: 'general', marker: `old${index}`, at: at.toString(), body });
    }
    await log.append('general', { marker: 'new1', document: answer }, at);
    expect(await log.recent('general')).toHaveLength(1);
  });

  test('an empty desk has no latest message', async () => {
    expect(await createMessageLog(memoryMessages()).latest()).toBe(0);
  });

  test.each(Object.entries(sampleDocuments))('%s comes back from the store as it was', (_, document) => {
    const message = { marker: 'abcdefgh', asked: 'x', document };
    expect(decodeMessage(encodeMessage(message))).toEqual(message);
  });
});

function counter(): CounterParts & {
  readonly shown: StandingMessage[];
  readonly kept: StandingMessage[];
  readonly desk: ReturnType<typeof stubDesk>;
} {
  const shown: StandingMessage[] = [];
  const kept: StandingMessage[] = [];
  const viewers = createViewers();
  viewers.join({ show: (message) => void shown.push(message), leave: () => undefined });
  const log = createMessageLog(memoryMessages());
  return {
    desk: stubDesk(),
    log,
    viewers,
    clock: () => at,
    keep: (message) => void kept.push(message),
    shown,
    kept,
  };
}

describe('a request', () => {
  const request = { channel: 'general', marker: 'abcdefgh' };

  test('is answered, kept and shown to every open page, with what was asked', async () => {
    const parts = counter();
    const standing = await serveRequest({ ...request, line: ' who? ' }, parts);
    expect(standing).toMatchObject({ asked: 'who?', channel: 'general', at: '2026-06-15T09:00:00Z' });
    expect(parts.shown).toEqual([standing]);
    expect(await parts.log.recent('general')).toEqual([standing]);
  });

  test('whose answer is for the reader alone is neither kept in the channel nor shown to others', async () => {
    const parts = counter();
    const standing = await serveRequest({ ...request, line: '/digest list' }, parts);
    expect(standing.document.private).toBe(true);
    expect(standing.id).toBe('only-abcdefgh');
    expect([parts.shown, await parts.log.recent('general')]).toEqual([[], []]);
    expect(parts.kept).toEqual([standing]);
  });

  test('with a mistake is answered by its sentence, and nothing is asked of the desk', async () => {
    const parts = counter();
    const standing = await serveRequest({ ...request, line: '/weather' }, parts);
    expect(standing.document).toMatchObject({ kind: 'error', private: true });
    expect(parts.desk.asked).toEqual([]);
  });

  test('of a button shows its label; without one, what could have been typed', async () => {
    const parts = counter();
    const press = (label?: string) =>
      serveRequest(
        {
          ...request,
          marker: crypto.randomUUID().slice(0, 8),
          invocation: 'onthisday?date=06-15&start=3',
          label,
        },
        parts,
      );
    expect((await press('+1 more')).asked).toBe('+1 more');
    expect((await press()).asked).toBe('/onthisday date:06-15 start:3');
    expect(parts.desk.asked[0]?.invocation).toEqual({
      command: 'onthisday',
      options: { date: '06-15', start: '3' },
    });
  });

  test('of a button of another version says so', async () => {
    const parts = counter();
    const standing = await serveRequest({ ...request, invocation: 'No Button!' }, parts);
    expect(standing.document.kind).toBe('error');
    expect(parts.desk.asked).toEqual([]);
  });

  test('a fault of ours is not turned into an answer', async () => {
    const parts = counter();
    const desk = { ...parts.desk, dispatch: () => Promise.reject(new Error('broken')) };
    await expect(serveRequest({ ...request, line: 'who?' }, { ...parts, desk })).rejects.toThrow('broken');
  });

  test('a reader’s mistake that the desk throws is answered too', async () => {
    const parts = counter();
    const desk = { ...parts.desk, dispatch: () => Promise.reject(new ReaderError('Try again.')) };
    expect((await serveRequest({ ...request, line: 'who?' }, { ...parts, desk })).document.kind).toBe(
      'error',
    );
  });
});

describe('the reader', () => {
  test('has the zone of the browser where it is one, and may manage digests of their own desk', () => {
    expect(originOf('general', 'Asia/Kolkata')).toMatchObject({ zone: 'Asia/Kolkata', channel: 'general' });
    expect(originOf('general', 'Nowhere/City')).not.toHaveProperty('zone');
    expect(originOf('general')).not.toHaveProperty('zone');
    expect(originOf('general').permissions.has('manage-digests')).toBe(true);
  });

  test('finds three channels and no other', () => {
    expect(['general', 'newsroom', 'briefings'].every(isChannel)).toBe(true);
    expect(['', 'random', 'General', 'constructor'].some(isChannel)).toBe(false);
  });
});
