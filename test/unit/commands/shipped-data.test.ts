import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { libraryOf } from '../../../src/answer/fetch.ts';
import { createComplete, createDispatch } from '../../../src/bot.ts';
import type { Complete, Context, Dispatch } from '../../../src/command.ts';
import { readLine } from '../../../src/command-line.ts';
import { commonRoom, weigh } from '../../../src/document/fit.ts';
import type { Document } from '../../../src/document/model.ts';
import { plainBody } from '../../../src/document/plain.ts';
import { encodeInvocation } from '../../../src/invocation-codec.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { withContent } from '../../../src/lookup/find-entity.ts';
import { makeContext } from '../../support/context.ts';
import { actionsOf, evidenceFaults } from '../../support/document-facts.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';

const mine = ['who', 'about', 'timeline', 'quote', 'article', 'brief', 'help', 'status'];
const cited = ['who', 'about', 'timeline', 'quote', 'article', 'brief'];

let context: Context;
let dispatch: Dispatch;
let complete: Complete;
const faults: string[] = [];

beforeAll(async () => {
  context = makeContext({ knowledge: memoryKnowledge(await loadKnowledge('data')) });
  const parts = {
    commands,
    clock: () => context.now.toInstant(),
    zone: 'UTC',
    resources: context,
    log: { error: (_: object, message: string) => faults.push(message) },
  };
  dispatch = createDispatch(parts);
  complete = createComplete(parts);
});

function type(line: string): Promise<Document> {
  const [name = ''] = line.split(' ');
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return dispatch(readLine(command, line.slice(name.length)), context.origin);
}

const examples = commands
  .filter((command) => mine.includes(command.name))
  .flatMap((command) => command.examples);

describe('the examples of the look-up commands', () => {
  it.each(examples)('/%s gives content', async (line) => {
    const document = await type(line);
    expect(['answer', 'notice']).toContain(document.kind);
    if (cited.includes(line.split(' ')[0] ?? '')) {
      expect(document.sources.length).toBeGreaterThan(0);
      expect(evidenceFaults(document)).toEqual([]);
    }
  });
  it.each(examples)('/%s has only buttons that lead to content and fit Discord', async (line) => {
    for (const action of actionsOf(await type(line))) {
      expect(encodeInvocation(action.invocation).length).toBeLessThanOrEqual(100);
      if (!mine.includes(action.invocation.command)) continue;
      expect([action.label, (await dispatch(action.invocation, context.origin)).kind]).not.toContain('error');
      expect([action.label, (await dispatch(action.invocation, context.origin)).kind]).not.toContain(
        'nothing',
      );
    }
  });
});

describe('every entity with content', () => {
  it('has a card with evidence for each line that fits one message, and buttons with content', async () => {
    const { library } = await libraryOf(context.knowledge, context.origin.workspace);
    const sample = withContent(library).filter((_, at) => at % 9 === 0);
    expect(sample.length).toBeGreaterThan(20);
    for (const entity of sample) {
      const document = await type(`about ${entity.id}`);
      expect([entity.id, document.kind, document.title]).toEqual([entity.id, 'answer', entity.name]);
      expect(evidenceFaults(document)).toEqual([]);
      expect([entity.id, weigh(document) <= commonRoom.characters]).toEqual([entity.id, true]);
      for (const action of actionsOf(document))
        expect([entity.id, (await dispatch(action.invocation, context.origin)).kind]).toEqual([
          entity.id,
          'answer',
        ]);
    }
    expect(faults).toEqual([]);
  });
});

describe('what the shipped data must say', () => {
  it.each([
    ['who Lavrov', /^Sergey Lavrov\nForeign minister of Russia since 9 March 2004; no end recorded as of/],
    ['about India', /India has been a member of the SCO since 9 June 2017/],
    ['about India', /Observer of the SCO · 5 July 2005 – 9 June 2017/],
    ['about Sri Lanka', /dialogue partner of the SCO/],
    [
      'quote Lavrov',
      /“Don’t tell anybody” — Russian foreign minister Sergey Lavrov to Indian external affairs minister S\. Jaishankar; 4 May 2023/,
    ],
    [
      'timeline SCO from:2001-06-15 to:2001-06-15',
      /15 June 2001 · .*found the Shanghai Cooperation Organisation/,
    ],
    ['brief India period:2023', /India in 2023: \d+ events/],
  ])('/%s', async (line, expected) => {
    expect(plainBody(await type(line))).toMatch(expected);
  });
  it.each([
    'who Harry Potter',
    'about quantum computing',
    'timeline India from:2050',
    'quote Xi Jinping',
    'brief India period:1900',
  ])('/%s is nothing, and says so', async (line) => {
    expect((await type(line)).kind).toBe('nothing');
  });
  it('never sets a paraphrase between quotation marks', async () => {
    const { library } = await libraryOf(context.knowledge, context.origin.workspace);
    const direct = new Set(
      library.units.flatMap(({ source }) =>
        source.type === 'quotation' && source.quotation.form === 'direct' ? [source.quotation.text] : [],
      ),
    );
    for (const line of ['quote', 'quote Jaishankar', 'quote Lavrov', 'brief Goa']) {
      const quotes = (await type(line)).blocks.flatMap((block) =>
        block.type === 'quote' ? [block.text] : [],
      );
      expect(quotes.filter((words) => !direct.has(words))).toEqual([]);
    }
  });
});

describe('autocompletion over the shipped data', () => {
  it.each([
    ['who', 'name', 'lavr', 'Sergey Lavrov'],
    ['who', 'name', 'jaish', 'S. Jaishankar'],
    ['about', 'subject', 'SCO', 'Shanghai Cooperation Organisation'],
    ['about', 'subject', 'turki', 'Türkiye'],
    ['timeline', 'subject', 'peace mis', 'Peace Mission'],
    ['brief', 'topic', 'uzb', 'Uzbekistan'],
    ['quote', 'speaker', 'zhang', 'Zhang Ming'],
    ['article', 'search', 'rupee', 'India, Russia suspend negotiations to settle trade in rupees: sources'],
  ])('/%s %s “%s” offers %s', async (command, option, typed, expected) => {
    const choices = await complete({ command, options: { [option]: typed } }, option, context.origin);
    expect(choices.map((choice) => choice.name)).toContain(expected);
    expect(choices.length).toBeLessThanOrEqual(25);
  });
});
