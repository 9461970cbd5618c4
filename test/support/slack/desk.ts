import digest from '../../../commands/digest.ts';
import { createComplete, createDispatch } from '../../../src/bot.ts';
import { type Commands, defineCommand } from '../../../src/command.ts';
import { notice, paragraph } from '../../../src/document/build.ts';
import type { Document } from '../../../src/document/model.ts';
import type { Invocation, Origin } from '../../../src/invocation.ts';
import type { Desk } from '../../../src/platforms/platform.ts';
import { makeContext } from '../context.ts';
import { memoryKnowledge } from '../memory-knowledge.ts';
import { sampleDocuments } from '../sample-documents.ts';
import { wait } from './until.ts';

const question = { type: 'text', about: 'the question', required: true, rest: true } as const;

/** A command for each way in which the adapter answers, and the real `/digest`. */
const commands: Commands = [
  defineCommand({
    name: 'ask',
    about: 'Answers a question',
    examples: [],
    options: { question },
    run: async (options) => {
      if (/files$/.test(options.question)) return withFiles(options.question.startsWith('secret'));
      const { answer } = sampleDocuments;
      if (answer === undefined) throw new Error('no sample');
      return { ...answer, blocks: [paragraph(`You asked: ${options.question}`), ...answer.blocks] };
    },
  }),
  defineCommand({
    name: 'status',
    about: 'Says how it is',
    examples: [],
    private: true,
    options: {},
    run: async () => notice('All is well.'),
  }),
  defineCommand({
    name: 'help',
    about: 'Says what there is',
    examples: [],
    options: {},
    run: async () => notice('Ask away.'),
  }),
  defineCommand({
    name: 'chart',
    about: 'Draws something, for all or for the reader alone',
    examples: [],
    options: { secret: { type: 'boolean', about: 'whether only she sees it' } },
    run: async ({ secret }) => withFiles(secret === true),
  }),
  digest,
];

/** A picture and a file. */
export function withFiles(isPrivate: boolean): Document {
  const { picture, briefing } = sampleDocuments;
  const file = briefing?.files?.[0];
  if (picture === undefined || file === undefined) throw new Error('no sample');
  return { ...picture, files: [file], private: isPrivate };
}

export interface TestDesk extends Desk {
  /** What was dispatched, oldest first. */
  readonly seen: readonly { readonly invocation: Invocation; readonly origin: Origin }[];
  /** Milliseconds that each dispatch waits first. */
  delay: number;
}

export function createTestDesk(): TestDesk {
  const {
    now: _now,
    origin: _origin,
    signal: _signal,
    ...resources
  } = makeContext({
    knowledge: memoryKnowledge({ articles: [], events: [], entities: [] }),
  });
  const parts = {
    commands,
    clock: () => Temporal.Instant.from('2026-11-23T09:00:00Z'),
    zone: 'UTC',
    resources,
    log: { error: () => {} },
  };
  const dispatch = createDispatch(parts);
  const seen: { readonly invocation: Invocation; readonly origin: Origin }[] = [];
  const desk: TestDesk = {
    commands,
    seen,
    delay: 0,
    complete: createComplete(parts),
    async dispatch(invocation, origin) {
      seen.push({ invocation, origin });
      await wait(desk.delay);
      return dispatch(invocation, origin);
    },
  };
  return desk;
}
