import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/model.ts';
import { readSubject } from '../../../src/lookup/subject.ts';
import { subjectCard } from '../../../src/lookup/subject-card.ts';
import {
  actionsOf,
  evidenceFaults,
  firstLine,
  headingsOf,
  linesOf,
  under,
} from '../../support/document-facts.ts';
import { lookupLibrary, lookupWorld } from './world.ts';

const library = lookupLibrary();
const today = Temporal.PlainDate.from('2026-11-23');
function card(typed: string, day = today.toString()): Document {
  const read = readSubject(typed, today, library);
  if (read.state !== 'one') throw new Error(`${typed} is ${read.state}`);
  return subjectCard(read.subject, day, library);
}

describe('the card of a person', () => {
  it('answers with the office of today, and says as of when', () => {
    expect(firstLine(card('Eva Falk'))).toBe(
      'Foreign minister of Sudland since 1 July 2017; no end recorded as of 23 November 2026. [1]',
    );
  });
  it('does not give an office that is over, or has not begun, as one of today', () => {
    expect(firstLine(card('Olaf Berg'))).toBe('Olaf Berg [1]');
    expect(under(card('Olaf Berg'), 'Offices')).toEqual([
      'President of Norland, 1 May 2016 – 30 April 2020 [1][2]',
      'Defence minister of Norland, 2012 – 2016 [1]',
    ]);
    expect(firstLine(card('Carl Dahl', '2016-01-01'))).toBe(
      'Foreign minister of Sudland, 1 January 2010 – 30 June 2017 (as of 1 January 2016). [1]',
    );
  });
  it('shows what they said, and not what was said to them', () => {
    expect(card('Eva Falk').blocks.some((block) => block.type === 'quote')).toBe(true);
    expect(card('Olaf Berg').blocks.some((block) => block.type === 'quote')).toBe(false);
  });
});

describe('the card of a country or an organisation', () => {
  it('says what it is to the organisation today and was before', () => {
    expect(firstLine(card('Estia'))).toBe('Estia has been a member of the LL since 1 May 2020. [2]');
    expect(under(card('Estia'), 'Ties')).toEqual([
      'Observer of the LL · 1 June 2005 – 1 May 2020 [3]',
      'Member of the LL · since 1 May 2020 [2]',
    ]);
    expect(firstLine(card('Estia', '2010-01-01'))).toBe(
      'Estia has been an observer of the LL since 1 June 2005. [2]',
    );
  });
  it('lists who belongs to it on the day', () => {
    expect(under(card('Lake League'), '3 members on 23 November 2026')).toEqual([
      'Since 1 March 1990: Norland, Sudland [2]',
      'Since 1 May 2020: Estia [3]',
    ]);
    expect(headingsOf(card('Lake League', '2010-01-01'))).toContain('2 members on 1 January 2010');
  });
});

describe('any card', () => {
  it('tells how a slip was read', () => {
    const words = card('Eva Falck').blocks.flatMap((block) =>
      block.type === 'paragraph' && block.tone === 'quiet' ? block.spans : [],
    );
    expect(words).toContainEqual({ type: 'text', text: 'Read “Eva Falck” as Eva Falk.' });
  });
  it('has evidence for each line, and buttons only where there is content', () => {
    for (const entity of lookupWorld.entities) expect(evidenceFaults(card(entity.id))).toEqual([]);
    expect(actionsOf(card('ghost-town'))).toEqual([]);
    expect(actionsOf(card('Eva Falk')).map((action) => action.label)).toEqual([
      'Timeline (1)',
      'Brief',
      'Quotations (2)',
    ]);
  });
  it('tells of a topic how much there is and from when', () => {
    expect(firstLine(card('blue regatta'))).toBe(
      '3 events here on blue regatta: the first of 5 July 2014, the last of 7 July 2018. [1][2]',
    );
    expect(linesOf(card('blue regatta'))).toHaveLength(3);
  });
});
