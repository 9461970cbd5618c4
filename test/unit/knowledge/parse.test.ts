import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseKnowledge } from '../../../src/knowledge/parse.ts';
import {
  type Changes,
  files,
  otherEntity,
  parseWith,
  rightArticle,
  rightEntity,
  rightEvent,
} from './small-data.ts';

function faultsOf(changes: Changes): readonly string[] {
  const parsed = parseWith(changes);
  return parsed.ok ? [] : parsed.faults.map(({ file, field, reason }) => `${file} ${field}: ${reason}`);
}
const event = (change: object): Changes => ({ events: [{ ...rightEvent, ...change }] });
const article = (change: object): Changes => ({ article: { ...rightArticle, ...change } });
const entity = (change: object): Changes => ({ entities: [{ ...rightEntity, ...change }, otherEntity] });
const place = 'chronology/2001.json events[0]';

describe('right data', () => {
  test('passes, with its defaults filled in', () => {
    const parsed = parseWith({});
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    expect(parsed.data.events[0]).toMatchObject({ status: 'held', topics: [], quotations: [] });
    expect(parsed.data.events[0]?.participants[1]).toEqual({ name: 'A delegate', role: 'participant' });
    expect(parsed.data.articles).toHaveLength(1);
  });

  test('is in the same order whatever the order of the files', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...files()], { minLength: 3 }), (shuffled) => {
        expect(parseKnowledge(shuffled)).toEqual(parseWith({}));
      }),
      { numRuns: 10 },
    );
  });

  test('the schema that an editor reads is not a field of the record', () => {
    const parsed = parseWith(article({ $schema: '../schema/article.json' }));
    expect(parsed.ok && Object.keys(parsed.data.articles[0] ?? {})).not.toContain('$schema');
  });

  test.each(['2001', '2001-06', '2024-02-29'])('a date may be as coarse as its source: %s', (date) => {
    expect(faultsOf(event({ date }))).toEqual([]);
  });

  test('a role may be known by its end alone', () => {
    expect(faultsOf(entity({ roles: [{ title: 'Chair', to: '1971' }] }))).toEqual([]);
  });

  test('a period may end in the year that its month lies in', () => {
    expect(faultsOf(event({ date: '2001-06-15', endDate: '2001' }))).toEqual([]);
  });
});

describe('each fault is told with file, field and what to write', () => {
  test.each<[string, Changes, string]>([
    ['a missing field', event({ title: undefined }), `${place}.title: is missing, write text between`],
    ['a wrong type', event({ topics: 'trade' }), `${place}.topics: "trade" has the wrong type, write a list`],
    ['an empty text', event({ summary: '  ' }), `${place}.summary: is empty, write some text`],
    ['an empty list', event({ sources: [] }), `${place}.sources: is empty, write at least one`],
    [
      'an unknown kind',
      event({ kind: 'party' }),
      `${place}.kind: "party" is not known, write one of: anniversary`,
    ],
    ['an unknown field', event({ titel: 'x' }), `${place}.titel: no such field`],
    [
      'a date in words',
      event({ date: '15 June 2001' }),
      `${place}.date: "15 June 2001" cannot be read, write 2023-05-04`,
    ],
    [
      'a day that is not in the calendar',
      event({ date: '2023-02-29' }),
      `${place}.date: "2023-02-29": no such date`,
    ],
    ['a month 13', event({ date: '2023-13' }), `${place}.date: "2023-13": no such date`],
    [
      'an id with capitals',
      event({ id: 'Founding' }),
      `${place}.id: "Founding" cannot be read, write lower-case`,
    ],
    [
      'an address that is no link',
      event({ sources: [{ publisher: 'P', title: 'T', url: 'javascript:alert(1)' }] }),
      `${place}.sources[0].url: "javascript:alert(1)" is not a web address`,
    ],
    [
      'a participant without a name',
      event({ participants: [{ role: 'host' }] }),
      `${place}.participants[0]: write either { "entity": "an-id" } or { "name": "A name" }`,
    ],
    [
      'a participant with both',
      event({ participants: [{ entity: 'china', name: 'China' }] }),
      `${place}.participants[0]: write either`,
    ],
    [
      'a participant with an unknown role',
      event({ participants: [{ entity: 'china', role: 'guest' }] }),
      `${place}.participants[0].role: "guest" is not known`,
    ],
    [
      'an unknown entity',
      event({ participants: [{ entity: 'narnia' }] }),
      `${place}.participants[0].entity: there is no entity narnia`,
    ],
    [
      'a period that ends before it starts',
      event({ endDate: '2001-06-14' }),
      `${place}.endDate: 2001-06-14 is before 2001-06-15`,
    ],
    [
      'an article without statements',
      article({ statements: [] }),
      'articles/report.json statements: is empty',
    ],
    [
      'a statement of an unknown event',
      article({ statements: [{ id: 's', text: 't', event: 'gone' }] }),
      'articles/report.json statements[0].event: there is no event gone',
    ],
    [
      'a statement that ends without a date',
      article({ statements: [{ id: 's', text: 't', endDate: '2001' }] }),
      'articles/report.json statements[0].endDate: 2001 ends what has no date, write the date too',
    ],
    [
      'an unknown speaker',
      article({ quotations: [{ ...rightArticle.quotations[0], speaker: { entity: 'nobody' } }] }),
      'articles/report.json quotations[0].speaker.entity: there is no entity nobody',
    ],
    [
      'a figure in words',
      article({ figures: [{ ...rightArticle.figures[0], value: 'six' }] }),
      'articles/report.json figures[0].value: "six" has the wrong type, write a number without quotation marks',
    ],
    [
      'a relation to nothing',
      entity({ relations: [{ kind: 'member of', of: 'un' }] }),
      'entities/all.json entities[0].relations[0].of: there is no entity un',
    ],
    [
      'a role that ends early',
      entity({ roles: [{ title: 'x', from: '2002', to: '2001' }] }),
      'entities/all.json entities[0].roles[0].to: 2001 is before 2002',
    ],
    [
      'an id used twice',
      event({ id: 'china' }),
      'entities/all.json entities[0].id: china is used twice, first in chronology/2001.json',
    ],
    [
      'a file that is not JSON',
      { article: '{"id": ' },
      'articles/report.json : is not JSON, mend it where it says',
    ],
    ['a file that is a list', { article: '[]' }, 'articles/report.json : holds no record'],
    ['a file without its list', { events: '{}' }, 'chronology/2001.json events: is missing, write a list'],
    [
      'a file with more than its list',
      { entities: JSON.stringify({ entities: [rightEntity, otherEntity], more: 1 }) },
      'entities/all.json more: no such field',
    ],
  ])('%s', (_, changes, said) => {
    const faults = faultsOf(changes);
    expect(faults.filter((fault) => fault.startsWith(said))).toHaveLength(1);
    for (const fault of faults) expect(fault).toMatch(/ .*(write|mend|leave it out)/);
    for (const fault of faults) expect(fault.endsWith('.')).toBe(false);
  });

  test('a name of two entities of a kind is told, until both declare that they share it', () => {
    const one = { ...otherEntity, id: 'one', name: 'Council', kind: 'organisation' };
    const two = { ...otherEntity, id: 'two', name: 'Board', aliases: ['council'] };
    const all = (more: object) => ({
      entities: [rightEntity, otherEntity, { ...one, ...more }, { ...two, ...more }],
    });
    expect(faultsOf(all({}))).toEqual([
      'entities/all.json entities[3].aliases[0]: “council” is not clear: one has it too, write it in "sharedNames" of both or leave it out of one',
    ]);
    expect(faultsOf(all({ sharedNames: ['Council'] }))).toEqual([]);
    expect(faultsOf({ entities: [rightEntity, otherEntity, one, { ...two, kind: 'place' }] })).toEqual([]);
  });

  test('the record that a fault is in is named, so that it is found without counting', () => {
    const parsed = parseWith(event({ kind: 'party' }));
    expect(parsed.ok ? [] : parsed.faults.map(({ record }) => record)).toEqual(['founding']);
  });
});

describe('all faults at once', () => {
  test('a fault in one file hides none in another, nor a second one in the same record', () => {
    const faults = faultsOf({
      events: [{ ...rightEvent, title: '', kind: 'party' }],
      article: { ...rightArticle, published: '2021-02-30' },
      entities: [{ ...rightEntity, name: 5 }, otherEntity],
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      `${place}.title`,
      `${place}.kind`,
      'articles/report.json published',
      'entities/all.json entities[0].name',
    ]);
  });

  test('a reference to a record that cannot be read is no second fault', () => {
    expect(faultsOf(event({ kind: 'party' }))).toHaveLength(1);
    expect(faultsOf(entity({ name: '' }))).toHaveLength(1);
  });

  test('any damage to one value is told, or harmless, and never throws', () => {
    const right = JSON.stringify({ events: [rightEvent] });
    const spots = [...right.matchAll(/"[^"]*"/g)].map(({ index, 0: text }) => ({ index, text }));
    const damage = fc.oneof(
      fc.constant('null'),
      fc.constant('[]'),
      fc.constant('{}'),
      fc.constant('7'),
      fc.string().map((text) => JSON.stringify(text)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...spots), damage, (spot, put) => {
        const text = right.slice(0, spot.index) + put + right.slice(spot.index + spot.text.length);
        const parsed = parseWith({ events: text });
        if (!parsed.ok)
          for (const { file, reason } of parsed.faults) expect([file, reason]).not.toContain('');
      }),
      { numRuns: 200 },
    );
  });
});
