import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answer/answer.ts';
import { plainText } from '../../../src/answer/ask-json.ts';
import { deriveRelations } from '../../../src/answer/facts/derive.ts';
import { libraryOf } from '../../../src/answer/fetch.ts';
import type { Answer } from '../../../src/answer/model.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import type { KnowledgeReader } from '../../../src/store/ports.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';

const now = Temporal.ZonedDateTime.from('2026-11-23T09:00[UTC]');
let knowledge: KnowledgeReader;
beforeAll(async () => {
  knowledge = memoryKnowledge(await loadKnowledge('data'));
});
const ask = async (question: string): Promise<Answer> =>
  (await answerQuestion(question, now, knowledge, '')).answer;

describe('the shipped data', () => {
  it.each([
    ['Who met Jaishankar in Goa?', /Lavrov/],
    ['When did India become a member of the SCO?', /9 June 2017/],
    ['When did Kazakhstan take over the chair?', /2023/],
    ['Is Sri Lanka a full member?', /^No\..*dialogue partner/],
    ['Who was Indian prime minister in 2005?', /Manmohan Singh/],
    ['Who succeeded Raisi as president?', /Pezeshkian/],
    ['How long did Jaishankar talk with Qin Gang?', /70 minutes/],
    ['Where was the 2019 summit held?', /Bishkek/],
    ['Did Belarus join before Iran?', /^No\./],
  ])('answers “%s” with evidence', async (question, expected) => {
    const answer = await ask(question);
    expect(plainText(answer)).toMatch(expected);
    expect(answer.status === 'unanswered' ? [] : answer.claims[0].evidence).not.toHaveLength(0);
  });
  it.each([
    'What is the capital of France?',
    'Who won the 2022 World Cup?',
    'When did Iran leave the SCO?',
    'Where will the 2031 summit be held?',
    'When is the next summit?',
    'How old is Lavrov?',
    'How many members does BRICS have?',
    'Who opened the film festival in Chongqing?',
  ])('does not answer “%s”', async (question) => {
    expect((await ask(question)).status).toBe('unanswered');
  });
});

describe('relations read from events', () => {
  it('count what was decided and signed, not what was applied for', async () => {
    const { library } = await libraryOf(knowledge, '');
    const of = (subject: string): readonly string[] =>
      deriveRelations(library)
        .filter((each) => each.subject === subject)
        .map((each) => `${each.relation.kind} ${each.relation.from}–${each.relation.to ?? ''}`);
    expect(of('belarus')).toEqual([
      'dialogue partner of 2009-06-16–2015-07-10',
      'observer of 2015-07-10–2024-07-04',
      'member of 2024-07-04–',
    ]);
    expect(of('saudi-arabia')).toEqual([]);
    expect(of('india')).toContain('chair of 2022-09-16–2023-07-04');
  });
});
