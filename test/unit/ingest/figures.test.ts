import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/ingest/recognise/dates.ts';
import { findFigures } from '../../../src/ingest/recognise/figures.ts';

const published = Temporal.PlainDate.from('2024-03-14');
const read = (text: string): readonly string[] =>
  findFigures(text, findDates(text, published)).map(
    (figure) => `${figure.text} = ${figure.value} ${figure.unit}`,
  );

/** Protects: the number, its scale and its unit. */
describe('what is a figure', () => {
  test.each<[string, ...string[]]>([
    ['It cost $5.2 million.', '$5.2 million = 5200000 US dollar'],
    ['It cost 300 euros.', '300 euros = 300 euro'],
    ['It cost Rs 20 crore.', 'Rs 20 crore = 200000000 rupee'],
    ['Output fell by 3.5 percent.', '3.5 percent = 3.5 percent'],
    ['Output fell by 12% to 7%.', '12% = 12 percent', '7% = 7 percent'],
    ['It is 1,250 km long.', '1,250 km = 1250 kilometre'],
    ['At least 82 people were killed.', '82 people = 82 people'],
    ['Twenty-four houses burned.', 'Twenty-four houses = 24 houses'],
    ['The talk took an hour and a half.', 'an hour and a half = 90 minute'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('it says what it measures', () => {
    const [killed] = findFigures('At least 82 people were killed.', []);
    expect(killed?.measure).toBe('people killed');
    expect(findFigures('They shipped 30,000 tonnes of grain.', [])[0]?.measure).toBe('grain');
  });
});

describe('what is none', () => {
  test.each(['In 1999 it rained.', 'Room 12 is empty.', 'It is no. 1 in B2C.'])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
