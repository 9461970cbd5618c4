import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askModel } from '../../../src/model/ask-model.ts';
import { createModel } from '../../../src/model/chat-completions.ts';
import { openStandIn, type Reply, type StandIn } from '../../support/model/stand-in.ts';

const key = 'sk-canary-of-a-key-that-nobody-has';
const schema = z.object({ words: z.array(z.string()) });
const lines: string[] = [];
const log = {
  error: (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`),
};

let standIn: StandIn;
beforeAll(async () => {
  standIn = await openStandIn();
});
afterAll(() => standIn[Symbol.asyncDispose]());
beforeEach(() => {
  lines.length = 0;
});

const ask = (within = 2_000) =>
  askModel(
    createModel({ url: `${standIn.url}/`, key, name: 'stand-in' }, log),
    { instructions: 'Say words.', material: { secret: 'the article' }, schema, within },
    new AbortController().signal,
  );
const callsFor = async (...replies: readonly Reply[]) => {
  standIn.answer(...replies);
  const before = standIn.calls.length;
  const told = await ask();
  return { told, calls: standIn.calls.length - before };
};

describe('a model behind chat completions', () => {
  test('is asked with its key, and what it answers is checked against the schema', async () => {
    const { told } = await callsFor({ say: { words: ['a'] } });
    expect(told).toEqual({ state: 'told', value: { words: ['a'] } });
    const call = standIn.calls.at(-1);
    expect(call).toMatchObject({ path: '/v1/chat/completions', authorization: `Bearer ${key}` });
    expect(call?.body.model).toBe('stand-in');
    expect(call?.body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    // The material is data in a message of its own, never part of what it is told to do.
    expect(call?.body.messages[0]?.content).not.toContain('the article');
    expect(call?.body.messages[0]?.content).toContain('"words"');
  });
  test('may put its JSON into a fence', async () => {
    expect((await callsFor({ say: { words: [] }, fenced: true })).told.state).toBe('told');
  });
  test.each<[string, Reply]>([
    ['another form', { say: { words: 'no list' } }],
    ['no JSON', { say: 'I am sorry, but' }],
    ['no message', { raw: '{"choices":[]}' }],
    ['a fault of its own', { status: 503 }],
    ['a limit', { status: 429 }],
    ['nothing', { drop: true }],
  ])('that answers with %s is asked once more, and no oftener', async (_, reply) => {
    expect(await callsFor(reply, { say: { words: ['b'] } })).toMatchObject({
      told: { state: 'told' },
      calls: 2,
    });
    expect(await callsFor(reply)).toMatchObject({ told: { state: 'failed' }, calls: 2 });
  });
  test.each<[string, Reply]>([
    ['refuses the key', { status: 401 }],
    ['sends elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
    ['never ends', { raw: 'x'.repeat(300_000) }],
  ])('that %s is believed nothing', async (_, reply) => {
    expect((await callsFor(reply)).told.state).toBe('failed');
  });
  test('that is slow is given up in time, without a second try', async () => {
    standIn.answer({ after: 3_000, say: { words: [] } });
    const before = standIn.calls.length;
    const began = performance.now();
    expect(await ask(300)).toEqual({ state: 'failed', reason: 'the model did not answer in time' });
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(standIn.calls.length - before).toBe(1);
  });
  test('leaves neither its key nor what was said in the log', async () => {
    for (const reply of [{ status: 401 }, { say: 'nonsense' }, { drop: true }] as const)
      await callsFor(reply);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toMatch(/canary|article|nonsense/);
  });
  test('that is not there is a failure, and no more', async () => {
    const model = createModel({ url: 'http://127.0.0.1:9/v1', name: 'nobody' }, log);
    const asked = { instructions: '', material: {}, schema, within: 1_000 };
    expect(await askModel(model, asked, new AbortController().signal)).toEqual({
      state: 'failed',
      reason: 'the model cannot be reached',
    });
  });
});
