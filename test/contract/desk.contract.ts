import { beforeEach, describe, expect, test } from 'vitest';
import { eventsOf } from '../../src/ingest/desk/found-things.ts';
import { extractionOf } from '../../src/ingest/desk/to-incoming.ts';
import { createLink } from '../../src/ingest/link-entities.ts';
import { recordsWith } from '../../src/ingest/review/reader.ts';
import { articleSchema, entitySchema, eventSchema } from '../../src/knowledge/model.ts';
import { isOwnId } from '../../src/knowledge/own-names.ts';
import type { Choice, EditChange } from '../../src/store/desk-ports.ts';
import type { Store } from '../../src/store/ports.ts';
import { act, fill, incoming, known, report } from '../unit/ingest-desk/desk-world.ts';

const link = createLink(known);
const records = recordsWith(link);
const other = { by: { id: 'e1', name: 'Editor' }, at: '2026-11-25T10:00:00Z' };
/** What every engine has to do for articles that workspaces bring in. @param open an empty store, closed when its test ends */
export function deskContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: articles brought in`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await fill(store);
    });

    const place = (more: Parameters<typeof incoming>[0] = {}, answers = false, scope = 'w1') =>
      store.desk.place(scope, [incoming(more)], act, answers).then(([placed]) => {
        if (placed === undefined) throw new Error('nothing was placed');
        return placed;
      });
    const held = async (scope: string) => (await store.knowledge.counts(scope)).articles;

    describe('what is brought in', () => {
      test('answers nothing until somebody accepts it, and then in its own words', async () => {
        const { article, outcome } = await place();
        expect([outcome, article.state, await held('w1')]).toEqual(['added', 'unreviewed', 0]);
        await store.desk.decide('w1', article.id, { type: 'accept' }, other, records);
        const [record] = await store.knowledge.articles('w1', [article.id]);
        expect(articleSchema.safeParse(record).error).toBeUndefined();
        for (const { text } of record?.statements ?? []) expect(report).toContain(text);
        for (const { text } of record?.quotations ?? []) expect(report).toContain(text);
        expect(record?.quotations.map(({ text }) => text)).toEqual(['The herring belongs to nobody']);
        expect(record?.entities).toContain('anna-varga');
        expect(record?.publisher).toBe('The Gazette');
      });
      test('gives dated events once it is accepted, and never before', async () => {
        const { article } = await place({}, true);
        expect((await store.knowledge.counts('w1')).events).toBe(0);
        await store.desk.decide('w1', article.id, { type: 'accept' }, other, records);
        const events = await store.knowledge.eventsOn('w1', '05-04');
        expect(events.length).toBeGreaterThan(0);
        for (const event of events) {
          expect(eventSchema.safeParse(event).error).toBeUndefined();
          expect(report).toContain(event.summary);
          expect(report).toContain(event.title);
        }
        await store.desk.decide('w1', article.id, { type: 'reject' }, other, records);
        expect([await held('w1'), (await store.knowledge.counts('w1')).events]).toEqual([0, 0]);
      });
      test('is marked wherever it is cited, where it answers unreviewed', async () => {
        const { article } = await place({}, true);
        const [record] = await store.knowledge.articles('w1', [article.id]);
        expect(record?.publisher).toBe('The Gazette (unreviewed)');
      });
      test('is seen by its workspace and by no other', async () => {
        const { article } = await place({}, true);
        expect([await held('w1'), await held('w2'), await held('')]).toEqual([1, 0, 0]);
        expect(await store.desk.get('w2', article.id)).toBeUndefined();
        expect(await store.desk.list('w2')).toEqual([]);
        expect(await store.desk.decisions('w2', { limit: 9 })).toEqual([]);
        expect(await store.desk.decide('w2', article.id, { type: 'accept' }, other, records)).toBeUndefined();
        expect(await store.desk.knows('w2', 'gazette.example.org/herring')).toBe(false);
        expect((await place({}, true, 'w2')).outcome).toBe('added');
      });
      test('changes the version of what its workspace sees, and of nobody else', async () => {
        const versions = () => Promise.all(['w1', 'w2', ''].map((scope) => store.knowledge.version(scope)));
        const before = await versions();
        const { article } = await place({}, true);
        const after = await versions();
        expect([after[0] === before[0], after[1] === before[1], after[2] === before[2]]).toEqual([
          false,
          true,
          true,
        ]);
        await store.desk.decide('w1', article.id, { type: 'accept' }, other, records);
        expect((await versions())[0]).not.toBe(after[0]);
      });
    });

    describe('names that the data has not', () => {
      const names = async (scope: string) =>
        (await store.knowledge.entities(scope)).map(({ id }) => id).filter((each) => isOwnId(each));
      const decide = (id: string, choice: Choice) => store.desk.decide('w1', id, choice, other, records);
      const council =
        'GULLPORT, May 5 (Agency) – Piet Moss wrote on Friday to the Northern Fisheries Council (NFC), which had asked him about the harbour. The NFC has been led by Lena Orsk since it was founded in Gullport in 2001, and its seat is there.';
      const second = {
        text: council,
        link: 'https://gazette.example.org/nfc',
        headline: 'A letter to the council',
      };

      test('become records of the workspace once the article is accepted, and of no other', async () => {
        const { article } = await place({}, true);
        expect(await names('w1')).toEqual([]);
        await decide(article.id, { type: 'accept' });
        expect(await names('w1')).toEqual(['own-person-piet-moss']);
        expect([await names('w2'), await names('')]).toEqual([[], []]);
        const moss = (await store.knowledge.entities('w1')).find(({ id }) => id === 'own-person-piet-moss');
        expect(entitySchema.safeParse(moss).error).toBeUndefined();
        expect(moss).toMatchObject({ kind: 'person', name: 'Piet Moss' });
        expect(report).toContain(moss?.sources[0]?.quote);
        expect(moss?.sources[0]).toMatchObject({ article: article.id, publisher: 'The Gazette' });
        const [event] = await store.knowledge.eventsOn('w1', '05-04');
        expect(event?.participants).toContainEqual({ entity: 'own-person-piet-moss', role: 'participant' });
      });
      test('go with the last accepted article that tells them', async () => {
        const one = await place();
        const two = await place(second);
        await decide(one.article.id, { type: 'accept' });
        await decide(two.article.id, { type: 'accept' });
        expect(await names('w1')).toContain('own-person-piet-moss');
        await decide(one.article.id, { type: 'reject' });
        expect(await names('w1')).toContain('own-person-piet-moss');
        await decide(two.article.id, { type: 'reject' });
        expect(await names('w1')).toEqual([]);
      });
      test('have the other forms that the text gives them', async () => {
        const { article } = await place(second);
        await decide(article.id, { type: 'accept' });
        const council = (await store.knowledge.entities('w1')).find(({ name }) =>
          name.startsWith('Northern'),
        );
        expect(council).toMatchObject({ kind: 'organisation', aliases: ['NFC'] });
      });
      test('are one with a known name that an editor says they are, and then no record of their own', async () => {
        const { article } = await place();
        const edits = { names: { 'person piet moss': { same: 'anna-varga' } } };
        await decide(article.id, { type: 'edit', edits, words: 'n4: same none → Anna Varga' });
        await decide(article.id, { type: 'accept' });
        expect(await names('w1')).toEqual([]);
      });
      test('that an editor renames keep what the text calls them as another form', async () => {
        const { article } = await place();
        const names = { 'person piet moss': { name: 'Pieter Moss' } };
        await decide(article.id, {
          type: 'edit',
          edits: { names },
          words: 'n4: name Piet Moss → Pieter Moss',
        });
        await decide(article.id, { type: 'accept' });
        await decide(article.id, { type: 'edit', edits: { publisher: 'The Herald' }, words: 'x' });
        const own = (await store.knowledge.entities('w1')).filter(({ id }) => isOwnId(id));
        expect(own).toMatchObject([{ name: 'Pieter Moss', aliases: ['Piet Moss'] }]);
      });
      test('that are left out are no records, also after the article was accepted; taken back they are again', async () => {
        const { article } = await place();
        await decide(article.id, { type: 'accept' });
        await decide(article.id, { type: 'edit', edits: { dropped: ['n4'] }, words: 'left out n4' });
        expect(await names('w1')).toEqual([]);
        await decide(article.id, { type: 'edit', edits: { restored: ['n4'] }, words: 'taken back n4' });
        expect(await names('w1')).toEqual(['own-person-piet-moss']);
      });
      test('that only words of a sentence are become nothing', async () => {
        const text = report.replace('Piet Moss', 'the other minister').replace('told Moss', 'told him');
        const { article } = await place({ text });
        await decide(article.id, { type: 'accept' });
        expect(await names('w1')).toEqual([]);
      });
    });

    describe('a language model', () => {
      test('is let in by nobody but the workspace itself, and the log keeps it', async () => {
        expect(await store.desk.usesModel('w1')).toBe(false);
        await store.desk.setAnswersUnreviewed('w1', true, other, records);
        expect(await store.desk.usesModel('w1')).toBe(false);
        await store.desk.setUsesModel('w1', true, other);
        expect([
          await store.desk.usesModel('w1'),
          await store.desk.usesModel('w2'),
          await store.desk.answersUnreviewed('w1'),
        ]).toEqual([true, false, true]);
        await store.desk.setUsesModel('w1', false, other);
        expect(await store.desk.usesModel('w1')).toBe(false);
        const log = await store.desk.decisions('w1', { limit: 2 });
        expect(log.map(({ what, words }) => [what, words])).toEqual([
          ['model', 'off'],
          ['model', 'on'],
        ]);
      });
    });

    describe('the same article', () => {
      test('word for word is one, by whatever link', async () => {
        await place();
        expect((await place({ link: 'https://www.gazette.example.org/herring/?utm_source=x' })).outcome).toBe(
          'unchanged',
        );
        expect((await place({ link: 'https://gazette.example.org/other' })).outcome).toBe('unchanged');
      });
      test('with other words is a new version, with the difference', async () => {
        const { article } = await place();
        const text = report.replace('on Friday.', 'on Saturday.');
        const updated = await place({ text });
        expect(updated).toMatchObject({
          outcome: 'updated',
          article: { id: article.id, version: 2, state: 'unreviewed' },
        });
        expect(updated.difference).toEqual({
          added: ['The council will meet again on Saturday.'],
          removed: ['The council will meet again on Friday.'],
        });
        const [version] = await store.desk.versions('w1', article.id);
        expect(version).toMatchObject({ version: 1, text: report });
      });
      test('accepted goes on answering while its update waits, and comes back when that is rejected', async () => {
        const { article } = await place();
        await store.desk.decide('w1', article.id, { type: 'accept' }, other, records);
        await place({ text: report.replace('on Friday.', 'on the moon.') });
        const said = async () => {
          const [record] = await store.knowledge.articles('w1', [article.id]);
          return record?.statements.map(({ text }) => text).join(' ') ?? '';
        };
        expect(await said()).toContain('on Friday.');
        const decided = await store.desk.decide('w1', article.id, { type: 'reject' }, other, records);
        expect(decided).toMatchObject({ state: 'accepted', version: 3, text: report });
        expect(await said()).toContain('on Friday.');
      });
      test('keeps what an editor corrected of it when it is updated, but nothing of what stood elsewhere', async () => {
        const { article } = await place();
        const edits = {
          publisher: 'The Herald',
          dropped: ['e1'],
          events: { 'meeting 0-9': { place: 'Nowhere' } },
        };
        await store.desk.decide('w1', article.id, { type: 'edit', edits, words: 'x' }, other, records);
        const updated = await place({ text: `${report} More.` });
        expect(updated.article.edits).toEqual({ publisher: 'The Herald' });
        const renamed = await place({ text: `${report} Still more.`, publisher: 'The Mirror' });
        expect(renamed.article.edits).toEqual({});
      });
      test('rejected stays rejected when it is updated', async () => {
        const { article } = await place();
        await store.desk.decide('w1', article.id, { type: 'reject' }, other, records);
        expect((await place({ text: `${report} More.` }, true)).article.state).toBe('rejected');
        expect(await held('w1')).toBe(0);
      });
      test('of another publisher is a duplicate, of the same one an update', async () => {
        const text = report.replace('on Friday.', 'on Saturday.');
        const link = 'https://mirror.example.com/copy';
        await place();
        expect((await place({ text, link, publisher: 'The Mirror' })).outcome).toBe('duplicate');
        expect((await place({ text, link })).outcome).toBe('updated');
      });
      test('is no other article on the same matter, nor last year’s of nearly the same words', async () => {
        await place();
        const matter =
          'Anna Varga met Piet Moss in Gullport on Thursday. '.repeat(2) +
          'They agreed on nothing, and a second round of talks about tariffs on timber was called off by the hosts before it began.';
        expect((await place({ text: matter, link: 'https://gazette.example.org/b' })).outcome).toBe('added');
        expect(
          (await place({ published: '2022-05-05', link: 'https://gazette.example.org/c' })).outcome,
        ).toBe('added');
      });
      test('twice in one call is one', async () => {
        const placed = await store.desk.place(
          'w1',
          [incoming(), incoming(), incoming({ id: 'own' })],
          act,
          true,
        );
        expect(placed.map(({ outcome }) => outcome)).toEqual(['added', 'unchanged', 'unchanged']);
        expect(await held('w1')).toBe(1);
      });
      test('two of the same day and headline have two ids', async () => {
        await place();
        const text =
          'Something else entirely happened in the town, with other people, other words and another end, and nobody there had ever seen a herring in all their long lives.';
        const { article } = await place({ text, link: 'https://gazette.example.org/d' });
        expect(article.id).toBe('2023-05-04-ministers-meet-in-gullport-2');
      });
    });

    describe('reviews', () => {
      test('leave out what an editor drops, and keep what she changes', async () => {
        const { article } = await place();
        const edits = { publisher: 'The Herald', published: '2023-05-11', dropped: ['q1'] };
        await store.desk.decide('w1', article.id, { type: 'edit', edits, words: 'x' }, other, records);
        await store.desk.decide('w1', article.id, { type: 'accept' }, other, records);
        const [record] = await store.knowledge.articles('w1', [article.id]);
        expect(record).toMatchObject({ publisher: 'The Herald', published: '2023-05-11', quotations: [] });
        // “On Thursday” is that of the day it was published.
        expect(await store.knowledge.eventsOn('w1', '05-11')).not.toEqual([]);
      });
      test('of one thing keep what was changed of it before, and find it again after the day was changed', async () => {
        const { article } = await place();
        const [found] = eventsOf(extractionOf(article, link), {});
        const event = found?.place ?? '';
        const change = (edits: EditChange) =>
          store.desk.decide('w1', article.id, { type: 'edit', edits, words: 'x' }, other, records);
        await change({ events: { [event]: { place: 'Northam' } } });
        await change({ events: { [event]: { date: '2023-05' } } });
        await change({ published: '2023-05-11' });
        await store.desk.decide('w1', article.id, { type: 'accept' }, other, records);
        const [record] = await store.knowledge.events('w1', [`${article.id}-e1`]);
        expect(record).toMatchObject({ date: '2023-05', place: { city: 'Northam' } });
        expect(report).toContain(record?.summary);
      });
      test('are logged with who and when, each of them', async () => {
        const { article } = await place();
        await store.desk.decide('w1', article.id, { type: 'accept' }, other, records);
        await store.desk.setAnswersUnreviewed('w1', true, other, records);
        const log = await store.desk.decisions('w1', { limit: 9 });
        expect(log.map(({ what, by, at }) => [what, by.name, at])).toEqual([
          ['unreviewed answers', 'Editor', '2026-11-25T10:00:00Z'],
          ['accepted', 'Editor', '2026-11-25T10:00:00Z'],
          ['added', 'Reader', '2026-11-25T09:00:00Z'],
        ]);
      });
      test('the workspace’s choice turns unreviewed articles on and off, and leaves accepted ones alone', async () => {
        const accepted = await place();
        await store.desk.decide('w1', accepted.article.id, { type: 'accept' }, other, records);
        await place({
          text: 'Another matter altogether was told in the town on Thursday, with people whom nobody had met, in a house that nobody had entered before that day.',
          link: 'https://gazette.example.org/e',
        });
        await store.desk.setAnswersUnreviewed('w1', true, other, records);
        expect([
          await held('w1'),
          await store.desk.answersUnreviewed('w1'),
          await store.desk.answersUnreviewed('w2'),
        ]).toEqual([2, true, false]);
        await store.desk.setAnswersUnreviewed('w1', false, other, records);
        expect(await held('w1')).toBe(1);
        expect(await store.desk.count('w1')).toEqual({ unreviewed: 1, accepted: 1, rejected: 0 });
      });
    });

    test('many articles are kept apart, and each is found again', async () => {
      const texts = Array.from({ length: 250 }, (_, at) =>
        Array.from({ length: 40 }, (_, word) => `w${(at * 7919 + word * 104_729) % 99_991}`).join(' '),
      );
      const all = texts.map((text, at) =>
        incoming({ id: `a${at}`, text: `Word ${text}.`, link: `https://gazette.example.org/${at}` }),
      );
      const placed = await store.desk.place('w1', all, act, true);
      expect(new Set(placed.map(({ outcome }) => outcome))).toEqual(new Set(['added']));
      expect(await held('w1')).toBe(250);
      const again = await store.desk.place('w1', all, act, true);
      expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    });
  });
}
