import { describe, expect, it } from 'vitest';
import { withoutRepeats } from '../../../src/briefing/without-repeats.ts';

// Protects readers from being told one remark twice, and every remark that is another one from being lost.

const remark = 'Bilawal was a promoter, justifier and spokesperson of a terrorism industry.';

describe('withoutRepeats', () => {
  it('leaves out what two articles tell of one remark', () => {
    const other = 'Bilawal was a promoter and spokesperson of a terrorism industry; there would be no talks.';
    expect(withoutRepeats([remark, other], (text) => text)).toEqual([remark]);
  });
  it('leaves out what stands elsewhere', () => {
    const told =
      'Jaishankar called Bilawal a promoter, a justifier and a spokesperson of a terrorism industry.';
    expect(withoutRepeats([told], (text) => text, [remark])).toEqual([]);
  });
  it('keeps a remark on the same thing that says something else', () => {
    const other = 'Victims of terrorism do not sit down with its perpetrators to discuss terrorism.';
    expect(withoutRepeats([remark, other], (text) => text)).toEqual([remark, other]);
  });
  it('keeps what is too short to be compared', () => {
    const short = ['Goa hosts talks.', 'Goa hosts talks again.'];
    expect(withoutRepeats(short, (text) => text)).toEqual(short);
  });
});
