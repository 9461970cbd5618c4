import { describe, expect, it } from 'vitest';
import { composeSlot } from '../../../src/digest/compose.ts';
import { monthDaysOf, selectDay } from '../../../src/digest/select.ts';
import { plainDocument } from '../../../src/document/plain.ts';
import type { Entity, Event } from '../../../src/knowledge/model.ts';
import type { Profile, Schedule } from '../../../src/store/ports.ts';
import { event, memoryKnowledge } from '../../support/memory-knowledge.ts';
import { schedule } from '../../support/schedule.ts';

// What a digest shows, what it leaves out, and why: the reader of a preview is told each.

const country = (id: string, name: string): Entity => ({
  id,
  kind: 'country',
  name,
  aliases: [],
  sharedNames: [],
  description: '',
  roles: [],
  relations: [],
  sources: [],
});
const entities = [
  country('india', 'India'),
  country('china', 'China'),
  { ...country('modi', 'Narendra Modi'), kind: 'person' as const, country: 'India' },
];
const visit = event('visit', '2015-11-23', 'Modi pays a visit', '', {
  participants: [{ entity: 'modi', role: 'visitor' }],
});
const summit = event('summit', '2010-11-23', 'SCO leaders found the SCO charter', '', {
  kind: 'summit',
  participants: [{ entity: 'china', role: 'host' }],
});
const doubtful = event('doubt', '2009-11-23', 'Something doubtful', '', { confidence: 'low' });
const day = Temporal.PlainDate.from('2026-11-23');

const select = (
  profile: Partial<Profile>,
  more: Partial<Schedule> = {},
  events = [visit, summit, doubtful],
) => {
  const { items, out } = selectDay(events, '11-23', day, schedule({ profile, ...more }), entities);
  return { in: items.map((item) => item.event.id), out: out.map((each) => `${each.event.id}: ${each.why}`) };
};

describe('selectDay', () => {
  it('leaves out doubtful days, and says so', () => {
    expect(select({})).toEqual({ in: ['summit', 'visit'], out: ['doubt: its day is doubtful'] });
  });

  it('knows a country by who takes part, also through a person who serves it', () => {
    expect(select({ countries: ['India'] }).in).toEqual(['visit']);
    expect(select({ withoutCountries: ['india'] }).in).toEqual(['summit']);
    expect(select({ countries: ['France'] }).in).toEqual([]);
  });

  it('leaves out topics and what matters less', () => {
    expect(select({ without: ['charter'] }).out).toContain('summit: about charter, which is left out');
    const { in: shown, out } = select({ least: 'major' });
    expect(shown).toEqual(['summit']);
    expect(out.find((line) => line.startsWith('visit'))).toMatch(/not major enough/);
  });
});

describe('29 February', () => {
  const leap = event('leap', '2016-02-29', 'Something on the leap day', '');
  it.each([
    ['2027-02-28', 'leap years only', ['02-28']],
    ['2027-02-28', '28 February', ['02-28', '02-29']],
    ['2027-03-01', '28 February', ['03-01']],
    ['2027-03-01', '1 March', ['03-01', '02-29']],
    ['2028-02-28', '28 February', ['02-28']],
    ['2028-03-01', '1 March', ['03-01']],
    ['2028-02-29', '1 March', ['02-29']],
  ] as const)('%s with “%s” shows %j', (date, policy, days) => {
    expect(monthDaysOf(Temporal.PlainDate.from(date), policy)).toEqual(days);
  });

  it('is shown under its own name on the day that stands in', async () => {
    const said = await compose({ leap: '28 February' }, '2027-02-28', [leap]);
    expect(said).toContain('29 February\n2016 · Something on the leap day. [1]');
  });
});

const compose = async (
  profile: Partial<Profile>,
  date: string,
  events: readonly Event[],
): Promise<string> => {
  const knowledge = memoryKnowledge({ articles: [], entities, events });
  const slot = {
    schedule: schedule({ profile }),
    date: Temporal.PlainDate.from(date),
    due: Temporal.Instant.from(`${date}T09:00:00Z`),
    id: 'abcdefghijklmno',
  };
  const made = await composeSlot(slot, knowledge);
  return made.state === 'nothing' ? `NOTHING ${made.why}` : plainDocument(made.issue.document);
};

describe('composeSlot', () => {
  it('names its edition and the data it rests on', async () => {
    expect(await compose({}, '2026-11-23', [visit])).toMatch(/Data \w+\. Edition abcdefghij\./);
  });

  it('does on an empty day what the schedule asks for', async () => {
    expect(await compose({}, '2026-11-20', [visit])).toContain('Nothing here is dated 20 November.');
    expect(await compose({ empty: 'nothing' }, '2026-11-20', [visit])).toMatch(/^NOTHING/);
    const nearest = await compose({ empty: 'nearest' }, '2026-11-20', [visit]);
    expect(nearest).toContain('23 November in history');
    expect(nearest).toContain('The nearest day with something is 23 November.');
    expect(nearest).toContain('Modi pays a visit. [1]');
  });

  it('shows the week ahead day by day, and no day that has nothing', async () => {
    const said = await compose({ kind: 'week ahead' }, '2026-11-20', [visit]);
    expect(said).toContain('The week ahead in history: 20–26 November 2026');
    expect(said).toContain('Monday 23 November\n2015 · Modi pays a visit. [1]');
    expect(said).not.toContain('Tuesday');
  });
});
