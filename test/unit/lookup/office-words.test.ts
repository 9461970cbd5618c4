import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/knowledge/model.ts';
import { personOn, runsOn, tenuresOf, tenureWords } from '../../../src/lookup/office-words.ts';
import { lookupLibrary } from './world.ts';

const library = lookupLibrary();
const person = (id: string): Entity => library.gazetteer.entities.get(id) as Entity;

describe('the office that somebody held on a date', () => {
  it.each([
    ['carl-dahl', '2015-01-01', 'Norland’s foreign minister Carl Dahl'.replace('Norland', 'Sudland')],
    ['carl-dahl', '2018-03', 'LL Secretary-General Carl Dahl'],
    ['olaf-berg', '2014-02-03', 'Norland’s defence minister Olaf Berg'],
    ['olaf-berg', '2016-05-01', 'Norland’s president Olaf Berg'],
  ])('%s on %s is “%s”', (id, date, words) => {
    expect(personOn(person(id), date, library)).toBe(words);
  });
  it.each([
    ['before the first office', 'carl-dahl', '2009-12-31'],
    ['between two offices', 'carl-dahl', '2017-10-01'],
    ['after the last one', 'olaf-berg', '2021-01-01'],
    ['in a year of which only the year of the start is known', 'olaf-berg', '2012-06-01'],
    ['in a year in which the office changed', 'olaf-berg', '2016'],
  ])('is left out %s', (_, id, date) => {
    expect(personOn(person(id), date, library)).toBe(person(id).name);
  });
});

describe('an office in words', () => {
  it('keeps the precision of its dates', () => {
    expect(tenuresOf(person('olaf-berg'), library).map(tenureWords)).toEqual([
      'Defence minister of Norland, 2012 – 2016',
      'President of Norland, 1 May 2016 – 30 April 2020',
    ]);
  });
  it('runs on a day between its dates only', () => {
    const [first] = tenuresOf(person('carl-dahl'), library);
    const runs = (day: string): boolean => first !== undefined && runsOn(first, day);
    expect([runs('2009-12-31'), runs('2010-01-01'), runs('2017-06-30'), runs('2017-07-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
