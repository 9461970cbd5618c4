import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../../src/answer/answer.ts';
import { plainText } from '../../../../src/answer/ask-json.ts';
import type { Answer } from '../../../../src/answer/model.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/ports.ts';
import { entity, event } from '../../../support/memory-knowledge.ts';
import { article, knowledge } from '../../../support/store/records.ts';

const harbour = article('harbour', '2024-03-02', 'Norrvik gets its harbour wall', [
  'NORRVIK – The town of Norrvik has opened a new harbour wall after nine years of work.',
  'Harbour Master Anna Lindt cut the ribbon on Saturday in front of four hundred people.',
  'She first asked for the wall in 2009, when a storm sank eleven boats.',
  'The wall cost $3.5 million, twice what the council had planned.',
]);
const otters = article('otters', '2024-03-05', 'Otters come back to the Ella', [
  'Volunteers counted 212 otters along the river Ella last month, the most since counting began.',
  'The animals had been gone for thirty years, the biologist Peter Holm told the Ella Post.',
]);
const later = article('later', '2024-06-01', 'Norrvik’s harbour wall breaks', [
  'The harbour wall of Norrvik, opened by Anna Lindt, broke in a gale and was closed for good.',
]);
/** News of other things, so that words are as rare as they are in news. */
const others = Array.from({ length: 40 }, (_, at) =>
  article(`other-${at}`, `2024-02-${String((at % 28) + 1).padStart(2, '0')}`, `Council notes ${at}`, [
    'The council met on Tuesday and talked about roads, schools and the budget of the town.',
    'A new school will be opened next year, the mayor said, and people asked about the cost.',
  ]),
);

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
  await store.knowledge.replaceAll(
    '',
    knowledge({
      entities: [entity('brenland', 'country', 'Brenland'), entity('gullport', 'place', 'Gullport')],
      events: [
        event(
          'pact',
          '2023-05-04',
          'Brenland signs a pact in Gullport',
          'Brenland signed a herring pact in Gullport.',
          {
            participants: [{ entity: 'brenland', role: 'signatory' }],
            place: { city: 'Gullport' },
          },
        ),
      ],
    }),
  );
  await store.knowledge.replaceAll('w1', knowledge({ articles: [harbour, otters, later, ...others] }));
});
afterEach(() => store[Symbol.asyncDispose]());

const ask = async (question: string, day = '2024-03-06', scope = 'w1'): Promise<Answer> => {
  const now = Temporal.ZonedDateTime.from(`${day}T09:00[UTC]`);
  return (await answerQuestion(question, now, store.knowledge, scope)).answer;
};
const first = (answer: Answer): string =>
  answer.status === 'unanswered' ? '' : answer.claims[0].evidence[0].quote;

describe('a workspace’s own articles', () => {
  it.each([
    ['Who cut the ribbon of the new harbour wall in Norrvik this week?', /Anna Lindt/],
    ['How many otters were counted along the river Ella?', /212 otters/],
    ['How much did the new harbour wall of Norrvik cost?', /\$3\.5 million/],
    [
      'The otters of the river Ella came back this month. Which biologist told the Ella Post about them?',
      /Peter Holm/,
    ],
  ])('answer “%s” in their own words', async (question, expected) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(plainText(answer)).toMatch(expected);
    const texts = [harbour, otters].flatMap(({ title, statements }) => [
      title,
      ...statements.map(({ text }) => text),
    ]);
    for (const claim of answer.status === 'unanswered' ? [] : answer.claims)
      for (const { quote } of claim.evidence) {
        expect(texts).toContain(quote);
        expect(claim.text).toContain(`“${quote}”`);
      }
  });

  it('name their publisher and day, and say what is a headline', async () => {
    expect(plainText(await ask('How many otters were counted along the river Ella?'))).toMatch(
      /^According to Test Gazette, 5 March 2024: “Volunteers counted 212 otters/,
    );
  });

  it('are read with the sentence before: a pronoun need not repeat the name', async () => {
    const answer = await ask(
      'In what year did Harbour Master Anna Lindt first ask for the Norrvik harbour wall?',
    );
    expect(plainText(answer)).toContain('2009');
  });

  it('tell nothing that was published after the question’s present', async () => {
    const asked = 'Which harbour wall, opened by Anna Lindt, broke in a gale in Norrvik?';
    expect(first(await ask(asked))).not.toMatch(/broke/);
    expect(first(await ask(asked, '2024-06-02'))).toMatch(/broke in a gale/);
  });

  it.each([
    'Who opened the new planetarium in Sundvall this week?',
    'How many wolves were counted in the hills of Marn?',
    'Which film took the top prize at the Norrvik festival?',
    'When did Anna Lindt resign?',
    'Who sold otters?',
  ])('leave “%s” unanswered', async (question) => {
    expect((await ask(question)).status).toBe('unanswered');
  });

  it('are no other workspace’s', async () => {
    const asked = 'How many otters were counted along the river Ella?';
    expect((await ask(asked, '2024-03-06', 'w2')).status).toBe('unanswered');
  });

  it('stand before what ships where they say as much, and behind it where they do not', async () => {
    const asked = 'Where did Brenland sign the herring pact?';
    expect(first(await ask(asked))).toMatch(/Brenland signs? a/);
    const own = article('pact-own', '2023-05-05', 'A pact', [
      'On Thursday Brenland signed the herring pact in Gullport, the port’s paper says.',
    ]);
    await store.knowledge.replaceAll('w1', knowledge({ articles: [own, ...others] }));
    expect(first(await ask(asked))).toBe(own.statements[0]?.text);
    await store.knowledge.replaceAll('w1', knowledge({ articles: [harbour, ...others] }));
    expect(first(await ask(asked))).toMatch(/Brenland signs? a/);
  });

  it('leave a receipt: what was looked at, and what was used', async () => {
    const now = Temporal.ZonedDateTime.from('2024-03-06T09:00[UTC]');
    const { receipt } = await answerQuestion(
      'How many otters were counted along the river Ella?',
      now,
      store.knowledge,
      'w1',
    );
    expect(receipt.used).toEqual(expect.arrayContaining(['otters-s1']));
    expect(receipt.considered[0]).toMatchObject({ id: 'otters-s1', verdict: 'used' });
  });
});
