import { describe, expect, test } from 'vitest';
import { byImportance, importance } from '../../../src/knowledge/importance.ts';
import { type Event, eventSchema } from '../../../src/knowledge/model.ts';

/** An event of one's own making: none of these is in the data, so that the rule is tested and not a record. */
function event(fields: Partial<Event>): Event {
  return eventSchema.parse({
    id: 'an-event',
    date: '2011-03-03',
    title: 'Ministers meet',
    summary: 'They met.',
    kind: 'meeting',
    confidence: 'high',
    sources: [{ publisher: 'A paper', title: 'A report' }],
    ...fields,
  });
}

const source = { publisher: 'A paper', title: 'A report' };

describe('importance', () => {
  test.each([
    [
      'a founding over a summit',
      { kind: 'summit', title: 'Five states found the SCO' },
      { kind: 'summit', title: 'SCO summit meets in Ulan Bator' },
    ],
    [
      'the charter over a declaration',
      { kind: 'treaty', title: 'SCO Charter signed' },
      { kind: 'document', title: 'SCO declaration adopted' },
    ],
    [
      'a new member over a new partner',
      { kind: 'membership', title: 'Fiji becomes a full member of the SCO' },
      { kind: 'membership', title: 'Fiji becomes an SCO partner' },
    ],
    [
      'a summit over ministers',
      { kind: 'summit', title: 'SCO summit meets' },
      { kind: 'meeting', title: 'SCO foreign ministers meet' },
    ],
    [
      'foreign ministers over coordinators',
      { title: 'SCO foreign ministers meet' },
      { title: 'SCO national coordinators meet' },
    ],
    [
      'a change of chair over a visit',
      { kind: 'other', title: 'Fiji takes over SCO chairmanship' },
      { kind: 'visit', title: 'SCO chief visits Fiji' },
    ],
    [
      'a deadly clash over a border talk',
      { kind: 'incident', title: 'Deadly clash on the border' },
      { title: 'Officials discuss the border' },
    ],
    [
      'the SCO over another body',
      { kind: 'summit', title: 'SCO summit meets' },
      { kind: 'summit', title: 'ASEAN summit meets' },
    ],
    [
      'the happening over its anniversary',
      { kind: 'summit', title: 'SCO summit meets' },
      { kind: 'summit', title: 'SCO summit marks 5th anniversary' },
    ],
  ] as const)('puts %s', (_, more, less) => {
    expect(importance(event(more))).toBeGreaterThan(importance(event(less)));
  });

  test('counts sources, up to a point', () => {
    const told = (times: number) =>
      importance(event({ sources: Array.from({ length: times }, () => source) }));
    expect(told(3)).toBeGreaterThan(told(1));
    expect(told(20)).toBe(told(10));
  });

  test('lowers what is unsure or only announced', () => {
    const sure = importance(event({}));
    expect(importance(event({ confidence: 'medium' }))).toBeLessThan(sure);
    expect(importance(event({ confidence: 'low' }))).toBeLessThan(
      importance(event({ confidence: 'medium' })),
    );
    expect(importance(event({ status: 'announced' }))).toBeLessThan(sure);
  });

  test('does not take a statement about an attack for the attack', () => {
    const title = 'Fiji condemns attack that killed ten';
    expect(importance(event({ kind: 'statement', title }))).toBeLessThan(
      importance(event({ kind: 'incident', title })),
    );
  });

  test('stays between 0 and 100', () => {
    const least = {
      kind: 'other',
      title: 'Experts discuss plans for a festival ahead of a marathon',
      status: 'announced',
      confidence: 'low',
    } as const;
    const most = {
      kind: 'treaty',
      title:
        'First SCO leaders found SCO Charter, sign the treaty declaration; war ceasefire, dozens killed in nuclear attack; independence',
      sources: Array.from({ length: 9 }, () => source),
    } as const;
    expect(importance(event(least))).toBe(0);
    expect(importance(event(most))).toBe(100);
  });

  test('does not look at the id', () => {
    expect(importance(event({ id: 'sco-founded-war-treaty' }))).toBe(importance(event({ id: 'an-event' })));
  });
});

describe('byImportance', () => {
  test('orders by importance, then by date, then by id', () => {
    const summit = event({ id: 'c', kind: 'summit', title: 'SCO summit meets', date: '2015' });
    const late = event({ id: 'a', date: '2012' });
    const early = event({ id: 'b', date: '2011' });
    const twin = event({ id: 'bb', date: '2011' });
    expect(byImportance([late, twin, summit, early]).map(({ id }) => id)).toEqual(['c', 'b', 'bb', 'a']);
  });

  test('puts what began on the day before what only went on, and does not without a day', () => {
    const began = event({ id: 'began', date: '2012-09-20' });
    const went = event({ id: 'went', date: '2010-09-18', endDate: '2010-09-21' });
    expect(byImportance([went, began], { month: 9, day: 20 }).map(({ id }) => id)).toEqual(['began', 'went']);
    expect(byImportance([began, went]).map(({ id }) => id)).toEqual(['went', 'began']);
  });

  test('counts the days of a happening over New Year', () => {
    const old = event({ id: 'old', date: '2011-12-25', endDate: '2012-01-03' });
    const fresh = event({ id: 'fresh', date: '2014-12-31', endDate: '2015-01-03' });
    expect(byImportance([old, fresh], { month: 1, day: 2 }).map(({ id }) => id)).toEqual(['fresh', 'old']);
  });

  test('leaves the list that it was given alone', () => {
    const events = Object.freeze([event({ id: 'a' }), event({ id: 'b', kind: 'summit' })]);
    expect(byImportance(events)).not.toBe(events);
    expect(events.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
