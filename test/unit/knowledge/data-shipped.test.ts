import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { coverage, daysOfYear } from '../../../scripts/coverage.ts';
import { deriveRelations } from '../../../src/answer/facts/derive.ts';
import { libraryOf } from '../../../src/answer/fetch.ts';
import { checkKnowledge, loadKnowledge } from '../../../src/knowledge/load.ts';
import { eventSchema, type KnowledgeData, type Relation } from '../../../src/knowledge/model.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';

const sco = 'shanghai-cooperation-organisation';
let data: KnowledgeData;
beforeAll(async () => {
  data = await loadKnowledge('data');
});

/** Whose relations of a kind run on a day; a relation ends before the day that another begins. */
const at = (kind: Relation['kind'], of: string, day: string): readonly string[] =>
  data.entities.flatMap((entity) =>
    entity.relations
      .filter((one) => one.kind === kind && one.of === of)
      .filter(({ from = '', to }) => from <= day && (to === undefined || to > day))
      .map(() => entity.id),
  );

describe('the shipped data', () => {
  test('passes its own check', async () => {
    const { faults, counts } = await checkKnowledge('data');
    expect(faults).toEqual([]);
    expect(counts.events).toBeGreaterThanOrEqual(960);
  });

  test('gives what lasts several days a title that holds on each of them', () => {
    const onlyTheFirst = /\b(begins?|starts?|arrives?|lands|gathers?|opens?)\b(?! with)/;
    const wrong = data.events.filter(
      ({ endDate, title }) => endDate !== undefined && onlyTheFirst.test(title),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('spells in one way: straight apostrophes, per cent, British', () => {
    const odd = /\p{L}’\p{L}|\bpercent\b|\b(?:defense|center|Kirghiz\w*|Turkey|recognize[sd]?)\b/u;
    const texts = data.events.flatMap(({ title, summary, note }) => [title, summary, note ?? '']);
    expect(texts.filter((text) => odd.test(text))).toEqual([]);
  });

  test('has something sure for every day of the year', () => {
    const report = coverage(data);
    expect(report.bare).toEqual([]);
    expect(report.covered).toBe(daysOfYear);
  });
});

test('the event of the manual can be pasted as it stands', async () => {
  const example = /```json\n( {3}\{[\s\S]*?)```/.exec(await readFile('docs/data.md', 'utf8'))?.[1] ?? '';
  const event = eventSchema.parse(JSON.parse(example));
  const known = new Set([...data.entities, ...data.events].map(({ id }) => id));
  expect(known.has(event.id)).toBe(false);
  for (const one of event.participants) if ('entity' in one) expect(known.has(one.entity)).toBe(true);
});

describe('relations', () => {
  test.each([
    ['2001-06-14', 0],
    ['2016-06-01', 6],
    ['2017-06-09', 8],
    ['2023-07-03', 8],
    ['2023-07-04', 9],
    ['2024-07-04', 10],
  ])('on %s the SCO had %i members', (day, count) => {
    expect(at('member of', sco, day)).toHaveLength(count);
  });

  test.each([
    ['2007-01-01', 'kyrgyzstan'],
    ['2012-01-01', 'china'],
    ['2015-01-01', 'russia'],
    ['2020-01-01', 'russia'],
    ['2023-05-04', 'india'],
    ['2026-01-01', 'kyrgyzstan'],
  ])('on %s the chair was held by %s and by nobody else', (day, holder) => {
    expect(at('chair of', sco, day)).toEqual([holder]);
  });

  test('since the first chair on record there has been one without a gap', () => {
    const terms = data.entities
      .flatMap(({ relations }) => relations.filter(({ kind, of }) => kind === 'chair of' && of === sco))
      .map(({ from = '', to = '' }) => [from, to] as const)
      .sort();
    for (const [index, [from]] of terms.entries()) {
      if (index > 0) expect(terms[index - 1]?.[1]).toBe(from);
    }
    expect(terms.length).toBeGreaterThan(20);
  });

  test.each([
    ['2005-01-01', 'zhang-deguang'],
    ['2017-03-01', 'rashid-alimov'],
    ['2023-05-04', 'zhang-ming'],
  ])('on %s the Secretariat was headed by %s', (day, head) => {
    expect(at('head of', 'sco-secretariat', day)).toEqual([head]);
  });

  test('nobody was member and observer, or observer and partner, at once', () => {
    for (const entity of data.entities) {
      const terms = entity.relations.filter(({ kind }) =>
        /^(member|observer|dialogue partner) of$/.test(kind),
      );
      for (const [index, { from = '' }] of terms.entries()) {
        if (index > 0) expect(`${entity.id} ${terms[index - 1]?.to}`).toBe(`${entity.id} ${from}`);
      }
    }
  });

  test('agree with what the events tell by themselves', async () => {
    const { library } = await libraryOf(memoryKnowledge(data), '');
    const recorded = new Set(
      data.entities.flatMap((entity) =>
        entity.relations.map(({ kind, from, to }) =>
          kind === 'chair of' ? `${entity.id} ${kind} ${from}` : `${entity.id} ${kind} ${from}–${to ?? ''}`,
        ),
      ),
    );
    // Events tell when a chair was taken; when it ended they tell only of those that they name.
    const derived = deriveRelations(library).map(({ subject, relation: { kind, from, to } }) =>
      kind === 'chair of' ? `${subject} ${kind} ${from}` : `${subject} ${kind} ${from}–${to ?? ''}`,
    );
    expect(derived.length).toBeGreaterThan(30);
    expect(derived.filter((each) => !recorded.has(each))).toEqual([]);
  });

  test('name an event or a page that shows them, unless they are how the body is built', () => {
    const bare = data.entities.flatMap(({ id, relations }) =>
      relations
        .filter(
          ({ kind, event, sources }) => kind !== 'part of' && event === undefined && sources === undefined,
        )
        .map(({ kind, of }) => `${id} ${kind} ${of}`),
    );
    expect(bare).toEqual([]);
  });
});
