import { describe, expect, it } from 'vitest';
import { readSubject, type Subject } from '../../../src/lookup/subject.ts';
import { lookupLibrary } from './world.ts';

const library = lookupLibrary();
const today = Temporal.PlainDate.from('2026-11-23');
const read = (typed: string): Subject | undefined => {
  const reading = readSubject(typed, today, library);
  return reading.state === 'one' ? reading.subject : undefined;
};
const events = (typed: string): readonly string[] =>
  (read(typed)?.holdings.events ?? []).map((each) => each.id);

describe('what a reader names', () => {
  it('is an entity with the events it is in, oldest first', () => {
    expect(read('Olaf Berg')?.entity?.id).toBe('olaf-berg');
    expect(events('Olaf Berg')).toEqual(['berg-visits', 'berg-sworn']);
  });
  it('is a topic of the records', () => {
    expect(read('Ferries')?.label).toBe('ferries');
    expect(events('ferries')).toEqual(['charter']);
  });
  it('is words that all stand in one record', () => {
    expect(events('blue regatta')).toEqual(['regatta-2014', 'regatta-2016', 'regatta-2018']);
    expect(events('regatta Norhaven')).toEqual(['regatta-2016']);
  });
  it('may hold a time', () => {
    const subject = read('Gullport 2014');
    expect(subject?.entity?.id).toBe('gullport');
    expect(subject?.period).toEqual({ from: '2014-01-01', until: '2014-12-31' });
  });
  it('tells how a slip was read', () => {
    expect(read('Eva Falck')?.guessedFrom).toBe('Eva Falck');
    expect(read('Eva Falk')?.guessedFrom).toBeUndefined();
  });
  it.each(['regatta fire', 'quantum computing', 'the', ''])('is not “%s”', (typed) => {
    expect(read(typed)).toBeUndefined();
  });
});
