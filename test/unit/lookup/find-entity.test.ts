import { describe, expect, it } from 'vitest';
import { findEntity, nameFor } from '../../../src/lookup/find-entity.ts';
import { lookupLibrary } from './world.ts';

const library = lookupLibrary();
const idOf = (typed: string): string => {
  const found = findEntity(typed, library);
  return found.state === 'one' ? found.entity.id : found.state;
};

describe('finding an entity by what was typed', () => {
  it.each([
    ['Eva Falk', 'eva-falk'],
    ['eva falk', 'eva-falk'],
    ['Falk', 'eva-falk'],
    ['the League', 'lake-league'],
    ['LL', 'lake-league'],
    ['carl-dahl', 'carl-dahl'],
    ['Foreign Minister Eva Falk', 'eva-falk'],
    ['Eva Falck', 'eva-falk'],
    ['Norlnad', 'norland'],
  ])('“%s” is %s', (typed, id) => {
    expect(idOf(typed)).toBe(id);
  });
  it('says whether it guessed', () => {
    expect(findEntity('Falk', library)).toMatchObject({ guessed: false });
    expect(findEntity('Eva Falck', library)).toMatchObject({ guessed: true });
  });
  it('lists all who go by a name', () => {
    const found = findEntity('Berg', library);
    expect(found.state === 'several' ? found.entities.map((each) => each.id) : []).toEqual([
      'ada-berg',
      'olaf-berg',
    ]);
  });
  it.each(['Macron', 'herring', 'zzz', '', '…'])('“%s” is nobody', (typed) => {
    expect(idOf(typed)).toBe('none');
  });
  it('names an entity so that it is found again', () => {
    for (const entity of library.gazetteer.entities.values())
      expect(idOf(nameFor(entity, library))).toBe(entity.id);
  });
});
