import type { DataFile, FileKind, Parsed } from '../../../src/knowledge/parse.ts';
import { parseKnowledge } from '../../../src/knowledge/parse.ts';

const source = { publisher: 'Gazette', title: 'Report', url: 'https://example.org/report' };

/** Records as they stand in a file: right as they are, changed by a test. */
export const rightEvent = {
  id: 'founding',
  date: '2001-06-15',
  title: 'Six states found the organisation',
  summary: 'In Shanghai.',
  kind: 'summit',
  participants: [{ entity: 'china', role: 'host' }, { name: 'A delegate' }],
  confidence: 'high',
  sources: [source],
};
export const rightArticle = {
  id: 'report',
  title: 'Twenty years on',
  published: '2021-06-15',
  statements: [{ id: 'report-s1', text: 'It was founded in 2001.', entities: ['china'], event: 'founding' }],
  quotations: [
    { id: 'report-q1', form: 'direct', text: 'A good day', speaker: { entity: 'china' }, date: '2001-06-15' },
  ],
  figures: [{ id: 'report-f1', measure: 'members', value: 6, unit: 'state', asOf: '2001' }],
};
export const rightEntity = {
  id: 'china',
  kind: 'country',
  name: 'China',
  aliases: ['PRC'],
  description: 'A country.',
  relations: [{ kind: 'founder of', of: 'sco', from: '2001-06-15', event: 'founding' }],
};
export const otherEntity = { id: 'sco', kind: 'organisation', name: 'SCO', description: 'An organisation.' };

/** What a test puts in the place of the right records; a string stands for the text of the file. */
export interface Changes {
  readonly events?: readonly object[] | string;
  readonly article?: object | string;
  readonly entities?: readonly object[] | string;
}

const file = (kind: FileKind, name: string, content: object | string): DataFile => ({
  file: name,
  kind,
  text: typeof content === 'string' ? content : JSON.stringify(content),
});

export const files = (changes: Changes = {}): readonly DataFile[] => {
  const { events = [rightEvent], article = rightArticle, entities = [rightEntity, otherEntity] } = changes;
  return [
    file('chronology', 'chronology/2001.json', typeof events === 'string' ? events : { events }),
    file('article', 'articles/report.json', article),
    file('entities', 'entities/all.json', typeof entities === 'string' ? entities : { entities }),
  ];
};

/** The faults of data with these changes, one line each without the reason's details. */
export const parseWith = (changes: Changes): Parsed => parseKnowledge(files(changes));
