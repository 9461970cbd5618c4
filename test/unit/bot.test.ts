import { describe, expect, test, vi } from 'vitest';
import { type BotParts, createComplete, createDispatch } from '../../src/bot.ts';
import { type Choice, type Context, defineCommand, defineGroup } from '../../src/command.ts';
import { notice, paragraph } from '../../src/document/build.ts';
import type { Document } from '../../src/document/model.ts';
import { ReaderError } from '../../src/errors.ts';
import type { Origin } from '../../src/invocation.ts';
import { createLimiter } from '../../src/rate.ts';
import { oneSentence } from '../support/one-sentence.ts';

const answer: Document = { kind: 'answer', blocks: [paragraph('yes')], sources: [] };
const seen: Context[] = [];
const broken = async (): Promise<never> => {
  throw new Error('the database has the password hunter2');
};
const never = (): Promise<never> => new Promise(() => undefined);

const commands = [
  defineCommand({
    name: 'ask',
    about: 'Ask',
    examples: [],
    options: {
      question: { type: 'text', about: 'the question', required: true, complete: async () => choices(40) },
      from: { type: 'integer', about: 'first', complete: broken },
      late: { type: 'text', about: 'slow', complete: never },
    },
    run: async (_, context) => {
      seen.push(context);
      return answer;
    },
  }),
  defineCommand({ name: 'broken', about: 'Fails', examples: [], options: {}, run: broken }),
  defineCommand({
    name: 'sync',
    about: 'Fails before it promises',
    examples: [],
    options: {},
    run: () => {
      throw new TypeError('not a function');
    },
  }),
  defineCommand({
    name: 'mistaken',
    about: 'A mistake of the reader',
    examples: [],
    options: {},
    run: async () => {
      throw new ReaderError('There is no 31 April. Try /onthisday 30 April.');
    },
  }),
  defineCommand({ name: 'slow', about: 'Never ends', examples: [], options: {}, run: never }),
  defineGroup({
    name: 'digest',
    about: 'Digests',
    examples: [],
    subcommands: {
      create: {
        about: 'a new one',
        options: { zone: { type: 'text', about: 'zone', complete: async () => choices(1) } },
        needs: 'manage-digests',
        private: true,
        run: async () => answer,
      },
    },
  }),
];

function choices(count: number): readonly Choice[] {
  return Array.from({ length: count }, (_, index) => ({ name: `n${index}`, value: `v${index}` }));
}

const origin: Origin = {
  platform: 'somewhere',
  workspace: 'w',
  channel: 'c',
  reader: { id: 'r', name: 'R' },
  permissions: new Set(),
};
const manager: Origin = { ...origin, permissions: new Set(['manage-digests']) };

function partsOf(more: Partial<BotParts> = {}): BotParts & { readonly error: ReturnType<typeof vi.fn> } {
  const error = vi.fn();
  return {
    commands,
    clock: () => Temporal.Instant.from('2026-06-15T20:00:00Z'),
    zone: 'UTC',
    resources: {} as BotParts['resources'],
    log: { error },
    error,
    ...more,
  };
}

const said = (document: Document): string => {
  const block = document.blocks[0];
  const span = block?.type === 'paragraph' ? block.spans[0] : undefined;
  return span?.type === 'text' ? span.text : '';
};

describe('dispatch', () => {
  test('runs the command with the present in the reader’s own zone, read once', async () => {
    const clock = vi.fn(() => Temporal.Instant.from('2026-06-15T20:00:00Z'));
    const dispatch = createDispatch(partsOf({ clock }));
    const invocation = { command: 'ask', options: { question: 'who' } };
    expect(await dispatch(invocation, { ...origin, zone: 'Asia/Kolkata' })).toEqual(answer);
    expect(seen.at(-1)?.now.toString()).toBe('2026-06-16T01:30:00+05:30[Asia/Kolkata]');
    expect(clock).toHaveBeenCalledTimes(1);
  });

  test('a zone that this machine does not know is the desk’s zone, not a crash', async () => {
    const dispatch = createDispatch(partsOf({ zone: 'Asia/Tashkent' }));
    expect(
      await dispatch({ command: 'ask', options: { question: 'x' } }, { ...origin, zone: 'Mars/Base' }),
    ).toEqual(answer);
    expect(seen.at(-1)?.now.timeZoneId).toBe('Asia/Tashkent');
  });

  test('a reader’s mistake is answered by its own sentence, to that reader alone, and is not logged', async () => {
    const parts = partsOf();
    const document = await createDispatch(parts)({ command: 'mistaken', options: {} }, origin);
    expect(document).toEqual(notice('There is no 31 April. Try /onthisday 30 April.', 'error'));
    expect(parts.error).not.toHaveBeenCalled();
  });

  test.each(['broken', 'sync'])(
    '/%s, which throws, is logged and answered without its secrets',
    async (command) => {
      const parts = partsOf();
      const document = await createDispatch(parts)({ command, options: {} }, origin);
      expect(document).toMatchObject({ kind: 'error', private: true });
      expect(said(document)).toMatch(oneSentence);
      expect(said(document)).not.toMatch(/hunter2|function/);
      expect(parts.error).toHaveBeenCalledTimes(1);
    },
  );

  test('a command that never ends is given up at the deadline', async () => {
    const parts = partsOf({ deadline: 20 });
    const document = await createDispatch(parts)({ command: 'slow', options: {} }, origin);
    expect(document.kind).toBe('error');
    expect(parts.error).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['an unknown command', { command: 'gone', options: {} }, '/help'],
    ['a command named like a built-in', { command: 'constructor', options: {} }, '/help'],
    ['a missing subcommand', { command: 'digest', options: {} }, 'create'],
    ['an unknown option', { command: 'ask', options: { question: 'x', colour: 'red' } }, 'colour'],
    ['a missing option', { command: 'ask', options: {} }, 'question'],
  ])('%s is one sentence that says what to type', async (_, invocation, named) => {
    const parts = partsOf();
    const document = await createDispatch(parts)(invocation, origin);
    expect(document.kind).toBe('error');
    expect(said(document)).toContain(named);
    expect(said(document)).toMatch(oneSentence);
    expect(parts.error).not.toHaveBeenCalled();
  });

  test('what needs a permission is refused without it, before anything runs, and private with it', async () => {
    const dispatch = createDispatch(partsOf());
    const invocation = { command: 'digest', subcommand: 'create', options: {} };
    const refused = await dispatch(invocation, origin);
    expect(refused.kind).toBe('error');
    expect(said(refused)).toMatch(oneSentence);
    expect(await dispatch(invocation, manager)).toEqual({ ...answer, private: true });
  });

  test('the limiter counts each reader of each workspace by themselves', async () => {
    const dispatch = createDispatch(partsOf({ limiter: createLimiter(1) }));
    const invocation = { command: 'ask', options: { question: 'x' } };
    expect(await dispatch(invocation, origin)).toEqual(answer);
    expect((await dispatch(invocation, origin)).kind).toBe('error');
    expect(await dispatch(invocation, { ...origin, workspace: 'other' })).toEqual(answer);
  });

  test('a document that is too long is fitted, the same for every platform', async () => {
    const items = Array.from({ length: 60 }, () => ({ spans: [] }));
    const long = defineCommand({
      name: 'long',
      about: 'Long',
      examples: [],
      options: {},
      run: async (): Promise<Document> => ({
        kind: 'answer',
        blocks: [{ type: 'list', items }],
        sources: [],
      }),
    });
    const document = await createDispatch(partsOf({ commands: [long] }))(
      { command: 'long', options: {} },
      origin,
    );
    expect(document.blocks[0]).toMatchObject({ hidden: 35 });
  });
});

describe('complete', () => {
  const ask = { command: 'ask', options: { question: 'w' } };

  test('offers at most 25 choices', async () => {
    expect(await createComplete(partsOf())(ask, 'question', origin)).toHaveLength(25);
  });

  test('trouble means no choices, and is logged', async () => {
    const parts = partsOf();
    expect(await createComplete(parts)(ask, 'from', origin)).toEqual([]);
    expect(parts.error).toHaveBeenCalledTimes(1);
  });

  test('choices that do not come in time are none', async () => {
    expect(await createComplete(partsOf())(ask, 'late', origin)).toEqual([]);
  }, 4_000);

  test.each(['no-such-option', 'constructor', '__proto__'])('%s completes nothing', async (focused) => {
    expect(await createComplete(partsOf())(ask, focused, origin)).toEqual([]);
  });

  test('offers nothing of a command that the reader may not use', async () => {
    const invocation = { command: 'digest', subcommand: 'create', options: {} };
    expect(await createComplete(partsOf())(invocation, 'zone', origin)).toEqual([]);
    expect(await createComplete(partsOf())(invocation, 'zone', manager)).toHaveLength(1);
  });

  test('an unknown command is no fault of ours: nothing, not logged', async () => {
    const parts = partsOf();
    expect(await createComplete(parts)({ command: 'gone', options: {} }, 'x', origin)).toEqual([]);
    expect(parts.error).not.toHaveBeenCalled();
  });
});
