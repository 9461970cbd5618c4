import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/ingest/extract.ts';
import type { EventFound } from '../../../src/ingest/model.ts';

const published = Temporal.PlainDate.from('2024-03-14');
const events = (text: string, headline?: string): readonly EventFound[] =>
  extract({ text, published, ...(headline === undefined ? {} : { headline }) }, () => null).events;
const first = (text: string, kind: string): EventFound | undefined =>
  events(text).find((event) => event.kind === kind);
const who = (event: EventFound | undefined): readonly string[] =>
  event?.participants.map(({ name, role }) => `${role} ${name}`) ?? [];

describe('events of clauses', () => {
  test('a meeting has its partners, its place and its day', () => {
    const meeting = first('Foreign Minister Ama Boateng on Tuesday met Kofi Mensah in Lusaka.', 'meeting');
    expect(who(meeting)).toEqual(['agent Ama Boateng', 'partner Kofi Mensah']);
    expect(meeting?.participants[0]?.office).toBe('Foreign Minister');
    expect(meeting).toMatchObject({
      on: { start: '2024-03-12', precision: 'day' },
      place: 'Lusaka',
      modality: 'asserted',
    });
  });

  test('an accusation is a claim of the one who accuses, and no fact', () => {
    const accusation = first('Peru accused Chile of moving the border on Monday.', 'accusation');
    expect(accusation).toMatchObject({
      modality: 'claimed',
      attribution: 'Peru',
      on: { start: '2024-03-11' },
    });
    expect(who(accusation)).toEqual(['agent Peru', 'target Chile']);
  });

  test('who will not do something has won nothing', () => {
    expect(first('Ama Boateng won’t meet Kofi Mensah.', 'contest')).toBeUndefined();
    expect(first('Ama Boateng beat Kofi Mensah.', 'contest')).toBeDefined();
  });

  test('what came a day after is counted back', () => {
    const text =
      'Boateng’s visit to Zambia on Tuesday came a day after Peru accused Chile of moving the border.';
    expect(first(text, 'accusation')?.on).toEqual({ start: '2024-03-11', precision: 'day' });
  });

  test('a founding names the founders and is only as exact as its year', () => {
    const text =
      'The River Union is rich. It was founded in Lusaka in 1998 by the presidents of Zambia, Malawi and Angola.';
    const founding = first(text, 'founding');
    expect(who(founding)).toEqual(['subject River Union', 'agent Zambia', 'agent Malawi', 'agent Angola']);
    expect(founding).toMatchObject({ on: { start: '1998', precision: 'year' }, place: 'Lusaka' });
  });

  test('an accession has its members', () => {
    expect(who(first('Kenya and Uganda became its full members in 2011.', 'accession'))).toEqual([
      'member Kenya',
      'member Uganda',
    ]);
  });

  test('what will be is planned', () => {
    expect(first('The main session will take place on Saturday.', 'session')).toMatchObject({
      modality: 'planned',
      on: { start: '2024-03-16' },
    });
  });

  test('a session is held by somebody, or takes place; what somebody holds otherwise is none', () => {
    expect(first('The council will hold its annual session on Saturday.', 'session')).toMatchObject({
      modality: 'planned',
      on: { start: '2024-03-16' },
    });
    expect(first('The council held its breath on Monday.', 'session')).toBeUndefined();
  });

  test('what was not done is told so', () => {
    expect(
      first('Ama Boateng did not meet Kofi Mensah on Monday. She never met him.', 'meeting')?.polarity,
    ).toBe('negative');
  });

  test('a sentence that tells of nothing has no event of its own', () => {
    expect(events('The hills are green. The grass is soft. Nothing else grows.').slice(1)).toEqual([]);
  });
});

describe('the main event', () => {
  test('comes first: who by the headline, where and when by the first sentences', () => {
    const [main] = events(
      'Crowds greeted Ama Boateng in Lusaka on Wednesday. The minister opened a bridge. She was in Harare last year.',
      'Ama Boateng opens bridge in Lusaka',
    );
    expect(main?.participants[0]?.name).toBe('Ama Boateng');
    expect(main).toMatchObject({
      place: 'Lusaka',
      on: { start: '2024-03-13' },
      title: 'Ama Boateng opens bridge in Lusaka',
    });
  });

  test('a headline without a name gives its subject', () => {
    expect(
      events('A boy was found on Monday.', 'Missing boy found alive in cave')[0]?.participants[0]?.name,
    ).toBe('Missing boy');
  });

  test('a country that only tells an office is no place of the event', () => {
    expect(events('US President Lena Moritz spoke on Monday in Oslo.', 'Moritz speaks')[0]?.place).toBe(
      'Oslo',
    );
  });

  test('a text without words has none', () => {
    expect(events(' \n ')).toEqual([]);
  });
});
