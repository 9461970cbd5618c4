import { describe, expect, test } from 'vitest';
import { otherEntity, parseWith, rightEntity, rightEvent } from './small-data.ts';

const faultsOf = (events: readonly object[], entities: readonly object[] = [rightEntity, otherEntity]) => {
  const parsed = parseWith({ events, article: withoutEvent, entities });
  return parsed.ok ? [] : parsed.faults.map(({ field, reason }) => `${field}: ${reason}`);
};
const withoutEvent = {
  id: 'report',
  title: 'Twenty years on',
  published: '2021-06-15',
  statements: [{ id: 'report-s1', text: 'It was founded in 2001.' }],
};
const plainEntity = { ...rightEntity, relations: [] };
const check = (...events: readonly object[]) => faultsOf(events, [plainEntity, otherEntity]);
const source = { publisher: 'Gazette', title: 'Report', url: 'https://example.org/report' };

describe('near-doubles', () => {
  const twin = { ...rightEvent, id: 'founding-again', title: 'The six states found the organisation' };

  test('two records of one happening are refused, and told of the second', () => {
    const faults = check(rightEvent, twin);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^events\[1\]\.title: .*founding.*merge the two/);
  });

  test.each([
    ['another day', { date: '2001-06-16' }],
    ['another kind', { kind: 'document' }],
    ['other words', { title: 'Convention against terrorism is signed' }],
    ['other people', { participants: [{ name: 'Somebody' }] }],
    ['a relation between them', { relations: [{ kind: 'part of', of: 'founding' }] }],
  ])('%s is enough to stand beside', (_, change) => {
    expect(check(rightEvent, { ...twin, ...change })).toEqual([]);
  });

  test('a relation of the first to the second counts as well', () => {
    const first = { ...rightEvent, relations: [{ kind: 'same as', of: 'founding-again' }] };
    expect(check(first, twin)).toEqual([]);
  });
});

describe('certainty', () => {
  test.each([
    ['2001-06-15', 'month', '2001-06'],
    ['2001-06-15', 'year', '2001'],
    ['2001-06', 'year', '2001'],
  ])('%s is too fine for a source that gives the %s', (date, precision, coarse) => {
    const faults = check({ ...rightEvent, date, sources: [{ ...source, precision }] });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`write ${coarse}`);
  });

  test('one source that gives the day is enough', () => {
    const sources = [
      { ...source, precision: 'year' },
      { ...source, precision: 'day' },
    ];
    expect(check({ ...rightEvent, sources })).toEqual([]);
  });

  test('a source that says nothing of its precision is taken to give the date', () => {
    expect(check({ ...rightEvent, sources: [{ ...source, precision: 'year' }, source] })).toEqual([]);
  });

  test('an end that is finer than its sources is refused too', () => {
    const spanning = { ...rightEvent, date: '2001-06', endDate: '2001-07-03' };
    const faults = check({ ...spanning, sources: [{ ...source, precision: 'month' }] });
    expect(faults).toEqual([expect.stringMatching(/^events\[0\]\.endDate: 2001-07-03 is finer/)]);
  });

  test('what only older sources tell of was announced', () => {
    const early = { ...rightEvent, sources: [{ ...source, published: '2001-06-10' }] };
    expect(check(early)).toEqual([expect.stringMatching(/^events\[0\]\.status: .*“?"?announced/)]);
    expect(check({ ...early, status: 'announced' })).toEqual([]);
  });

  test.each([
    ['of the day', '2001-06-15'],
    ['of the month', '2001-06'],
    ['of the year', '2001'],
    ['without a date', undefined],
  ])('a source %s does not make it an announcement', (_, published) => {
    expect(check({ ...rightEvent, sources: [{ ...source, published }] })).toEqual([]);
  });
});

describe('names', () => {
  test('a participant with a record is named by its id', () => {
    const faults = check({ ...rightEvent, participants: [{ name: 'prc' }] });
    expect(faults).toEqual([expect.stringContaining('write { "entity": "china" }')]);
  });

  test('a participant without a record may have its bare name', () => {
    expect(check({ ...rightEvent, participants: [{ name: 'A delegate' }] })).toEqual([]);
  });
});

describe('references', () => {
  test('a relation to no event is refused', () => {
    const faults = check({ ...rightEvent, relations: [{ kind: 'amends', of: 'nothing' }] });
    expect(faults).toEqual([
      expect.stringMatching(/^events\[0\]\.relations\[0\]\.of: there is no event nothing/),
    ]);
  });

  test('an office that no event shows is refused', () => {
    const roles = [{ title: 'Chair', event: 'nothing' }];
    const faults = faultsOf([rightEvent], [{ ...plainEntity, roles }, otherEntity]);
    expect(faults).toEqual([expect.stringMatching(/roles\[0\]\.event: there is no event nothing/)]);
  });

  test('a kind of relation that is not in the vocabulary is refused', () => {
    const faults = check({ ...rightEvent, relations: [{ kind: 'reminds of', of: 'founding' }] });
    expect(faults).toEqual([expect.stringMatching(/write one of: part of, follows, amends, same as/)]);
  });
});

test('several faults are told together', () => {
  const bad = { ...rightEvent, participants: [{ name: 'PRC' }], sources: [{ ...source, precision: 'year' }] };
  expect(check(bad, { ...rightEvent, id: 'other', title: 'Six states found it' }).length).toBeGreaterThan(1);
});
