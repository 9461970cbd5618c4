import { describe, expect, it } from 'vitest';
import { composeEdition } from '../../../src/digest/edition.ts';
import { plainDocument } from '../../../src/document/plain.ts';
import type { Event } from '../../../src/knowledge/model.ts';
import type { Schedule } from '../../../src/store/ports.ts';
import { event } from '../../support/memory-knowledge.ts';
import { schedule } from '../../support/schedule.ts';

const founding = event('founding', '2001-06-15', 'Six states found the SCO', 'They signed.', {
  kind: 'institution',
  place: { city: 'Shanghai' },
});
const summit = event('summit', '2011-06-14', 'SCO summit in Astana', '', {
  kind: 'summit',
  endDate: '2011-06-15',
});

const compose = (events: readonly Event[], more: Partial<Schedule> = {}) =>
  composeEdition({
    schedule: schedule({ zone: 'Asia/Kolkata', ...more }),
    date: Temporal.PlainDate.from('2026-06-15'),
    due: Temporal.Instant.from('2026-06-15T03:30:00Z'),
    events,
    entities: [],
    dataVersion: 'abc',
  });

describe('composeEdition', () => {
  it('shows a line for each event with its year, its place and its source', () => {
    const said = plainDocument(compose([founding, summit]));
    expect(said).toContain('On this day: 15 June');
    expect(said).toContain('2001 · 25 years ago · Shanghai: Six states found the SCO. [');
    expect(said).toContain('2011 · 15 years ago · closes: SCO summit in Astana. [');
    expect(said).toContain('https://example.org/event');
    expect(said).toContain('15 June in Asia/Kolkata. Next: tomorrow 09:00. Data abc.');
  });

  it('is the same each time it is composed', () => {
    expect(compose([founding, summit])).toEqual(compose([founding, summit]));
  });

  it('shows no more lines than asked for and says how many there are beyond', () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      event(`e${index}`, `200${index}-06-15`, `Event ${index}`, ''),
    );
    const said = plainDocument(compose(many, { size: 3 }));
    expect(said.match(/^200\d/gm)).toHaveLength(3);
    expect(said).toContain('+5 more');
  });

  it('says plainly that a day has nothing, about the topics asked for', () => {
    const empty = compose([founding], { topics: ['Cricket'] });
    expect(empty.kind).toBe('nothing');
    expect(empty.private).toBe(false);
    expect(plainDocument(empty)).toContain('Nothing here is dated 15 June about Cricket.');
  });
});
