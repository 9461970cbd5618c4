import { beforeAll, describe, expect, it } from 'vitest';
import briefThis from '../../../commands/brief-this.ts';
import type { Receipt } from '../../../src/answer/model.ts';
import type { Context } from '../../../src/command.ts';
import { briefAction } from '../../../src/digest/edition.ts';
import { plainDocument } from '../../../src/document/plain.ts';
import { ReaderError } from '../../../src/errors.ts';
import { encodeInvocation } from '../../../src/invocation-codec.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import type { KnowledgeData } from '../../../src/knowledge/model.ts';
import { makeContext } from '../../support/context.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';

// Protects the button “Brief”: what it carries is enough, in any later version; it briefs on what stood there, for its reader alone.

const receipt = (question: string, more: Partial<Receipt> = {}): Receipt => ({
  id: 'r1',
  question,
  now: '2026-11-23T09:00:00Z',
  workspace: 'w1',
  dataVersion: 'v1',
  reading: [],
  considered: [],
  status: 'answered',
  used: [],
  ...more,
});

let data: KnowledgeData;
let context: (receipts?: readonly Receipt[]) => Context;
beforeAll(async () => {
  data = await loadKnowledge('data');
  const knowledge = memoryKnowledge(data);
  context = (receipts = []) => makeContext({ knowledge, receipts });
});

const press = async (options: object, receipts?: readonly Receipt[]) =>
  plainDocument((await briefThis.action?.run(options as never, context(receipts))) ?? ({} as never));

describe('under an answer', () => {
  it('briefs on the names of the question, in its time', async () => {
    const text = await press({ receipt: 'r1' }, [receipt('What did India and Pakistan do in 2017?')]);
    expect(text).toMatch(/^Brief: India and Pakistan in 2017/);
  });
  it('briefs on the first name where nothing holds both', async () => {
    const text = await press({ receipt: 'r1' }, [receipt('Who met Jaishankar in Goa?')]);
    expect(text).toMatch(/^Brief: .*(?:Jaishankar|Goa)/);
  });
  it('takes the topic of what was used where the question names nobody', async () => {
    const used = data.events.find(({ topics }) => topics[0] === 'security');
    const text = await press({ receipt: 'r1' }, [receipt('When was it?', { used: [used?.id ?? ''] })]);
    expect(text).toMatch(/^Brief: security/);
  });
  it.each([
    ['gone', undefined, /no longer here/],
    ['of another workspace', receipt('What did India do?', { workspace: 'w2' }), /no longer here/],
    ['about nothing that is known', receipt('How is the weather?'), /nothing to brief/],
  ])('refuses politely where it is %s', async (_, one, words) => {
    const pressed = press({ receipt: 'r1' }, one === undefined ? [] : [one]);
    await expect(pressed).rejects.toThrow(ReaderError);
    await expect(pressed).rejects.toThrow(words);
  });
});

describe('under a digest', () => {
  it('briefs on the events of its day, in any year', async () => {
    const text = await press({ topic: '15 June' });
    expect(text).toMatch(/^Brief: 15 June/);
    expect(text).toContain('15 June 2001');
    expect(text).not.toContain('4 May 2023');
  });
  it('keeps to its topic, and to a week', async () => {
    expect(await press({ topic: 'Kazakhstan on 15 June' })).toMatch(/^Brief: Kazakhstan, 15 June/);
    expect(await press({ topic: '12 June to 18 June' })).toContain('15 June 2001');
  });
  it('refuses politely where it carries nothing that is known', async () => {
    for (const topic of ['', '31 April', 'Macron on 15 June', '1 January to 31 December'])
      await expect(press({ topic }), topic).rejects.toThrow(/nothing to brief/);
  });
  it('fits the 100 characters of a button, or is not there', () => {
    for (const topic of ['India', 'संयुक्त राष्ट्र सुरक्षा परिषद', 'x'.repeat(90)]) {
      for (const { invocation } of briefAction(['12-28', '12-29', '01-03'], [topic]))
        expect(encodeInvocation(invocation).length).toBeLessThanOrEqual(100);
    }
    expect(briefAction(['06-15'], ['x'.repeat(90)])).toEqual([]);
    expect(briefAction([], [])).toEqual([]);
  });
  it('is for its reader alone, and no command that people type', () => {
    expect([briefThis.hidden, briefThis.action?.private]).toEqual([true, true]);
  });
});
