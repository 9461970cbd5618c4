import { describe, expect, it } from 'vitest';
import type { AnswerKind } from '../../../../src/answer/articles/kind-of-noun.ts';
import { formsOf } from '../../../../src/answer/articles/name-forms.ts';

describe('what in a sentence may answer', () => {
  it.each<[AnswerKind, string, readonly string[]]>([
    ['person', 'Harbour Master Anna Lindt met the owners on Friday.', ['Anna Lindt']],
    ['country', 'The boat sailed from New Zealand to Fiji.', ['New Zealand', 'Fiji']],
    ['state', 'It was seen in North Carolina, not in France.', ['North Carolina']],
    ['money', 'The wall cost $3.5 million and 20 days.', ['$3.5 million']],
    ['year', 'It was built in 1931 for 400 people.', ['1931']],
    ['weekday', 'They meet on Tuesday and in May.', ['Tuesday']],
    ['number', 'About 1,200 geese came.', ['1,200']],
    ['date', 'It closes on April 18.', ['April 18']],
  ])('%s', (kind, text, forms) => {
    expect(formsOf(kind, text)).toEqual(forms);
  });
  it('takes no day, no opening word and no plain noun for a name', () => {
    expect(formsOf('name', 'On Friday they went home. The tide was low.')).toEqual([]);
    expect(formsOf('person', 'The minister met nobody.')).toEqual([]);
    expect(formsOf('place', 'It opened in March.')).toEqual([]);
    expect(formsOf('thing', 'Anna Lindt saw two otters.')).toEqual([]);
  });
});
