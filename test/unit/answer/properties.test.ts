import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answer/answer.ts';
import { toAskJson } from '../../../src/answer/ask-json.ts';
import { present } from '../../../src/answer/present.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';
import { smallWorld } from './small-world.ts';

const knowledge = memoryKnowledge(smallWorld);
const now = Temporal.ZonedDateTime.from('2024-03-10T09:00[UTC]');
const vocabulary =
  'who when where what which how many did was the league member Estia Norland Falk regatta ferry before after in 2016 2019 and chair summit ? days two first'.split(
    ' ',
  );
const question = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...vocabulary), { maxLength: 14 }).map((list) => list.join(' ')),
);

describe('whatever is typed', () => {
  it('comes back as an answer whose every claim has evidence, and as a message whose every citation has a source', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (typed) => {
        const { answer } = await answerQuestion(typed, now, knowledge, '');
        const json = toAskJson(answer, 'r1', 1);
        for (const claim of json.claims) {
          expect(claim.evidence.length).toBeGreaterThan(0);
          for (const at of claim.evidence) expect(json.evidence[at]).toBeDefined();
        }
        if (answer.status === 'partial') expect(answer.missing.length).toBeGreaterThan(0);
        expect(answer.confidence).toBeGreaterThanOrEqual(0);
        expect(answer.confidence).toBeLessThanOrEqual(1);
        const document = present(answer, { question: typed, now, receiptId: 'r1', dataVersion: 'abc' });
        const cites = document.blocks
          .flatMap((block) => (block.type === 'paragraph' ? block.spans : []))
          .filter((span) => span.type === 'cite');
        for (const cite of cites) expect(document.sources[cite.source - 1]).toBeDefined();
      }),
      { numRuns: 400 },
    );
  }, 30_000);
});

const syllable = fc.constantFrom('zor', 'qui', 'vath', 'blen', 'xul', 'drim', 'phoo', 'gwen');
const strangeName = fc
  .array(syllable, { minLength: 3, maxLength: 4 })
  .map((list) => list.join(''))
  .map((name) => name.charAt(0).toUpperCase() + name.slice(1));
const aboutStranger = fc
  .tuple(
    strangeName,
    fc.constantFrom(
      'Who is NAME?',
      'When did NAME join the Lake League?',
      'Where was NAME born?',
      'What did NAME say about herring?',
      'Did NAME win the Blue Regatta?',
      'Why did NAME leave Gullport?',
      'How many members does NAME have?',
    ),
  )
  .map(([name, question]) => question.replace('NAME', name));

describe('a name that is nowhere in the data', () => {
  it('is never answered about', async () => {
    await fc.assert(
      fc.asyncProperty(aboutStranger, async (typed) => {
        expect((await answerQuestion(typed, now, knowledge, '')).answer.status).toBe('unanswered');
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe('quotation marks', () => {
  it('stand only round words that are in the record', async () => {
    const data = JSON.stringify(smallWorld);
    await fc.assert(
      fc.asyncProperty(question, async (typed) => {
        const json = toAskJson((await answerQuestion(typed, now, knowledge, '')).answer, 'r1', 1);
        for (const claim of json.claims)
          for (const [, quoted = ''] of claim.text.matchAll(/“([^”]*)”/g)) expect(data).toContain(quoted);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});
