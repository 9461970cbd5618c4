import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/ingest/recognise/dates.ts';
import { findMentions } from '../../../src/ingest/recognise/mentions.ts';
import { tokenise } from '../../../src/text/tokens.ts';

const published = Temporal.PlainDate.from('2024-03-14');
const mentions = (text: string) => findMentions(text, tokenise(text), findDates(text, published), () => null);
const read = (text: string): readonly string[] =>
  mentions(text)
    .filter(({ kind }) => kind !== 'other')
    .map(({ kind, text: said }) => `${kind}: ${said}`);

/** Protects: names are found whole, without their titles, and of the right kind. */
describe('what is a name', () => {
  test.each<[string, ...string[]]>([
    ['Foreign Minister Ama Boateng landed in Lusaka.', 'person: Ama Boateng', 'place: Lusaka'],
    ['The film shows Peru and Chile.', 'country: Peru', 'country: Chile'],
    ['He joined the Ministry of Health and Water.', 'organisation: Ministry of Health and Water'],
    [
      'He joined the Northern Ferry Company (NFC) last year.',
      'organisation: Northern Ferry Company',
      'organisation: NFC',
    ],
    ['Police in Gulu district arrested Moses Otim, 34, at noon.', 'place: Gulu', 'person: Moses Otim'],
    ['US President Lena Moritz spoke to Kenyan reporters.', 'country: US', 'person: Lena Moritz'],
    ['It lies in the village of Marbach.', 'place: Marbach'],
    ['The ship passed Lake Veskar and the Orvo River.', 'place: Lake Veskar', 'place: Orvo River'],
    ['Sheikh Tamim bin Rashid Al Marri opened the hall.', 'person: Tamim bin Rashid Al Marri'],
    ['The clerk told the Windhoek Magistrate’s Court so.', 'organisation: Windhoek Magistrate’s Court'],
    ['The clerk told the Windhoek Magistrate’ s Court so.', 'organisation: Windhoek Magistrate’ s Court'],
    ['Nobody at the Prime Minister’s Office knew.', 'organisation: Prime Minister’s Office'],
    ['Kenya’s President Lena Moritz spoke.', 'country: Kenya', 'person: Lena Moritz'],
    ['Veltrix Ltd sold its mine to the firm Darnoc.', 'organisation: Veltrix Ltd', 'organisation: Darnoc'],
    ['FBI Director Carla Munoz resigned.', 'organisation: FBI', 'person: Carla Munoz'],
    ['“We are late,” said Dervla, who drove the bus.', 'person: Dervla'],
    ['Ursula Brandt won. Later Brandt wept.', 'person: Ursula Brandt', 'person: Brandt'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

/** Protects: capitals that only begin a sentence, name an office, a day or a people are not taken for names. */
describe('what is no name', () => {
  test.each([
    'The meeting was long. However, nobody left.',
    'The Prime Minister said nothing.',
    'Rescuers worked until Friday, then until May.',
    'Residents fled. Officials stayed.',
    'He paid US $50 for it.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('a later surname stands for the full name, with the office where it was said', () => {
  const found = mentions('Finance Minister Oda Lindqvist arrived. Ms Lindqvist smiled.');
  expect(found.map(({ name, title }) => [name, title])).toEqual([
    ['Oda Lindqvist', 'Finance Minister'],
    ['Oda Lindqvist', 'Ms'],
  ]);
});
