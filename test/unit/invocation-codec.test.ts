import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeInvocation, encodeInvocation } from '../../src/invocation-codec.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/);
const invocation = fc.record(
  {
    command: name,
    subcommand: name,
    options: fc.dictionary(name, fc.string({ unit: 'grapheme' }), { noNullPrototype: true }),
  },
  { requiredKeys: ['command', 'options'] },
);

describe('an invocation in a button', () => {
  test('is short enough to be read by a person', () => {
    expect(encodeInvocation({ command: 'onthisday', options: { date: '06-15', start: '5' } })).toBe(
      'onthisday?date=06-15&start=5',
    );
    expect(encodeInvocation({ command: 'digest', subcommand: 'pause', options: { id: 'd-4k2' } })).toBe(
      'digest/pause?id=d-4k2',
    );
    expect(encodeInvocation({ command: 'status', options: {} })).toBe('status');
  });

  test('any invocation comes back the same: signs, spaces, line breaks and other scripts too', () => {
    fc.assert(
      fc.property(invocation, (given) => {
        expect(decodeInvocation(encodeInvocation(given as Parameters<typeof encodeInvocation>[0]))).toEqual(
          given,
        );
      }),
      { numRuns: 500 },
    );
    const signs = { command: 'ask', options: { question: 'a&b=c?d/e+f %20\n"«東京»' } };
    expect(decodeInvocation(encodeInvocation(signs))).toEqual(signs);
  });

  test.each([
    '',
    ' ',
    '?a=b',
    '/x',
    'Ask?x=1',
    'ask me',
    'ask/',
    'ask/list/all',
    '1ask',
    'ask\n',
    '<script>',
  ])('%j is none of ours', (encoded) => {
    expect(decodeInvocation(encoded)).toBeUndefined();
  });

  test('what somebody else wrote never throws and never touches a prototype', () => {
    fc.assert(fc.property(fc.string(), (encoded) => void decodeInvocation(encoded)));
    const read = decodeInvocation('ask?__proto__=x&constructor=y');
    expect(Object.entries(read?.options ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
