import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/model.ts';
import { plainSpans } from '../../../src/document/plain.ts';
import { readFromTo } from '../../../src/lookup/read-period.ts';
import { readSubject } from '../../../src/lookup/subject.ts';
import { timeline } from '../../../src/lookup/timeline.ts';
import { actionsOf, evidenceFaults, firstLine, itemsOf, linesOf } from '../../support/document-facts.ts';
import { lookupLibrary } from './world.ts';

const library = lookupLibrary();
const today = Temporal.PlainDate.from('2026-11-23');
function lines(typed: string, from?: string, to?: string, start = 0): Document {
  const read = readSubject(typed, today, library);
  if (read.state !== 'one') throw new Error(`${typed} is ${read.state}`);
  const period = readFromTo(from, to, today);
  return timeline({ subject: read.subject, period, start, options: { subject: typed } }, library);
}

describe('a timeline', () => {
  it('goes from the oldest to the newest, each date with its own precision', () => {
    const document = lines('Gullport');
    expect(linesOf(document).map((line) => line.split(' · ')[0])).toEqual([
      '2005',
      '5 July 2014',
      '5–7 March 2016',
      '7 July 2018',
      '11 February 2019',
      '1 May 2020',
    ]);
    expect(firstLine(document)).toBe('6 events here: 2005 to 1 May 2020. [1][6]');
    expect(evidenceFaults(document)).toEqual([]);
  });
  it('tells doubts and disagreements under the line', () => {
    const details = (document: Document): readonly string[] =>
      itemsOf(document).map((item) => plainSpans(item.detail ?? []));
    expect(details(lines('ferries'))).toEqual(['Note: One paper gives June.']);
    expect(details(lines('Gullport', '2005', '2005'))).toEqual(['Not well attested.']);
    expect(details(lines('summit due'))).toEqual(['Known from an advance notice only.']);
  });
  it('does not put a year on one of its days', () => {
    expect(lines('Gullport', '2005-06', '2005-07').kind).toBe('nothing');
  });
  it('says nothing plainly, with what came before and after', () => {
    const document = lines('Gullport', '2017', '2017');
    expect(document.kind).toBe('nothing');
    expect(firstLine(document)).toMatch(/^Nothing here on Gullport in 2017\. The desk covers .*1990–2023\.$/);
    expect(document.sources.map((source) => source.date)).toEqual(['5–7 March 2016', '7 July 2018']);
    expect(actionsOf(document).map((action) => action.label)).toEqual(['Whole timeline']);
  });
  it('goes on where the button says, and ends where there is no more', () => {
    const document = lines('Gullport', undefined, undefined, 4);
    expect(linesOf(document)).toHaveLength(2);
    expect(firstLine(document)).toBe('From the 5th of 6 events on.');
    expect(lines('Gullport', undefined, undefined, 6).kind).toBe('nothing');
  });
});
