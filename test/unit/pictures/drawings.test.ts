import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../src/answer/library.ts';
import type { Event } from '../../../src/knowledge/model.ts';
import { countsDrawing } from '../../../src/pictures/counts-drawing.ts';
import { meetingsDrawing } from '../../../src/pictures/meetings-drawing.ts';
import { membershipDrawing } from '../../../src/pictures/membership-drawing.ts';
import { timelineDrawing, timelinePicture } from '../../../src/pictures/timeline-drawing.ts';
import { entity, event } from '../../support/memory-knowledge.ts';

// Protects that a picture shows what the data says, that its words say the same, and that too little makes no picture.

const on = (date: string, more: Partial<Event> = {}): Event =>
  event(`e-${date}`, date, `Thing of ${date}`, 'It was.', more);
const people = ['ann', 'bob', 'cy', 'dee', 'eve'].map((id) => entity(id, 'person', id.toUpperCase()));
const talk = (date: string, names: readonly string[], more: Partial<Event> = {}): Event =>
  on(date, {
    kind: 'meeting',
    participants: names.map((each) => ({ entity: each, role: 'participant' as const })),
    ...more,
  });

describe('a timeline', () => {
  const events = [
    on('2001'),
    on('2004-12'),
    on('2020-05-04', { endDate: '2020-05-06', status: 'announced' }),
  ];
  it('says every mark in words, with the precision of its date', () => {
    expect(timelineDrawing(events, 'Lake')?.alt).toBe(
      'Timeline. Lake. 2001: Thing of 2001; December 2004: Thing of 2004-12; 4–6 May 2020 (announced): Thing of 2020-05-04.',
    );
  });
  it('takes a year for all of its days, never for the first of January', () => {
    expect(timelineDrawing(events, 'Lake')?.marks[0]).toMatchObject({
      from: '2001-01-01',
      until: '2001-12-31',
    });
  });
  it('draws ten at most, in order of time, and says how many are left', () => {
    const many = Array.from({ length: 14 }, (_, index) => on(`20${10 + index}-01-05`));
    const drawing = timelineDrawing(many, 'Lake');
    expect(drawing?.marks).toHaveLength(10);
    expect(drawing?.marks.map((mark) => mark.from)).toEqual(
      drawing?.marks.map((mark) => mark.from).toSorted(),
    );
    expect(drawing?.alt).toMatch(/ 4 more are not drawn\.$/);
  });
  it('is none for two events, nor without anything to draw with', async () => {
    expect(timelineDrawing(events.slice(0, 2), 'Lake')).toBeUndefined();
    expect(await timelinePicture(events, 'Lake', undefined)).toBeUndefined();
  });
});

describe('counts', () => {
  const months = ['01', '01', '01', '02', '05', '05', '05', '06', '06'].map((month, at) =>
    on(`2023-${month}-1${at}`),
  );
  it('shows months without events too, and says those with some', () => {
    const drawing = countsDrawing(months, 'Lake');
    expect(drawing?.bars.map((bar) => bar.count)).toEqual([3, 1, 0, 0, 3, 2]);
    expect(drawing?.alt).toBe(
      'Bar chart. Events a month in the data: Lake. January 2023: 3, February 2023: 1, May 2023: 3, June 2023: 2; none in the others.',
    );
  });
  it('leaves an event out whose month is not known, and says so', () => {
    expect(countsDrawing([...months, on('2023')], 'Lake')?.alt).toMatch(
      / 1 without a known month are not counted\.$/,
    );
  });
  it('counts years over a longer time', () => {
    const years = ['1990', '1999', '2000', '2005', '2006', '2007', '2008', '2020'].map((year) =>
      on(`${year}-03`),
    );
    expect(countsDrawing(years, 'Lake')).toMatchObject({ grain: 'year' });
  });
  it('is none for few events, or for many in one month', () => {
    expect(countsDrawing(months.slice(0, 7), 'Lake')).toBeUndefined();
    expect(
      countsDrawing(
        Array.from({ length: 9 }, (_, at) => on(`2023-01-1${at}`)),
        'Lake',
      ),
    ).toBeUndefined();
  });
});

describe('who met whom', () => {
  const library = buildLibrary(people, []);
  const events = [
    talk('2020-01-01', ['ann', 'bob']),
    talk('2020-01-02', ['ann', 'bob', 'cy']),
    talk('2020-01-03', ['dee', 'ann'], { status: 'announced' }),
    talk('2020-01-04', ['ann', 'bob', 'cy', 'dee', 'eve']),
    talk('2020-01-05', ['bob', 'dee'], { kind: 'statement' }),
  ];
  it('counts talks that were held, of at most four people', () => {
    expect(meetingsDrawing(events, 'Lake', library)?.alt).toBe(
      'Table of pairs. Who met whom: Lake, number of talks in the data. ANN and BOB: 2; ANN and CY: 1; BOB and CY: 1.',
    );
  });
  it('does not count who was recorded as absent', () => {
    const away = talk('2020-02-01', ['ann', 'bob']);
    const absent = {
      ...away,
      participants: [...away.participants, { entity: 'eve', role: 'absent' as const }],
    };
    expect(meetingsDrawing([...events, absent], 'Lake', library)?.alt).not.toContain('EVE');
  });
  it('is none for two pairs', () => {
    expect(meetingsDrawing(events.slice(0, 1), 'Lake', library)).toBeUndefined();
  });
});

describe('membership', () => {
  const league = entity('league', 'organisation', 'Lake League', { aliases: ['LL'] });
  const land = (name: string, ...relations: readonly [string, string, string?][]) =>
    entity(name.toLowerCase(), 'country', name, {
      relations: relations.map(([kind, from, to]) => ({
        kind: kind as 'member of',
        of: 'league',
        from,
        ...(to === undefined ? {} : { to }),
      })),
    });
  const lands = [
    land('Aland', ['member of', '2001-06-15']),
    land('Bland', ['observer of', '2005-07', '2017-06-09'], ['member of', '2017-06-09']),
    land('Cland', ['dialogue partner of', '2022']),
    land('Dland', ['observer of', '2012-01-01']),
    land('Eland', ['member of', '2030-01-01']),
  ];
  const library = buildLibrary([league, ...lands], []);
  it('puts members first, and says each time in words', () => {
    expect(membershipDrawing(league, library, '2026-11-23')?.alt).toBe(
      'Chart of years. Members, observers and partners of the LL, as of 23 November 2026. Aland: member since 15 June 2001; Bland: observer July 2005 to 9 June 2017, member since 9 June 2017; Dland: observer since 1 January 2012; Cland: dialogue partner since 2022.',
    );
  });
  it('does not draw what has not begun, nor a body of three', () => {
    expect(membershipDrawing(league, library, '2026-11-23')?.rows.map((row) => row.name)).not.toContain(
      'Eland',
    );
    expect(
      membershipDrawing(league, buildLibrary([league, ...lands.slice(0, 3)], []), '2026-11-23'),
    ).toBeUndefined();
  });
});
