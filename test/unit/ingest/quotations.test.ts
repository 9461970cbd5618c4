import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/ingest/extract.ts';

const published = Temporal.PlainDate.from('2024-03-14');
const read = (text: string): readonly string[] =>
  extract({ text, published }, () => null).quotations.map(
    ({ text: said, direct, speaker, cue, addressee }) =>
      `${speaker?.text ?? '?'}${addressee === undefined ? '' : ` to ${addressee.text}`} ${cue?.text ?? '-'}${direct ? '' : ' that'} ${said}`,
  );

/** Protects: who speaks, by which word, and to whom. */
describe('what is said', () => {
  test.each<[string, ...string[]]>([
    ['“The road is open,” Ama Boateng said.', 'Ama Boateng said “The road is open,”'],
    ['“The road is open,” said Ama Boateng, who built it.', 'Ama Boateng said “The road is open,”'],
    ['"The road is open," she told reporters.', 'she to reporters told "The road is open,"'],
    [
      'Ama Boateng told Kofi Mensah: “The road is open.”',
      'Ama Boateng to Kofi Mensah told “The road is open.”',
    ],
    ['“It is late,” said a spokesman for the harbour.', 'a spokesman for the harbour said “It is late,”'],
    [
      '“We won,” Boateng said. “Nobody thought we could.”',
      'Boateng said “We won,”',
      'Boateng said “Nobody thought we could.”',
    ],
    ['“It is late,” according to Ama Boateng.', 'Ama Boateng according to “It is late,”'],
    ['Ama Boateng: “The road is open to all.”', 'Ama Boateng - “The road is open to all.”'],
    ['Ama Boateng said on Monday that the road was open.', 'Ama Boateng said that the road was open'],
    ['The road was open, Ama Boateng said.', 'Ama Boateng said that The road was open'],
    ['According to Ama Boateng, the road is open.', 'Ama Boateng According to that the road is open'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

/** Protects: single quoted words that nobody is said to have said, and plain sentences, are no quotations. */
describe('what nobody says', () => {
  test.each(['The “Gorilla” bar is closed.', 'The road is open.', 'A 12" pipe and a 14" pipe lay there.'])(
    '%s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

test('a quotation over two paragraphs keeps its speaker', () => {
  const text = '“We came early,” Ama Boateng said. “Nobody was there.\n\n“So we went home again.”';
  expect(read(text).every((line) => line.startsWith('Ama Boateng'))).toBe(true);
});

describe('who is meant', () => {
  const link = (_said: string, _kind: string, full: string) => full.toLowerCase().replaceAll(' ', '-');
  const last = (text: string) => extract({ text, published }, link).quotations.at(-1)?.speaker;

  test('a pronoun after the only person', () => {
    expect(last('Ama Boateng opened the road. “It is long,” she said.')).toMatchObject({
      text: 'she',
      entity: 'ama-boateng',
      name: 'Ama Boateng',
    });
  });

  test('an office that one person holds', () => {
    const text = 'Finance Minister Ama Boateng and Kofi Mensah came. “It is long,” the minister said.';
    expect(last(text)).toMatchObject({ text: 'the minister', entity: 'ama-boateng' });
  });

  test.each([
    ['two people', 'Ama Boateng and Esi Owusu met, and “It is long,” she said.'],
    [
      'two ministers',
      'Finance Minister Ama Boateng met Trade Minister Esi Owusu. “It is long,” the minister said.',
    ],
    ['nobody', '“It is long,” she said.'],
  ])('nobody is meant for sure: %s', (_why, text) => {
    expect(last(text)?.name).toBeUndefined();
  });
});
