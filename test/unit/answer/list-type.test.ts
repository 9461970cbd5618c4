import { describe, expect, it } from 'vitest';
import { listedKind } from '../../../src/answer/list-type.ts';
import type { Query } from '../../../src/answer/query.ts';

const kindOf = (folded: string): string | undefined => listedKind({ folded, wanted: 'list' } as Query);

describe('what a list is made of', () => {
  it.each([
    ['which cities got the title?', 'place'],
    ['whose troops were sent?', 'country'],
    ['name the presidents who met', 'person'],
    ['which three countries joined?', 'country'],
  ])('%s: %s', (asked, kind) => {
    expect(kindOf(asked)).toBe(kind);
  });
  it('is not told by a noun of another clause', () => {
    expect(kindOf('which official set out beforehand what the ministers had to vet?')).toBeUndefined();
    expect(kindOf('which documents were signed?')).toBeUndefined();
  });
});
