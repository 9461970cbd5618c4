import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event, KnowledgeData } from '../../src/knowledge/model.ts';
import type { Candidate, KnowledgeReader } from '../../src/store/ports.ts';
import { entity, event } from '../support/memory-knowledge.ts';
import { article, knowledge } from '../support/store/records.ts';

/**
 * What every reader of the article data must do; `make` gives one over this data, as what ships. It may put the data
 * into an earlier one in the place of what that has.
 */
export function readerContract<R extends KnowledgeReader>(
  name: string,
  make: (data: KnowledgeData, earlier?: R) => Promise<R>,
): void {
  describe(`${name}: reading`, () => {
    const ids = (records: readonly { readonly id: string }[]): readonly string[] =>
      records.map(({ id }) => id);
    const candidateIds = (list: readonly Candidate[]): readonly string[] =>
      list.map((each) => (each.type === 'event' ? each.event.id : each.article.id));

    test('gives records back as they were put in', async () => {
      const reader = await make(sample);
      expect(await reader.events('', ['goa'])).toEqual(sample.events.filter(({ id }) => id === 'goa'));
      expect(await reader.articles('', ['rupees'])).toEqual(
        sample.articles.filter(({ id }) => id === 'rupees'),
      );
      expect(await reader.entities('')).toEqual(
        sample.entities.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      );
    });

    test('orders by date and then id, whatever order was asked for, and leaves out what it does not know', async () => {
      const reader = await make(sample);
      expect(ids(await reader.events('', ['goa', 'tashkent', 'no-such', 'charter', 'goa']))).toEqual([
        'charter',
        'tashkent',
        'goa',
      ]);
      expect(await reader.events('', [])).toEqual([]);
    });

    test('an id of another type finds nothing', async () => {
      const reader = await make(sample);
      expect(await reader.events('', ['rupees', 'india'])).toEqual([]);
      expect(await reader.articles('', ['goa'])).toEqual([]);
    });

    test('counts, with the first and last date of events', async () => {
      const reader = await make(sample);
      const counts = { articles: 2, events: 5, entities: 3, from: '2000-12-30', until: '2023-05-04' };
      expect(await reader.counts('')).toEqual(counts);
    });

    test('counts nothing in no data', async () => {
      const reader = await make(knowledge({}));
      expect(await reader.counts('')).toEqual({ articles: 0, events: 0, entities: 0, from: '', until: '' });
      expect(await reader.monthDays('')).toEqual([]);
      expect(await reader.candidates('', { words: [], entities: [], limit: 10 })).toEqual([]);
    });

    test('a version stays with its data and changes with it', async () => {
      const version = async (data: KnowledgeData): Promise<string> => (await make(data)).version('');
      const first = await version(sample);
      expect(await version(sample)).toBe(first);
      const corrected = sample.events.map((each) =>
        each.id === 'goa' ? { ...each, note: 'corrected' } : each,
      );
      expect(await version({ ...sample, events: corrected })).not.toBe(first);
      expect(await version({ ...sample, entities: sample.entities.slice(1) })).not.toBe(first);
    });

    test('an event is told on its day and on no other', async () => {
      const reader = await make(sample);
      expect(ids(await reader.eventsOn('', '05-04'))).toEqual(['goa']);
      expect(await reader.eventsOn('', '05-03')).toEqual([]);
      expect(await reader.eventsOn('', '04-05')).toEqual([]);
    });

    test('an event known by month or year alone is told on no day', async () => {
      const reader = await make(sample);
      expect(ids(await reader.eventsOn('', '01-01'))).not.toContain('charter');
      expect(ids(await reader.eventsOn('', '06-01'))).not.toContain('tashkent');
      expect(await reader.monthDays('')).not.toContain('06-01');
    });

    test('a span over the ends of a month and a year is told on each of its days', async () => {
      const reader = await make(sample);
      for (const day of ['12-30', '12-31', '01-01', '01-02']) {
        expect(ids(await reader.eventsOn('', day)), day).toEqual(['exercise']);
      }
      for (const day of ['12-29', '01-03', '06-15']) {
        expect(ids(await reader.eventsOn('', day)), day).not.toContain('exercise');
      }
    });

    test('29 February is a day of its own', async () => {
      const reader = await make(
        knowledge({
          events: [
            event('leap', '2004-02-29', 'Leap', 'On the day itself.'),
            event('common', '2003-02-27', 'Common', 'Over the end of a short February.', {
              endDate: '2003-03-02',
            }),
            event('long', '2008-02-28', 'Long', 'Over the end of a long February.', {
              endDate: '2008-03-01',
            }),
          ],
        }),
      );
      expect(ids(await reader.eventsOn('', '02-29'))).toEqual(['leap', 'long']);
      expect(ids(await reader.eventsOn('', '02-28'))).toEqual(['common', 'long']);
      expect(ids(await reader.eventsOn('', '03-01'))).toEqual(['common', 'long']);
      expect(await reader.monthDays('')).toEqual(['02-27', '02-28', '02-29', '03-01', '03-02']);
    });

    test('the days of events agree with walking them one by one', async () => {
      let reader: R | undefined;
      await fc.assert(
        fc.asyncProperty(fc.array(spans, { maxLength: 6 }), async (events) => {
          const data = knowledge({ events: events.map((each, index) => ({ ...each, id: `e${index}` })) });
          reader = await make(data, reader);
          const walked = walk(
            await reader.events('', ids(events.map((each, index) => ({ ...each, id: `e${index}` })))),
          );
          expect(await reader.monthDays('')).toEqual([...walked.keys()].sort());
          for (const [day, on] of walked) expect(ids(await reader.eventsOn('', day))).toEqual(on);
          const free = ['02-28', '02-29', '03-01', '12-31', '01-01'].filter((day) => !walked.has(day));
          for (const day of free) expect(await reader.eventsOn('', day)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    });

    test('events of an entity are those it takes part in, not those that only quote it', async () => {
      const reader = await make(sample);
      expect(ids(await reader.eventsOf('', 'india'))).toEqual(['tashkent', 'goa']);
      expect(await reader.eventsOf('', 'sergey-lavrov')).toEqual([]);
      expect(await reader.eventsOf('', 'ind')).toEqual([]);
    });

    test('a window takes in what may lie in it: coarse dates and spans', async () => {
      const reader = await make(sample);
      const within = async (from?: string, until?: string): Promise<readonly string[]> =>
        ids(await reader.eventsOf('', 'russia', from, until));
      expect(await within()).toEqual(['exercise', 'charter', 'founding']);
      expect(await within('2001-06-15', '2001-06-15')).toEqual(['charter', 'founding']);
      expect(await within('2001-01-02', '2001-01-02')).toEqual(['exercise', 'charter']);
      expect(await within('2001-01-03', '2001-06-14')).toEqual(['charter']);
      expect(await within('2002-01-01')).toEqual([]);
      expect(await within(undefined, '2000-12-29')).toEqual([]);
    });

    test('articles of an entity', async () => {
      const reader = await make(sample);
      expect(ids(await reader.articlesOf('', 'india'))).toEqual(['rupees']);
      expect(await reader.articlesOf('', 'russia')).toEqual([]);
    });

    describe('candidates', () => {
      const none = { words: [], entities: [], limit: 10 };
      const find = async (
        query: Partial<Parameters<KnowledgeReader['candidates']>[1]>,
      ): Promise<readonly string[]> =>
        candidateIds(await (await make(sample)).candidates('', { ...none, ...query }));

      test('everything where nothing is asked for, events and articles by date', async () => {
        expect(await find({})).toEqual([
          'exercise',
          'charter',
          'founding',
          'tashkent',
          'goa',
          'rupees',
          'xi',
        ]);
      });
      test('the newest where there are too many', async () => {
        expect(await find({ limit: 2 })).toEqual(['rupees', 'xi']);
        expect(await find({ limit: 0 })).toEqual([]);
      });
      test('by a word of the text, whole and folded', async () => {
        expect(await find({ words: ['rupee'] })).toEqual(['rupees']);
        expect(await find({ words: ['rup'] })).toEqual([]);
        expect(await find({ words: ['sao'] })).toEqual(['goa']);
      });
      test('by a number with its separators', async () => {
        expect(await find({ words: ['86.82'] })).toEqual(['rupees']);
        expect(await find({ words: ['136000'] })).toEqual(['xi']);
        expect(await find({ words: ['82.86'] })).toEqual([]);
        expect(await find({ words: ['86', '82', '136', '0'] })).toEqual([]);
      });
      test('by words of other scripts', async () => {
        expect(await find({ words: ['лавров'] })).toEqual(['goa']);
        expect(await find({ words: ['上'] })).toEqual(['founding']);
      });
      test('by words with marks, whole', async () => {
        const events = [event('delhi', '2020-01-01', 'नई दिल्ली', 'दिल्ली में बैठक हुई; और भारत।')];
        const reader = await make(knowledge({ events }));
        const found = async (word: string): Promise<number> =>
          (await reader.candidates('', { ...none, words: [word] })).length;
        expect([await found('दिल्ली'), await found('भारत')]).toEqual([1, 1]);
        expect([await found('दिल'), await found('भ')]).toEqual([0, 0]);
      });
      test('by a word of any length, and in a record of very many words', async () => {
        const long = 'x'.repeat(5_000);
        const many = Array.from({ length: 5_000 }, (_, index) => `w${index}`).join(' ');
        const events = [event('long', '2020-01-01', 'Long', `It said ${long}. ${many}`)];
        const reader = await make(knowledge({ events }));
        for (const word of [long, 'w0', 'w2500', 'w4999', 'said']) {
          expect(candidateIds(await reader.candidates('', { ...none, words: [word] }))).toEqual(['long']);
        }
        expect(await reader.candidates('', { ...none, words: ['w5000'] })).toEqual([]);
      });
      test('names of fields and addresses of sources are no words', async () => {
        expect(await find({ words: ['title', 'summary', 'confidence', 'https', 'example'] })).toEqual([]);
      });
      test('words that are an engine’s own language are only words', async () => {
        expect(await find({ words: ['NEAR(', '"', "'", '*', 'goa OR', '-', ''] })).toEqual(['goa']);
      });
      test('by an entity, also one that is only quoted', async () => {
        expect(await find({ entities: ['sergey-lavrov'] })).toEqual(['goa']);
        expect(await find({ entities: ['nobody'] })).toEqual([]);
      });
      test('a word or an entity is enough, the window is not', async () => {
        expect(await find({ words: ['rupee'], entities: ['sergey-lavrov'] })).toEqual(['goa', 'rupees']);
        expect(await find({ words: ['rupee'], entities: ['sergey-lavrov'], from: '2023-05-05' })).toEqual([
          'rupees',
        ]);
        expect(await find({ from: '2001-06-15', until: '2001-06-15' })).toEqual(['charter', 'founding']);
      });
      test('beyond the limit, those with the rarer words stay', async () => {
        const common = Array.from({ length: 9 }, (_, index) =>
          event(`talks-${index}`, `2020-01-1${index}`, 'Talks', 'Talks were held.'),
        );
        const rare = event('rare', '1999-01-01', 'Talks', 'Talks on pashmina were held.');
        const reader = await make(knowledge({ events: [...common, rare] }));
        const query = { words: ['talks', 'pashmina'], entities: [], limit: 2 };
        expect(candidateIds(await reader.candidates('', query))).toEqual(['rare', 'talks-8']);
      });
    });
  });
}

const sample = knowledge({
  entities: [
    entity('russia', 'country', 'Russia'),
    entity('india', 'country', 'India', { aliases: ['Bharat'] }),
    entity('sergey-lavrov', 'person', 'Sergey Lavrov', {
      roles: [{ title: 'Minister', from: '2004-03-09' }],
    }),
  ],
  events: [
    event('goa', '2023-05-04', 'Ministers meet in Goa', 'Near São Jacinto; Лавров was there.', {
      participants: [{ entity: 'india', role: 'host' }],
      quotations: [
        {
          id: 'goa-q1',
          form: 'direct',
          text: 'We met.',
          speaker: { entity: 'sergey-lavrov', role: 'speaker' },
          date: '2023-05-04',
        },
      ],
    }),
    event('founding', '2001-06-15', 'Founded', 'Six states founded it in 上海.', {
      participants: [
        { entity: 'russia', role: 'participant' },
        { name: 'Another', role: 'participant' },
      ],
    }),
    event('charter', '2001', 'Charter drafted', 'In that year.', {
      participants: [{ entity: 'russia', role: 'participant' }],
    }),
    event('tashkent', '2004-06', 'Centre opens in Tashkent', 'In June.', {
      participants: [{ entity: 'india', role: 'participant' }],
    }),
    event('exercise', '2000-12-30', 'Exercise', 'Over the new year.', {
      endDate: '2001-01-02',
      participants: [{ entity: 'russia', role: 'participant' }],
    }),
  ],
  articles: [
    article('xi', '2023-05-07', 'Visitors', ['136,000 people came.']),
    article('rupees', '2023-05-05', 'Rupee trade', ['The rate was 86.82.'], { entities: ['india'] }),
  ],
});

/** Events of a day or of up to 60 days, near the ends of years and of February. */
const spans = fc
  .record({
    year: fc.integer({ min: 1995, max: 2028 }),
    start: fc.oneof(
      fc.integer({ min: 0, max: 364 }),
      fc.integer({ min: 50, max: 62 }),
      fc.integer({ min: 340, max: 364 }),
    ),
    days: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
  })
  .map(({ year, start, days }): Event => {
    const first = Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: start });
    const end = days === 0 ? {} : { endDate: first.add({ days }).toString() };
    return event('e', first.toString(), 'Event', 'It took place.', end);
  });

/** Ids of events by month and day, found by walking from the first to the last day of each. */
function walk(events: readonly Event[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, date, endDate } of events) {
    let day = Temporal.PlainDate.from(date);
    const last = Temporal.PlainDate.from(endDate ?? date);
    while (Temporal.PlainDate.compare(day, last) <= 0) {
      const monthDay = day.toString().slice(5);
      found.set(monthDay, [...(found.get(monthDay) ?? []), id]);
      day = day.add({ days: 1 });
    }
  }
  return found;
}
