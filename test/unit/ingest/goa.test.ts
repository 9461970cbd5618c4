import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/ingest/extract.ts';
import { createLink } from '../../../src/ingest/link-entities.ts';
import { readHeaderDate } from '../../../src/ingest/recognise/dateline.ts';

/** The article that the desk was first asked to understand; it lies beside the project and not in it. */
const file = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'seed', 'goa-2023-05-04.txt');
const known = ['countries', 'organisations', 'people', 'places'].flatMap(
  (name) =>
    JSON.parse(
      readFileSync(join(import.meta.dirname, '..', '..', '..', 'data', 'entities', `${name}.json`), 'utf8'),
    ).entities,
);

describe.skipIf(!existsSync(file))('the article of 4 May 2023', () => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const published = readHeaderDate(text) ?? Temporal.PlainDate.from('1970-01-01');
  const record = extract({ text, published }, createLink(known));
  const of = (kind: string) => record.events.filter((event) => event.kind === kind);
  const names = (kind: string, index = 0) => of(kind)[index]?.participants.map(({ name }) => name) ?? [];

  test('is dated by its header', () => expect(record.published).toBe('2023-05-04'));

  test('both ministers have their offices and are known', () => {
    const office = (entity: string) =>
      record.mentions.find((mention) => mention.entity === entity && mention.title !== undefined)?.title;
    expect(office('sergey-lavrov')).toBe('Russian Foreign Minister');
    expect(office('s-jaishankar')).toBe('External Affairs Minister');
  });

  test('the main event is their meeting', () => {
    expect(record.events[0]).toMatchObject({
      kind: 'meeting',
      on: { start: '2023-05-04', precision: 'day' },
      place: 'Goa',
    });
    expect(names('meeting')).toEqual(['Sergey Lavrov', 'S Jaishankar']);
  });

  test('the council’s main session is on the next day', () => {
    expect(of('session').map(({ on, modality }) => [on?.start, modality])).toContainEqual([
      '2023-05-05',
      'planned',
    ]);
  });

  test('the accusation is of the day before, and a claim', () => {
    expect(of('accusation')[0]).toMatchObject({
      on: { start: '2023-05-03' },
      modality: 'claimed',
      attribution: 'Russia',
    });
    expect(names('accusation')).toEqual(['Russia', 'Ukraine']);
  });

  test('the founding has its year, place and six founders', () => {
    expect(of('founding')[0]).toMatchObject({ on: { start: '2001', precision: 'year' }, place: 'Shanghai' });
    expect(names('founding').slice(1)).toEqual([
      'Russia',
      'China',
      'Kyrgyz Republic',
      'Kazakhstan',
      'Tajikistan',
      'Uzbekistan',
    ]);
  });

  test('India and Pakistan joined in 2017', () => {
    expect(of('accession')[0]).toMatchObject({ on: { start: '2017', precision: 'year' } });
    expect(names('accession')).toEqual(['India', 'Pakistan']);
  });

  test('both quotations are Lavrov’s', () => {
    const said = record.quotations.filter(({ speaker }) => speaker?.entity === 'sergey-lavrov');
    expect(said.map(({ direct }) => direct)).toEqual([false, true]);
    expect(said[1]?.addressee?.entity).toBe('s-jaishankar');
  });

  test('the hour and a half is 90 minutes', () => {
    expect(record.dates.map(({ value }) => value)).toContain('PT1H30M');
    expect(record.figures).toContainEqual(expect.objectContaining({ value: 90, unit: 'minute' }));
  });
});
