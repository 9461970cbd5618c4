import { describe, expect, it } from 'vitest';
import feedback from '../../../commands/feedback.ts';
import type { Receipt } from '../../../src/answer/model.ts';
import { plainDocument } from '../../../src/document/plain.ts';
import { ReaderError } from '../../../src/errors.ts';
import { findAction, parseOptions } from '../../../src/options.ts';
import { makeContext } from '../../support/context.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';

// What readers say has to reach the editors with the receipt, and nobody may speak of another workspace's answers.

const receipt: Receipt = {
  id: 'r1',
  question: 'Who?',
  now: '2026-11-23T09:00:00Z',
  workspace: 'w1',
  dataVersion: 'v',
  reading: [],
  considered: [],
  status: 'answered',
  used: [],
};
const knowledge = memoryKnowledge({ articles: [], events: [], entities: [] });
const world = (workspace = 'w1') => makeContext({ knowledge, receipts: [receipt], origin: { workspace } });
async function run(options: Record<string, string>, context = world()): Promise<string> {
  const action = findAction(feedback, undefined);
  const typed = parseOptions({ command: 'feedback', options }, action.options);
  return plainDocument(await action.run(typed as never, context));
}

describe('/feedback', () => {
  it('keeps the verdict and the note with the receipt, the last word of a reader only', async () => {
    const context = world();
    expect(await run({ receipt: 'r1' }, context)).toContain(
      'to say what is wrong, type /feedback receipt:r1',
    );
    await run({ receipt: 'r1', verdict: 'wrong', note: 'It was Tashkent.' }, context);
    expect(await context.feedback.list()).toEqual([
      {
        receipt: 'r1',
        workspace: 'w1',
        reader: 'r1',
        verdict: 'wrong',
        note: 'It was Tashkent.',
        at: '2026-11-23T09:00:00Z',
      },
    ]);
  });

  it('refuses the receipt of another workspace as unknown, and keeps nothing', async () => {
    const other = world('w2');
    await expect(run({ receipt: 'r1' }, other)).rejects.toThrow(ReaderError);
    expect(await other.feedback.list()).toEqual([]);
  });

  it('refuses a note that is too long', async () => {
    await expect(run({ receipt: 'r1', note: 'x'.repeat(1001) })).rejects.toThrow(ReaderError);
  });
});
