import { describe, expect, it } from 'vitest';
import { nearestDay } from '../../../src/digest/nearest-day.ts';
import { isRound, onThisDay } from '../../../src/digest/on-this-day.ts';
import { aboutAny, isAbout } from '../../../src/digest/topics.ts';
import { entity, event } from '../../support/memory-knowledge.ts';

const today = Temporal.PlainDate.from('2026-06-15');
const founding = event('founding', '2001-06-15', 'Six states found the SCO', '', {
  kind: 'institution',
  participants: [{ entity: 'russia', role: 'signatory' }],
  place: { city: 'Shanghai', country: 'China' },
});
const forum = event('forum', '2007-06-15', 'SCO Forum meets', '', { kind: 'meeting' });
const shown = (events: Parameters<typeof onThisDay>[0], day = '06-15') =>
  onThisDay(events, day, today).map((item) => item.event.id);

describe('onThisDay', () => {
  it('puts the most important first and counts the years', () => {
    expect(shown([forum, founding])).toEqual(['founding', 'forum']);
    expect(onThisDay([founding], '06-15', today)[0]).toMatchObject({ years: 25, day: 1, days: 1 });
  });

  it('leaves out what is not known to the day, what is doubtful, and what is still to come', () => {
    const month = event('month', '2001-06', 'In June', '');
    const doubtful = event('doubtful', '2005-06-15', 'Doubtful', '', { confidence: 'low' });
    const coming = event('coming', '2027-06-15', 'Next year', '');
    expect(shown([month, doubtful, coming])).toEqual([]);
  });

  it('shows what lasted several days on each of them, over the end of a year too', () => {
    const talks = event('talks', '2015-12-31', 'Talks', '', { endDate: '2016-01-02' });
    expect(onThisDay([talks], '12-31', today)[0]).toMatchObject({ years: 11, day: 1, days: 3 });
    expect(onThisDay([talks], '01-02', today)[0]).toMatchObject({ years: 10, day: 3, days: 3 });
    expect(shown([talks], '01-03')).toEqual([]);
  });

  it('shows 29 February on 29 February alone', () => {
    const leap = event('leap', '2024-02-29', 'Leap', '');
    expect(shown([leap], '02-29')).toEqual(['leap']);
    expect([...shown([leap], '02-28'), ...shown([leap], '03-01')]).toEqual([]);
  });
});

describe('round anniversaries', () => {
  it.each([5, 10, 25, 50, 100])('%i is one', (years) => expect(isRound(years)).toBe(true));
  it.each([0, 1, 12, 99])('%i is none', (years) => expect(isRound(years)).toBe(false));
});

describe('topics', () => {
  const entities = [entity('russia', 'country', 'Russia', { aliases: ['Россия'] })];
  it.each(['Russia', 'россия', 'shanghai', 'six states'])('the founding is about “%s”', (topic) => {
    expect(isAbout(founding, topic, entities)).toBe(true);
  });
  it.each(['Rus', 'India', 'states of India'])('the founding is not about “%s”', (topic) => {
    expect(isAbout(founding, topic, entities)).toBe(false);
  });
  it('keeps everything where no topic is asked for', () => {
    expect(aboutAny([founding, forum], [], entities)).toHaveLength(2);
  });
});

describe('nearestDay', () => {
  it('looks both ways round the turn of the year', () => {
    expect(nearestDay(['12-30', '01-05'], '01-01')).toBe('12-30');
    expect(nearestDay([], '01-01')).toBeUndefined();
  });
});
