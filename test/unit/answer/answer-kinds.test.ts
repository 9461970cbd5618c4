import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answer/answer.ts';
import { plainText } from '../../../src/answer/ask-json.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';
import { smallWorld } from './small-world.ts';

const knowledge = memoryKnowledge(smallWorld);
const now = Temporal.ZonedDateTime.from('2024-03-10T09:00[UTC]');
const ask = async (question: string) => (await answerQuestion(question, now, knowledge, '')).answer;

describe('questions with an answer, one of each kind', () => {
  it.each([
    ['when a body was founded', 'When was the Lake League founded?', /1 March 1990/],
    ['when a country joined', 'When did Estia join the League?', /1 May 2020.*observer since 1 June 2005/],
    ['whether it is a member', 'Is Norland a member of the Lake League?', /^Yes\./],
    ['whether it was one already', 'Was Estia a member of the league in 2015?', /^No\..*only on 1 May 2020/],
    [
      'how many members at a time',
      'How many members did the league have in 2010?',
      /two members: Norland and Sudland/,
    ],
    [
      'how many once somebody was in',
      'How many members did the League have once Estia was in?',
      /three members.*third/,
    ],
    [
      'who the members are',
      'Which countries are members of the Lake League?',
      /three members: Norland, Sudland and Estia/,
    ],
    [
      'who holds the chair',
      'Which country holds the chair?',
      /Sudland has held the chair of the LL since 1 May 2020/,
    ],
    [
      'who held the chair at a handover',
      'Which country held the chair when Estia joined?',
      /^Norland held the chair.*passed to Sudland/,
    ],
    ['who held an office', 'Who was secretary-general in 2016?', /Ada Berg/],
    ['who holds it now', 'Who is the secretary-general?', /Carl Dahl has been Secretary-General/],
    ['who came after', 'Who took over from Ada Berg as secretary-general?', /Carl Dahl/],
    ['a country’s minister at a time', 'Who was foreign minister of Sudland in 2012?', /Carl Dahl/],
    ['what office somebody held', 'What office did Carl Dahl hold in 2013?', /foreign minister of Sudland/],
    ['in which order two held it', 'Was Ada Berg secretary-general before Carl Dahl?', /^Yes\./],
    ['where something was', 'Where was the Blue Regatta 2016 staged?', /Norhaven, Norland/],
    ['what came before in a series', 'Which Blue Regatta came just before the one in 2016?', /2014/],
    ['which years', 'In which years has the Blue Regatta been held?', /2014, 2016 and 2018/],
    ['how many', 'How many sailors took part in the 2014 regatta?', /3,400/],
    ['a toll in few words', 'gullport ferry death toll', /17 people/],
    ['a share', 'What share of Sudland’s exports was herring?', /31\.5 percent/],
    ['why', 'Why did the talks on fishing quotas break down?', /left out herring/],
    ['the precision of the record', 'When did the talks on fishing quotas break down?', /October 2021/],
    ['what happened on a day', 'What happened on 11 February 2019?', /ferry/],
    ['two days after', 'What happened two days after the ferry fire?', /inquiry/],
    ['what somebody asked for', 'What language request did Falk make?', /Sudish/],
    ['misspelt names', 'when did Estai join the leage', /1 May 2020/],
    ['what somebody was before', 'What post had Carl Dahl held earlier?', /foreign minister of Sudland/],
    [
      'what somebody had done before',
      'What had Carl Dahl been before he got the League job?',
      /foreign minister of Sudland/,
    ],
    ['slips in the words that ask', 'gullport ferry fire dat', /11 February 2019/],
    ['where and when at once', 'Where and when did Estia join the League?', /1 May 2020/],
    ['a year of two digits', "How many died in the ferry blaze of Feb '19?", /17 people/],
    ['a slip in a plain word', 'When was the ferry inqiury opened?', /13 February 2019/],
    [
      'words that nobody wrote down',
      'Why did the bargaining on fishing quotas collapse?',
      /left out herring/,
    ],
    [
      'the years of an office',
      'In which years was Ada Berg Secretary-General of the League?',
      /1 January 2015/,
    ],
    ['what was notable on a day', 'Anything notable in Sudland politics on 13 February 2019?', /inquiry/],
    ['the one before', "Who had Eva Falk's job before her?", /Carl Dahl/],
    ['who began in a year', 'Who became foreign minister of Sudland in 2017?', /Eva Falk/],
    [
      'a second part without a name',
      'When was the ferry fire, and who promised that the report would be public?',
      /11 February 2019.*Falk/,
    ],
    ['what something is', 'What is the Lake League?', /League of lake states/],
  ])('%s', async (_, question, expected) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(plainText(answer)).toMatch(expected);
  });
});

describe('questions that must not be answered', () => {
  it.each([
    ['a detail nobody recorded', 'What was the name of the captain of the ferry at Gullport?'],
    ['another event of the kind', 'Who won the Blue Regatta 2016?'],
    ['a day that does not exist', 'What happened on 31 April 2019?'],
    ['a time without records', 'What was decided at the Gullport summit in 2023?'],
    ['leaving that never happened', 'When did Sudland leave the Lake League?'],
    ['what is to come', 'When will Westmark become a member of the League?'],
    ['something else altogether', 'What is the capital of France?'],
    ['a figure that is not there', 'How many pages does the founding charter have?'],
    ['a way out that was never taken', 'When did Sudland walk out of the Lake League?'],
    [
      'what was eaten, where it is only told that they dined',
      'What did they have for dinner at the Gullport council?',
    ],
    ['a rate, where only a count is told', 'How many sailors a day came to the 2014 regatta?'],
    ['somebody’s family', 'What is the name of Carl Dahl’s wife?'],
    ['nothing at all', '???'],
  ])('%s', async (_, question) => {
    const answer = await ask(question);
    expect(plainText(answer)).not.toMatch(/\b1990|Falk/);
    expect(answer.status).toBe('unanswered');
  });
});

describe('questions near to what is recorded', () => {
  it.each([
    ['an office somebody never had', 'In which years was Eva Falk Secretary-General of the League?'],
    ['a life nobody recorded', 'When did Eva Falk get married?'],
    ['an owner who is not told', 'Who owns the harbour at Gullport?'],
    ['another city', 'What did the council decide in Norhaven in May 2020?'],
    ['an office of another body', 'Who led the observers at the Norland presidential election?'],
  ])('%s', async (_, question) => {
    expect((await ask(question)).status).toBe('unanswered');
  });
});

describe('premises and parts', () => {
  it('puts a false premise right with the fact', async () => {
    const answer = await ask('When did Westmark become a member of the league?');
    expect(plainText(answer)).toBe(
      'Westmark is not a member of the LL. It has been a dialogue partner since 10 September 2012.',
    );
  });
  it('answers the half that is here and names the other', async () => {
    const answer = await ask('When did the ferry fire happen, and who was the captain?');
    expect(answer.status).toBe('partial');
    expect(plainText(answer)).toMatch(/11 February 2019.*No article here says who was the captain\./);
  });
  it('says how the question was read, and what was considered', async () => {
    const { receipt } = await answerQuestion('Where was the Blue Regatta 2016 staged?', now, knowledge, 'w1');
    expect(receipt.workspace).toBe('w1');
    expect(receipt.reading).toContain('Wanted: where');
    expect(receipt.considered[0]?.verdict).toBe('used');
  });
});
