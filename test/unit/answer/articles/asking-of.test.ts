import { describe, expect, it } from 'vitest';
import { askingOf } from '../../../../src/answer/articles/asking-of.ts';

describe('what a question asks of a text', () => {
  it.each([
    ['Who opened the observatory?', 'person', ''],
    ['Which ferry company cancelled its night crossing?', 'name', 'company'],
    ['The mayor of which city was fined this week?', 'place', 'city'],
    ['In which country does the river rise?', 'country', 'country'],
    ["Which state's governor signed it?", 'state', 'state'],
    ['How many otters were counted?', 'number', 'otters'],
    ['The new harbour wall will cost how much?', 'money', ''],
    ['The tower was struck for the first time since:', 'year', ''],
    ['What year did the mill close?', 'year', 'year'],
    ['When was it opened?', 'date', ''],
    ['Which day was given to the swimmers?', 'weekday', 'day'],
    ['A study says that which rodents may sing at night?', 'thing', 'rodents'],
    ['What is the nickname of the team?', 'thing', 'nickname'],
    ['The fire was lit by a man who was trying to:', 'open', ''],
    ['This former minister was found asleep in the library.', 'person', 'minister'],
  ])('%s', (question, kind, noun) => {
    expect(askingOf(question)).toMatchObject({ kind, noun });
  });
  it('takes the sentence that asks, and no clause that only tells more', () => {
    expect(askingOf('The council met in May. Who led it? Nobody remembers.').clause).toBe('who led it?');
    expect(askingOf('Which swimmer crossed the strait, which experts call unwise?').noun).toBe('swimmer');
    expect(askingOf('A balloon, which officials say was lost, fell in which state?').kind).toBe('state');
  });
});
