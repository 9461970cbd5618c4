import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from '../../../src/text/tokens.ts';

const texts = (text: string): readonly string[] => tokenise(text).map(({ text: said }) => said);

/** Protects: words are found by plain letters or by a pattern, and both cut the same way. */
test.each<[string, ...string[]]>([
  ['A plain line, with a stop.', 'A', 'plain', 'line', 'with', 'a', 'stop'],
  ['The U. S. Army and the U.N. met', 'The', 'U. S.', 'Army', 'and', 'the', 'U.N.', 'met'],
  ['co-founded, US-based and Israel’s', 'co-founded', 'US', 'and', 'Israel'],
  ['Zoë met Ángel in Curaçao.', 'Zoë', 'met', 'Ángel', 'in', 'Curaçao'],
  ['1,700 men at 15:30 for 5bn', '1,700', 'men', 'at', '15:30', 'for', '5bn'],
  ['the victim’ s name, the s of it', 'the', 'victim', 'name', 'the', 's', 'of', 'it'],
  ['', ...[]],
  ['… — “”!'],
])('%s', (text, ...expected) => {
  expect(texts(text)).toEqual(expected);
});

test('every word stands where it says, whatever was read before', () => {
  const piece = fc.constantFrom(
    'Alpha',
    'alpha',
    'beta',
    'U.S.',
    'x',
    "it's",
    'é',
    ' ',
    ', ',
    '\n',
    '.',
    '-',
    '’s',
    '12',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { text: said, start, end, lower, capital } of tokenise(text)) {
        expect(text.slice(start, end)).toBe(said);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(lower).toBe(said.replaceAll(' ', '').toLowerCase());
        expect(capital).toBe(/^\p{Lu}/u.test(said));
        last = end;
      }
    }),
  );
});
