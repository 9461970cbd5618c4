import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/answer/library.ts';
import { drawingsOf } from '../../../src/briefing/press.ts';
import type { KnowledgeData } from '../../../src/knowledge/model.ts';
import { dateWords } from '../../../src/text/date-words.ts';
import { headingsIn, quotesOf, statementsOf } from '../../support/briefing/briefing-facts.ts';
import { fileOn, shippedLibrary } from '../../support/briefing/shipped.ts';

// Protects the promise of a briefing: every sentence has evidence that stands in the data, and every quotation is verbatim.

let data: KnowledgeData;
let library: Library;
/** Everything that the data says, in its own words. */
let held: ReadonlySet<string>;
beforeAll(async () => {
  ({ data, library } = await shippedLibrary());
  held = new Set([
    ...library.units.map((unit) => unit.text),
    ...data.events.map((event) => event.title),
    ...data.articles.map((article) => article.title),
    ...data.entities.map((entity) => `${entity.name}: ${entity.description}`),
    ...data.entities.map((entity) => entity.description),
  ]);
});

const topics = [
  ['Goa meeting', 'full'],
  ['Goa meeting', 'short'],
  ['India and the SCO', 'full'],
  ['Mongolia', 'full'],
  ['Jaishankar', 'full'],
  ['SCO', 'full'],
  ['trade', 'full'],
] as const;

describe.each(topics)('a briefing on %s (%s)', (topic, length) => {
  it('cites evidence for every sentence, and every number leads to a source', () => {
    const briefing = fileOn(topic, library, length);
    const said = statementsOf(briefing);
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter(({ cites }) => cites.length === 0)).toEqual([]);
    const numbers = said.flatMap(({ cites }) => cites);
    expect(numbers.filter((number) => briefing.sources[number - 1] === undefined)).toEqual([]);
    expect(new Set(numbers).size).toBe(briefing.sources.length);
  });
  it('rests on sources that say what the data says, with a publisher', () => {
    for (const source of fileOn(topic, library, length).sources) {
      expect([source.statement, held.has(source.statement)]).toEqual([source.statement, true]);
      expect(source.publisher).not.toBe('');
    }
  });
  it('tells what stands in the records it cites', () => {
    const briefing = fileOn(topic, library, length);
    for (const { heading, text, cites } of statementsOf(briefing)) {
      if (heading === 'Who' || / and the .*: (?:member|observer|dialogue partner) /.test(text)) continue;
      const cited = cites.map((number) => briefing.sources[number - 1]?.statement ?? '');
      const matched = cited.some(
        (statement) => text.includes(statement) || text.includes(measureOf(statement)),
      );
      expect([text, matched]).toEqual([text, true]);
    }
  });
  it('sets nothing between quotation marks of its own but words of a source', () => {
    const verbatim = new Set(
      library.units.flatMap(({ source }) =>
        source.type === 'quotation' && source.quotation.form === 'direct' ? [source.quotation.text] : [],
      ),
    );
    for (const quote of quotesOf(fileOn(topic, library, length))) expect(verbatim.has(quote)).toBe(true);
  });
  it('names people in pictures who are in the data, and says their numbers in words', () => {
    for (const drawing of drawingsOf(fileOn(topic, library, length))) {
      if (drawing.type === 'timeline')
        for (const mark of drawing.marks) expect(held.has(mark.label)).toBe(true);
      if (drawing.type === 'counts')
        for (const { date, count } of drawing.bars)
          if (count > 0) expect(drawing.alt).toContain(`${dateWords(date)}: ${count}`);
      if (drawing.type === 'meetings')
        for (const { one, other, count } of drawing.pairs)
          expect(drawing.alt).toContain(`${drawing.names[one]} and ${drawing.names[other]}: ${count}`);
    }
  });
});

/** What a figure measures, which a table has in a cell of its own. */
const measureOf = (statement: string): string => statement.split(': ')[0] ?? statement;

describe('the sections', () => {
  it('stand in their order; those without anything are left out and named', () => {
    const goa = fileOn('Goa meeting', library);
    expect(headingsIn(goa)).toEqual([
      'In one line',
      'What happened',
      'Who',
      'What was said',
      'Numbers',
      'Agreed and disputed',
      'Background',
      'What the desk does not know',
    ]);
    expect(goa.leftOut).toEqual(['On this day this week']);
  });
  it('tell what came before a period as background, and not within it', () => {
    const briefing = fileOn('India', library, 'full', { from: '2023-01-01', until: '2023-12-31' });
    const background = statementsOf(briefing).filter(({ heading }) => heading === 'Background');
    expect(background.some(({ text }) => text.includes('India and Pakistan become full SCO members'))).toBe(
      true,
    );
    const happened = statementsOf(briefing).filter(({ heading }) => heading === 'What happened');
    for (const { text } of happened) expect(text).toMatch(/2023/);
  });
  it('tell how a country that is named stands to the organisation that is named', () => {
    const said = statementsOf(fileOn('India and the SCO', library)).map(({ text }) => text);
    expect(said.join('\n')).toMatch(
      /India and the SCO: observer from 5 July 2005 to \S+ June 2017, member since 9 June 2017\./,
    );
  });
  it('do not make a short briefing as long as a full one', () => {
    const count = (length: 'short' | 'full') =>
      statementsOf(fileOn('India and the SCO', library, length)).length;
    expect(count('short')).toBeLessThan(count('full') / 2);
  });
});

describe('the edition', () => {
  it('is the same for the same subject, period, length and data, whatever it was called', () => {
    const id = fileOn('SCO', library).edition.id;
    expect(fileOn('Shanghai Cooperation Organisation', library).edition.id).toBe(id);
    expect(fileOn('SCO', library, 'short').edition.id).not.toBe(id);
    expect(fileOn('SCO', library, 'full', { from: '2023-01-01' }).edition.id).not.toBe(id);
    expect(fileOn('India', library).edition.id).not.toBe(id);
  });
});
