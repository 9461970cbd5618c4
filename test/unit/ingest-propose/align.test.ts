import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/ingest/extract.ts';
import { createLink } from '../../../src/ingest/link-entities.ts';
import type { Extraction } from '../../../src/ingest/model.ts';
import { align } from '../../../src/ingest/propose/align.ts';
import { proposalSchema } from '../../../src/ingest/propose/proposal.ts';
import { known } from '../ingest-desk/desk-world.ts';

const text = `GULLPORT, May 4 (Agency) – Anna Varga opened the new quay on Tuesday. She thanked Piet Moss for the stones.

“We shall  not sail for nothing,” Orsk wrote in a letter. The owners, Lena Orsk said, would not sail on Monday. Brenland accused Norrland of dredging at night on Wednesday.

The quay is 240 metres long and cost 3.5 million crowns.`;
const link = createLink(known);
const found = extract({ text, published: Temporal.PlainDate.from('2023-05-04') }, link);
const bare: Extraction = { ...found, events: [], quotations: [], figures: [] };

const aligned = (proposal: object, against = bare) =>
  align(proposalSchema.parse(proposal), text, against, link);
const opening = {
  quote: 'Anna Varga opened the new quay on Tuesday',
  kind: 'institution',
  when: 'on Tuesday',
  participants: ['Anna Varga'],
};
const event = (more: object) => aligned({ events: [{ ...opening, ...more }] });

describe('an event that is proposed', () => {
  test('stands where its words stand, with the day that our own recogniser reads', () => {
    const { extras, dropped } = event({});
    expect(dropped).toEqual([]);
    expect(extras.events).toEqual([
      expect.objectContaining({
        title: 'Anna Varga opened the new quay on Tuesday',
        on: { start: '2023-05-02', precision: 'day' },
        participants: [{ name: 'Anna Varga', role: 'agent', entity: 'anna-varga' }],
        modality: 'asserted',
        proposed: true,
      }),
    ]);
  });
  test('may call somebody whom a pronoun there can only mean', () => {
    const { extras } = event({
      quote: 'Anna Varga opened the new quay on Tuesday. She thanked Piet Moss',
      participants: ['Piet Moss', 'Anna Varga'],
    });
    expect(extras.events).toHaveLength(1);
  });
  test.each<[string, object, RegExp]>([
    [
      'in other words',
      { quote: 'Anna Varga inaugurated the new quay on Tuesday' },
      /do not stand in the text/,
    ],
    ['cut within a word', { quote: 'nna Varga opened the new quay on Tuesday' }, /do not stand in the text/],
    [
      'in another script of its letters',
      { quote: 'Аnna Varga opened the new quay' },
      /do not stand in the text/,
    ],
    ['with a day that is not there', { when: '3 March 2021' }, /no date that stands there/],
    ['with words that are no date', { when: 'the new quay' }, /no date that stands there/],
    ['with the day of another sentence', { when: 'on Monday' }, /no date that stands there/],
    ['with somebody of another sentence', { participants: ['Lena Orsk'] }, /Lena Orsk is not named there/],
    [
      'with somebody who is nowhere',
      { participants: ['Anna Varga', 'Sergey Lavrov'] },
      /Sergey Lavrov is not/,
    ],
    ['with a place that is nowhere', { place: 'Goa' }, /Goa is not named there/],
    ['of too few words', { quote: 'opened' }, /too few/],
  ])('%s is dropped, and the drop told', (_, more, why) => {
    const { extras, dropped } = event(more);
    expect(extras.events).toEqual([]);
    expect(dropped).toEqual([expect.stringMatching(why)]);
  });
  test('that was found already is no second one', () => {
    const same = { ...bare, events: event({}).extras.events };
    expect(aligned({ events: [opening] }, same).dropped[0]).toMatch(/found already/);
  });
  test('is no fact where the sentence denies it, doubts it or puts it on somebody, whatever the model says', () => {
    const accused = event({
      quote: 'Brenland accused Norrland of dredging at night on Wednesday',
      when: 'on Wednesday',
      participants: ['Norrland'],
    });
    expect(accused.extras.events[0]?.modality).toBe('claimed');
    const denied = event({
      quote: 'would not sail on Monday',
      when: 'on Monday',
      participants: ['Lena Orsk'],
    });
    expect(denied.extras.events[0]).toMatchObject({ polarity: 'negative', modality: 'possible' });
  });
});

describe('what else is proposed', () => {
  test('words between quotation marks have to stand there so, said by whoever is named with them', () => {
    const said = { quote: 'We shall not sail for nothing', speaker: 'Orsk' };
    const { extras } = aligned({ quotations: [said] });
    expect(extras.quotations).toMatchObject([{ text: 'We shall  not sail for nothing', direct: true }]);
    for (const wrong of [
      { ...said, quote: 'We shall sail for nothing' },
      { ...said, quote: 'The quay is 240 metres long' },
      { ...said, speaker: 'Piet Moss the Elder' },
      { ...said, speaker: 'Brenland' },
    ])
      expect(aligned({ quotations: [wrong] }).extras.quotations).toEqual([]);
  });
  test('a number has to be that of the text, with its unit and what it measures', () => {
    const figure = { quote: '240 metres', value: 240, unit: 'metre', measure: 'quay' };
    expect(aligned({ figures: [figure] }).extras.figures).toMatchObject([{ text: '240 metres', value: 240 }]);
    for (const wrong of [
      { value: 420 },
      { unit: 'miles' },
      { measure: 'depth of the harbour' },
      { quote: '250 metres' },
    ])
      expect(aligned({ figures: [{ ...figure, ...wrong }] }).extras.figures).toEqual([]);
    const money = { quote: '3.5 million crowns', value: 3_500_000, unit: 'crowns', measure: 'quay' };
    expect(aligned({ figures: [money] }).extras.figures).toHaveLength(1);
  });
  test('a name has to stand in the text as one, and not be known', () => {
    const without = { ...bare, mentions: [] };
    expect(
      aligned({ names: [{ name: 'Lena Orsk', kind: 'person' }] }, without).extras.mentions,
    ).toMatchObject([{ name: 'Lena Orsk', kind: 'person', entity: null, proposed: true }]);
    for (const name of ['Lena Orskova', 'quay', 'ena Orsk'])
      expect(aligned({ names: [{ name, kind: 'person' }] }, without).extras.mentions).toEqual([]);
    expect(aligned({ names: [{ name: 'Anna Varga', kind: 'person' }] }).dropped[0]).toMatch(/found already/);
  });
  test('whatever is proposed, nothing is kept that does not stand in the text', () => {
    const piece = fc
      .oneof(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc
          .tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 60 }))
          .map(([at, length]) => text.slice(at, at + length)),
      )
      .filter((words) => words.trim() !== '');
    fc.assert(
      fc.property(piece, piece, piece, fc.integer(), (quote, who, when, value) => {
        const { extras } = aligned({
          events: [{ quote, kind: 'meeting', when, participants: [who], place: who }],
          names: [{ name: who, kind: 'person' }],
          quotations: [{ quote, speaker: who }],
          figures: [{ quote, value, unit: who.slice(0, 40), measure: when }],
        });
        for (const { start, end, text: said } of [
          ...extras.mentions,
          ...extras.quotations,
          ...extras.figures,
        ])
          expect(text.slice(start, end)).toBe(said);
        for (const { title, evidence } of extras.events)
          expect(text.slice(evidence.start, evidence.end).replace(/\s+/g, ' ')).toContain(title);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['no object', 'nonsense'],
  ['too many events', { events: Array.from({ length: 21 }, () => opening) }],
  ['a kind that is none', { events: [{ ...opening, kind: 'scandal' }] }],
  ['words without end', { events: [{ ...opening, quote: 'x'.repeat(5_000) }] }],
])('a proposal of %s is none', (_, proposal) => {
  expect(proposalSchema.safeParse(proposal).success).toBe(false);
});
