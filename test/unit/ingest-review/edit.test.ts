import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../../src/answer/ask.ts';
import { toAskJson } from '../../../src/answer/ask-json.ts';
import { eventEvidence } from '../../../src/document/build.ts';
import { plainDocument } from '../../../src/document/plain.ts';
import { ReaderError } from '../../../src/errors.ts';
import { readDate } from '../../../src/ingest/review/read-date.ts';
import type { Origin } from '../../../src/invocation.ts';
import { encodeInvocation } from '../../../src/invocation-codec.ts';
import { partialDate } from '../../../src/knowledge/model.ts';
import { type ArticleTestDesk, openArticleDesk } from '../../support/desk/article-desk.ts';
import { actionsOf } from '../../support/document-facts.ts';
import { oneSentence } from '../../support/one-sentence.ts';

const published = Temporal.PlainDate.from('2023-05-04');
const id = '2023-05-04-ministers-meet-in-gullport';
let desk: ArticleTestDesk;
beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const origin: Origin = {
  platform: 'console',
  workspace: 'w1',
  channel: 'c1',
  reader: { id: 'r1', name: 'Reader' },
  permissions: new Set(['manage-digests']),
};
const run = (subcommand: string, options: Record<string, string>) =>
  desk.desk.dispatch({ command: 'article', subcommand, options }, origin);
const said = async (...asked: Parameters<typeof run>) => plainDocument(await run(...asked));
const answer = async (question: string) => {
  const stores = { knowledge: desk.store.knowledge, receipts: desk.store.receipts };
  const now = Temporal.ZonedDateTime.from('2023-05-06T09:00[UTC]');
  const { answer, receipt } = await ask(question, now, 'w1', stores);
  return toAskJson(answer, receipt.id, 0);
};

describe('a date as an editor writes it', () => {
  test.each([
    ['5 May 2023', '2023-05-05'],
    ['on 5 May 2023.', '2023-05-05'],
    ['2023-05-05', '2023-05-05'],
    ['May 2023', '2023-05'],
    ['in 2001', '2001'],
    ['on Wednesday', '2023-05-03'],
    ['yesterday', '2023-05-03'],
  ])('%s has the precision that she gives it', (typed, date) => {
    expect(readDate(typed, published)).toBe(date);
  });
  test.each([
    'some day',
    '31 April 2023',
    '2023-13',
    'the 1990s',
    '5 May 2023 or 6 May 2023',
    'for two days',
    '',
  ])('“%s” is none, and she is told what to write', (typed) => {
    expect(() => readDate(typed, published)).toThrow(ReaderError);
    expect(() => readDate(typed, published)).toThrow(oneSentence);
  });
  test('whatever is typed, what comes of it is in the calendar, or she is told so', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,2} [A-Z][a-z]{2,8} \d{2,5}$/)), (typed) => {
        try {
          expect(partialDate.safeParse(readDate(typed, published)).success).toBe(true);
        } catch (fault) {
          if (!(fault instanceof ReaderError)) throw fault;
        }
      }),
    );
  });
});

describe('an article at review', () => {
  test('has a button for each thing that can be changed, which every platform can carry', async () => {
    await run('add', { article: `${desk.site.url}/herring` });
    const list = await run('edit', { id });
    const actions = actionsOf(list);
    expect(actions.map(({ label }) => label)).toEqual([
      'The article',
      'event e1',
      'event e3',
      'event e4',
      'Others',
    ]);
    for (const { invocation } of actions)
      expect(encodeInvocation(invocation).length).toBeLessThanOrEqual(100);
    const others = await desk.desk.dispatch(
      actions.at(-1)?.invocation ?? { command: '', options: {} },
      origin,
    );
    expect(actionsOf(others).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['The article', 'quotation q1', 'name n4', 'Others']),
    );
  });
  test('has a form for each, with what was read', async () => {
    const values = async (item: string) => {
      const form = await desk.desk.form(
        { command: 'article', subcommand: 'edit', options: { id, item } },
        origin,
      );
      if ('kind' in form) throw new Error(plainDocument(form));
      return Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));
    };
    expect(await values('article')).toMatchObject({
      headline: 'Ministers meet in Gullport',
      published: '2023-05-04',
    });
    expect(await values('e1')).toMatchObject({ date: '4 May 2023', place: 'Gullport', status: 'happened' });
    expect(await values('e3')).toMatchObject({ date: '5 May 2023', place: 'none', status: 'still to come' });
    expect(await values('q1')).toEqual({ speaker: 'Varga' });
    expect(await values('n4')).toEqual({
      name: 'Piet Moss',
      kind: 'person',
      aliases: expect.any(String),
      same: '',
    });
  });
  test.each([
    [{ item: 'e1', date: 'soon' }, /“soon” is no date/],
    [{ item: 'e1', kind: 'person' }, /kind is one of/],
    [{ item: 'e1', speaker: 'Varga' }, /e1 has no speaker; it has title, date/],
    [{ item: 'e1', participants: ','.repeat(3) + 'x,'.repeat(30) }, /room for 20 names/],
    [{ item: 'e1', date: '4 May 2023' }, /Nothing is different/],
    [{ item: 'q1', form: 'yes' }, /The speaker is a name/],
    [{ item: 'n4', same: 'Atlantis' }, /knows no “Atlantis”/],
    [{ item: 'e9', date: '2023' }, /“e9” names nothing here; write article, e1/],
    [{ drop: 'everything' }, /names nothing/],
  ] as const)('%j is refused in one sentence, and changes nothing', async (options, why) => {
    const before = await desk.store.desk.get('w1', id);
    const told = await run('edit', { id, ...options });
    expect(told.kind).toBe('error');
    expect(plainDocument(told)).toMatch(why);
    expect(plainDocument(told)).toMatch(oneSentence);
    expect(await desk.store.desk.get('w1', id)).toEqual(before);
  });
  test('a field that was emptied is not known; one that was not sent stays', async () => {
    const form = {
      item: 'e4',
      form: 'yes',
      title: 'It was founded in Gullport',
      date: '2001',
      kind: 'institution',
      status: 'happened',
    };
    expect(await said('edit', { id, ...form })).toMatch(
      /e4: title .* → It was founded in Gullport; place Gullport → none; participants .* → none/,
    );
    expect(await said('edit', { id, item: 'e4', place: 'Gullport' })).toMatch(/e4: place none → Gullport\./);
  });
  test('each decision is in the log with who, when, before and after', async () => {
    const history = await said('history', { id });
    expect(history).toMatch(/5 May 2023 09:00 · Reader · edited\n\s*e4: place none → Gullport/);
    expect(history).toMatch(/5 May 2023 09:00 · Reader · added/);
  });
});

describe('an accepted article', () => {
  test('is answered from as it was corrected, and its new names are known', async () => {
    await run('edit', { id, item: 'e1', date: '3 May 2023' });
    await run('accept', { id });
    const met = await answer('When did Anna Varga meet Piet Moss?');
    expect(met.text).toContain('3 May 2023');
    expect(met.evidence[0]?.date).toBe('2023-05-03');
    const who = await answer('Who is Piet Moss?');
    expect(who.text).toMatch(/^Piet Moss: A person named in an article of 4 May 2023/);
    expect(who.evidence[0]?.quote).toMatch(/^Foreign Minister Anna Varga of Brenland met Piet Moss/);
  });
  test('stands behind the evidence with its id, title, publisher, date and address', async () => {
    const article = { article: id, title: 'Ministers meet in Gullport', url: `${desk.site.url}/herring` };
    const { evidence } = await answer('When did Anna Varga meet Piet Moss?');
    expect(evidence.length).toBeGreaterThan(0);
    for (const each of evidence)
      expect(each).toMatchObject({ ...article, publisher: expect.stringMatching(/./) });
    const [event] = await desk.store.knowledge.events('w1', [`${id}-e1`]);
    if (event === undefined) throw new Error('no event');
    expect(eventEvidence(event)).toMatchObject({ ...article, date: '2023-05-03', published: '2023-05-04' });
  });
  test('that is rejected is forgotten, names and all', async () => {
    await run('reject', { id });
    expect((await answer('Who is Piet Moss?')).status).toBe('unanswered');
    expect((await answer('When did Anna Varga meet Piet Moss?')).status).toBe('unanswered');
  });
});

test('without a publisher an article is called so the same way everywhere', async () => {
  const text =
    'date 2023-05-02\n\nLena Orsk opened the new quay of Norrland on Monday, and the first boats came in an hour later with crab and cod.';
  await run('add', { article: text });
  const [article] = await desk.store.desk.list('w1', { limit: 1 });
  await run('accept', { id: article?.id ?? '' });
  const { evidence } = await answer('Who opened the new quay of Norrland?');
  expect(evidence.length).toBeGreaterThan(0);
  for (const each of evidence) expect(each.publisher).toBe('publisher not recorded');
  expect(await said('search', { search: 'quay' })).toMatch(/Publisher not recorded · 2 May 2023/);
  expect(await said('review', { id: article?.id ?? '' })).toMatch(/Publisher not recorded · 2 May 2023/);
});
