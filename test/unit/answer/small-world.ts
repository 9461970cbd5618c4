import type { Article, KnowledgeData } from '../../../src/knowledge/model.ts';
import { entity, event } from '../../support/memory-knowledge.ts';

const member = (of: string, from: string, event?: string) => ({
  kind: 'member of' as const,
  of,
  from,
  ...(event === undefined ? {} : { event }),
});

/** A made-up league of states with everything that the engine reads: relations, offices, a series, an article. */
export const smallWorld: KnowledgeData = {
  entities: [
    entity('lake-league', 'organisation', 'Lake League', {
      aliases: ['LL', 'League'],
      description: 'League of lake states, founded in Norhaven in 1990.',
    }),
    entity('norland', 'country', 'Norland', {
      relations: [
        { kind: 'founder of', of: 'lake-league', from: '1990-03-01', event: 'founding' },
        member('lake-league', '1990-03-01', 'founding'),
        { kind: 'chair of', of: 'lake-league', from: '2019-05-01', to: '2020-05-01' },
      ],
    }),
    entity('sudland', 'country', 'Sudland', {
      relations: [
        { kind: 'founder of', of: 'lake-league', from: '1990-03-01', event: 'founding' },
        member('lake-league', '1990-03-01', 'founding'),
        { kind: 'chair of', of: 'lake-league', from: '2020-05-01' },
      ],
    }),
    entity('estia', 'country', 'Estia', {
      relations: [
        { kind: 'observer of', of: 'lake-league', from: '2005-06-01', to: '2020-05-01' },
        member('lake-league', '2020-05-01', 'estia-joins'),
      ],
    }),
    entity('westmark', 'country', 'Westmark', {
      relations: [{ kind: 'dialogue partner of', of: 'lake-league', from: '2012-09-10' }],
    }),
    entity('norhaven', 'place', 'Norhaven', { country: 'Norland', description: 'Capital of Norland.' }),
    entity('gullport', 'place', 'Gullport', { country: 'Sudland', description: 'Harbour town.' }),
    entity('ada-berg', 'person', 'Ada Berg', {
      country: 'Norland',
      roles: [
        { title: 'Secretary-General', organisation: 'Lake League', from: '2015-01-01', to: '2017-12-31' },
      ],
    }),
    entity('carl-dahl', 'person', 'Carl Dahl', {
      country: 'Sudland',
      roles: [
        { title: 'Foreign Minister', organisation: 'Sudland', from: '2010-01-01', to: '2017-06-30' },
        { title: 'Secretary-General', organisation: 'Lake League', from: '2018-01-01' },
      ],
    }),
    entity('eva-falk', 'person', 'Eva Falk', {
      country: 'Sudland',
      roles: [{ title: 'Foreign Minister', organisation: 'Sudland', from: '2017-07-01' }],
    }),
  ],
  events: [
    event(
      'founding',
      '1990-03-01',
      'Norland and Sudland found the Lake League',
      'The two governments signed the founding charter.',
      {
        kind: 'institution',
        place: { city: 'Norhaven', country: 'Norland' },
      },
    ),
    event(
      'estia-joins',
      '2020-05-01',
      'Estia becomes the third member of the Lake League',
      'The council in Gullport completed its entry.',
      {
        kind: 'membership',
        place: { city: 'Gullport', country: 'Sudland' },
        participants: [{ entity: 'estia', role: 'participant' }],
      },
    ),
    event(
      'regatta-2014',
      '2014-07-05',
      'Blue Regatta 2014 opens in Gullport',
      'About 3,400 sailors took part in the first regatta of the league.',
      {
        kind: 'exercise',
        place: { city: 'Gullport', country: 'Sudland' },
      },
    ),
    event(
      'regatta-2016',
      '2016-07-09',
      'Blue Regatta 2016 opens in Norhaven',
      'Crews of both members sailed for a week.',
      {
        kind: 'exercise',
        place: { city: 'Norhaven', country: 'Norland' },
      },
    ),
    event(
      'regatta-2018',
      '2018-07-07',
      'Blue Regatta 2018 opens in Gullport',
      'Observers sailed for the first time.',
      {
        kind: 'exercise',
        place: { city: 'Gullport', country: 'Sudland' },
      },
    ),
    event(
      'ferry-fire',
      '2019-02-11',
      'Fire on a ferry kills 17 people off Gullport',
      'Sudland blamed a faulty engine; the owner denied it.',
      {
        kind: 'incident',
        place: { city: 'Gullport', country: 'Sudland' },
      },
    ),
    event(
      'inquiry',
      '2019-02-13',
      'Sudland opens an inquiry into the ferry fire',
      'Eva Falk said the report would be public.',
      {
        kind: 'statement',
        participants: [{ entity: 'eva-falk', role: 'speaker' }],
      },
    ),
    event(
      'walkout',
      '2021-10',
      'Talks on fishing quotas break down',
      'Estia refused the draft because it left out herring.',
      { kind: 'meeting' },
    ),
  ],
  articles: [article()],
};

function article(): Article {
  return {
    id: 'harbour-news',
    title: 'Ministers talk herring in Gullport',
    publisher: 'Harbour News',
    url: 'https://example.org/herring',
    published: '2022-04-02',
    statements: [
      {
        id: 'harbour-news-s1',
        text: 'Eva Falk of Sudland met the Norland minister in Gullport on 1 April 2022.',
        date: '2022-04-01',
        entities: ['eva-falk', 'gullport'],
      },
      {
        id: 'harbour-news-s2',
        text: 'Falk asked members to make Sudish the second official language of the league.',
        entities: ['eva-falk'],
      },
    ],
    quotations: [],
    figures: [
      {
        id: 'harbour-news-f1',
        measure: 'share of herring in Sudland’s exports',
        value: 31.5,
        unit: 'percent',
        asOf: '2021',
      },
    ],
    entities: ['eva-falk', 'gullport', 'sudland'],
  };
}
