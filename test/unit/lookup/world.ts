import { buildLibrary, type Library } from '../../../src/answer/library.ts';
import type { KnowledgeData, Quotation } from '../../../src/knowledge/model.ts';
import { entity, event } from '../../support/memory-knowledge.ts';
import { smallWorld } from '../answer/small-world.ts';

const said = (
  id: string,
  form: Quotation['form'],
  text: string,
  more: Partial<Quotation> = {},
): Quotation => ({
  id,
  form,
  text,
  speaker: { entity: 'eva-falk', role: 'speaker' },
  date: '2022-04-01',
  ...more,
});

/** The made-up league with what look-ups need beside: doubles of a name, words said, doubts, partial dates. */
export const lookupWorld: KnowledgeData = {
  entities: [
    ...smallWorld.entities,
    entity('olaf-berg', 'person', 'Olaf Berg', {
      country: 'Norland',
      roles: [
        { title: 'Defence Minister', organisation: 'Norland', from: '2012', to: '2016' },
        { title: 'President', organisation: 'Norland', from: '2016-05-01', to: '2020-04-30' },
      ],
    }),
    entity('ghost-town', 'place', 'Ghost Town'),
  ],
  events: [
    ...smallWorld.events,
    event('charter', '2003-05', 'The Lake League adopts a charter on ferries', 'Signed in Norhaven.', {
      topics: ['ferries'],
      place: { city: 'Norhaven', country: 'Norland' },
      note: 'One paper gives June.',
    }),
    event('storm', '2005', 'A storm closes Gullport', 'For a week.', {
      confidence: 'low',
      place: { city: 'Gullport', country: 'Sudland' },
    }),
    event('berg-visits', '2016-03-05', 'Olaf Berg visits Gullport', 'He met Carl Dahl.', {
      endDate: '2016-03-07',
      kind: 'visit',
      participants: [
        { entity: 'olaf-berg', role: 'visitor' },
        { entity: 'carl-dahl', role: 'host' },
      ],
      figures: [
        {
          id: 'berg-f1',
          measure: 'share of ferries built in Norland',
          value: 40,
          unit: 'percent',
          asOf: '2016-03',
        },
      ],
    }),
    event('berg-sworn', '2016-05-01', 'Olaf Berg becomes president of Norland', 'In Norhaven.', {
      kind: 'appointment',
      participants: [{ entity: 'olaf-berg', role: 'subject' }],
    }),
    event('summit-planned', '2023-06', 'Lake League summit due in Norhaven', 'Announced in April.', {
      status: 'announced',
      kind: 'summit',
    }),
  ],
  articles: smallWorld.articles.map((article) => ({
    ...article,
    quotations: [
      said('q-direct', 'direct', 'Herring is not a bargaining chip', {
        addressee: { entity: 'olaf-berg', role: 'participant' },
        cue: 'told',
        attribution: 'as Harbour Radio reported',
        occasion: 'talks in Gullport',
      }),
      said('q-sense', 'paraphrase', 'Quotas should be settled before winter.', { cue: 'described' }),
    ],
  })),
};

/** The same, indexed. */
export const lookupLibrary = (): Library =>
  buildLibrary(lookupWorld.entities, [
    ...lookupWorld.events.map((each) => ({ type: 'event', event: each }) as const),
    ...lookupWorld.articles.map((article) => ({ type: 'article', article }) as const),
  ]);
