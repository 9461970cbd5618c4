import { describe, expect, it } from 'vitest';
import { composeBriefing } from '../../../src/briefing/compose.ts';
import { commonRoom, weigh } from '../../../src/document/fit.ts';
import type { Document } from '../../../src/document/model.ts';
import { readPeriod } from '../../../src/lookup/read-period.ts';
import { readSubject } from '../../../src/lookup/subject.ts';
import { actionsOf, evidenceFaults, firstLine, headingsOf, under } from '../../support/document-facts.ts';
import { lookupLibrary } from '../lookup/world.ts';

const library = lookupLibrary();
const today = Temporal.PlainDate.from('2026-11-23');
function brief(topic: string, typed?: string): Document {
  const read = readSubject(topic, today, library);
  if (read.state !== 'one') throw new Error(`${topic} is ${read.state}`);
  const period = typed === undefined ? {} : readPeriod(typed, today);
  return composeBriefing({ subject: read.subject, period, today: today.toString() }, library);
}
const unknown = (document: Document): readonly string[] => under(document, 'What the desk does not know');

describe('a briefing', () => {
  it('says the one thing to know first', () => {
    expect(firstLine(brief('Gullport', '2016 to 2019'))).toBe(
      'Gullport from 2016 to 2019: 3 events. The most important, on 11 February 2019: Fire on a ferry kills 17 people off Gullport. [1]',
    );
  });
  it('tells what happened in order of time, and who had a part with the office they had then', () => {
    const document = brief('Olaf Berg', '2016');
    expect(under(document, 'What happened')).toEqual([
      '5–7 March 2016 · Olaf Berg visits Gullport [2]',
      '1 May 2016 · Olaf Berg becomes president of Norland [1]',
    ]);
    expect(under(document, 'Who')).toEqual(['Sudland’s foreign minister Carl Dahl · 5 March 2016 [2]']);
  });
  it('gives figures with their as-of date and quotations verbatim', () => {
    expect(under(brief('Olaf Berg'), 'In figures')).toEqual([
      'As of March 2016: share of ferries built in Norland: 40 percent. [4]',
    ]);
    expect(brief('Eva Falk').blocks.find((block) => block.type === 'quote')?.text).toBe(
      'Herring is not a bargaining chip',
    );
  });
  it('leaves out empty sections and names them at the end', () => {
    const document = brief('blue regatta', '2014');
    expect(headingsOf(document)).toEqual(['What happened', 'What the desk does not know']);
    expect(unknown(document)).toEqual(['No people, quotations or figures on this in the data.']);
  });
  it('owns up to notices, doubts, disagreements and to where the data ends', () => {
    expect(unknown(brief('summit due'))).toContain(
      'One event known from advance notices only, not from a report that it took place.',
    );
    expect(unknown(brief('storm'))).toContain('One event not well attested.');
    expect(unknown(brief('ferries'))).toContain(
      'One event with a note on the date or on sources that differ; /timeline shows it.',
    );
    expect(unknown(brief('Gullport', 'since 2019'))).toContain(
      'Anything after 1 May 2020; the data ends on 1 June 2023.',
    );
    expect(unknown(brief('Gullport', '2019')).join()).not.toContain('Anything after');
  });
  it('is nothing, with what is nearest, where the period holds nothing', () => {
    const document = brief('Gullport', '2017');
    expect(document.kind).toBe('nothing');
    expect(firstLine(document)).toMatch(/^Nothing here on Gullport in 2017\./);
    expect(document.sources).toHaveLength(2);
  });
  it('has evidence for each line and room in one message', () => {
    for (const topic of ['Gullport', 'Lake League', 'Eva Falk', 'ferries', 'Sudland']) {
      expect(evidenceFaults(brief(topic))).toEqual([]);
      expect(weigh(brief(topic))).toBeLessThanOrEqual(commonRoom.characters);
    }
  });
  it('leads on to the timeline of the same period', () => {
    expect(actionsOf(brief('Gullport', '2019'))[0]?.invocation).toEqual({
      command: 'timeline',
      options: { subject: 'Gullport', from: '2019-01-01', to: '2019-12-31' },
    });
  });
});
