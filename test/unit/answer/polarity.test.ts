import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answer/answer.ts';
import { plainText } from '../../../src/answer/ask-json.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';
import { smallWorld } from './small-world.ts';

const knowledge = memoryKnowledge(smallWorld);
const now = Temporal.ZonedDateTime.from('2024-03-10T09:00[UTC]');
const ask = async (question: string): Promise<string> =>
  plainText((await answerQuestion(question, now, knowledge, '')).answer);

describe('yes and no', () => {
  it('says yes to what an event tells in so many words', async () => {
    expect(await ask('Did the Blue Regatta 2018 open in Gullport?')).toMatch(/^Yes\. .*on 7 July 2018/);
  });
  it('says no where the event was in another place, and where it was', async () => {
    expect(await ask('Was the Blue Regatta 2016 held in Gullport?')).toMatch(/^No\. .*Norhaven/);
  });
  it('does not say yes when the question turns on a quantifier', async () => {
    expect(await ask('Was the ferry fire the only fire off Gullport?')).not.toMatch(/^Yes/);
  });
  it('does not say yes to what a text refuses', async () => {
    expect(await ask('Did Estia accept the draft on fishing quotas?')).not.toMatch(/^Yes/);
  });
  it.each([
    ['Was Ada Berg secretary-general in 2016?', /^Yes\. Ada Berg was/],
    ['Was Ada Berg secretary-general in 2019?', /^No\. Ada Berg was .*Carl Dahl/],
    ['Did Norland and Sudland join on the same day?', /^Yes\./],
    ['Did Estia join before Norland?', /^No\./],
    ['Is Estia in the league?', /^Yes\./],
  ])('%s', async (question, expected) => {
    expect(await ask(question)).toMatch(expected);
  });
});
