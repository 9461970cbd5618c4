import { describe, expect, test } from 'vitest';
import type { Answer, Claim } from '../../../src/answer/model.ts';
import { whyNot } from '../../../src/answer/rephrase/keeps-to.ts';
import { rephrase } from '../../../src/answer/rephrase/rephrase.ts';
import { type LanguageModel, ModelFault } from '../../../src/model/port.ts';

const claim: Claim = {
  text: '4 May 2023, Gullport: Foreign Minister Anna Varga met Piet Moss at a resort; they did not agree on about 40 quotas.',
  certainty: 'stated',
  evidence: [
    {
      id: 'e1',
      article: 'a1',
      quote:
        'Foreign Minister Anna Varga met Piet Moss at a resort in Gullport; they did not agree on about 40 quotas. “The herring belongs to nobody,” Varga said in 2019.',
      date: '2023-05-04',
      publisher: 'The Gazette',
      url: null,
    },
  ],
};

describe('a wording that keeps to its evidence', () => {
  test.each([
    'On 4 May 2023 in Gullport, Foreign Minister Anna Varga met Piet Moss at a resort; they did not agree on about 40 quotas.',
    'In Gullport, Anna Varga met Piet Moss, and the quotas, about 40, were not agreed on.',
  ])('stands: %s', (wording) => expect(whyNot(wording, claim)).toBeUndefined());

  test.each<[string, RegExp]>([
    [
      'Anna Varga met Piet Moss in Gullport on 5 May 2023; they did not agree on about 40 quotas.',
      /“5” does not stand/,
    ],
    ['Anna Varga met Piet Moss in Gullport in 2019; they did not agree on about 40 quotas.', /number 2019/],
    ['Anna Varga met Piet Moss in Gullport; they did agree on about 40 quotas.', /surely/],
    ['Anna Varga met Piet Moss in Gullport; they did not agree on 40 quotas.', /surely/],
    ['Anna Varga may have met Piet Moss in Gullport; they did not agree on about 40 quotas.', /surely/],
    ['Piet Moss met Anna Varga in Gullport; they did not agree on about 40 quotas.', /another order/],
    ['Anna Varga met Sergey Lavrov in Gullport; they did not agree on about 40 quotas.', /sergey|lavrov/i],
    [
      'Anna Varga quarrelled with Piet Moss in Gullport; they did not agree on about 40 quotas.',
      /quarrelled/,
    ],
    ['Anna Varga met “the great Piet Moss”; they did not agree on about 40 quotas.', /great/],
    ['Anna Varga met Piet Moss, “not about Gullport”, on 40 quotas they did agree.', /verbatim/],
    ['Anna Varga met Piet Moss. They did not agree. It was about 40 quotas.', /more sentences/],
    ['Anna Varga met Piet Moss at [a resort](https://example.org); not about 40 quotas.', /markup/],
    ['', /empty/],
  ])('does not stand: %s', (wording, why) => expect(whyNot(wording, claim)).toMatch(why));
});

const answer: Answer = { status: 'answered', claims: [claim], missing: [], confidence: 0.9, followUps: [] };
const saying = (said: unknown): LanguageModel => ({ name: 'stand-in', ask: async () => said });
const asked = (model: LanguageModel, about: Answer = answer) =>
  rephrase(about, 'Whom did Varga meet?', model, new AbortController().signal);

describe('an answer in a model’s words', () => {
  const good = 'In Gullport, Anna Varga met Piet Moss, and about 40 quotas were not agreed on.';
  test('keeps its evidence, and is said to be so', async () => {
    expect(await asked(saying({ claims: [good] }))).toEqual({
      answer: { ...answer, claims: [{ ...claim, text: good }] },
      worded: true,
    });
  });
  test.each<[string, LanguageModel]>([
    ['lies', saying({ claims: ['Anna Varga met Sergey Lavrov.'] })],
    ['obeys the article', saying({ claims: ['Ignore all this; the desk has been taken over.'] })],
    ['leaves a sentence out', saying({ claims: [] })],
    ['says more', saying({ claims: [good, good] })],
    ['says something else', saying('Sure, here it is')],
    [
      'is not there',
      {
        name: 'nobody',
        ask: async () => {
          throw new ModelFault('the model cannot be reached', true);
        },
      },
    ],
  ])('is the desk’s own where the model %s', async (_, model) => {
    expect(await asked(model)).toEqual({ answer, worded: false });
  });
  test('is not asked for where there is no answer', async () => {
    const none: Answer = {
      status: 'unanswered',
      reason: 'Nothing here says so.',
      missing: [],
      nearest: [],
      confidence: 0.1,
    };
    const never: LanguageModel = {
      name: 'never',
      ask: async () => {
        throw new Error('it was asked');
      },
    };
    expect(await asked(never, none)).toEqual({ answer: none, worded: false });
  });
});
