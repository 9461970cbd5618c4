import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineCommand, defineGroup, type OptionSpecs } from '../../src/command.ts';
import { notice } from '../../src/document/build.ts';
import { ReaderError } from '../../src/errors.ts';
import { findAction, parseOptions, shorten } from '../../src/options.ts';
import { messageOf, oneSentence } from '../support/one-sentence.ts';

const run = async () => notice('done');
const specs = {
  date: { type: 'text', about: 'a day such as 15 June', required: true },
  size: { type: 'integer', about: 'most items' },
  weekends: { type: 'boolean', about: 'on weekends too' },
  order: { type: 'text', about: 'which first', choices: ['new', 'old'] },
  start: { type: 'integer', about: 'first item', hidden: true },
} as const satisfies OptionSpecs;
const parse = (options: Record<string, string>) => parseOptions({ command: 'onthisday', options }, specs);

describe('parseOptions', () => {
  test('gives each value its declared type and leaves out what was not given', () => {
    expect(parse({ date: ' 15 June ', size: '5', weekends: 'yes', order: 'old' })).toEqual({
      date: '15 June',
      size: 5,
      weekends: true,
      order: 'old',
    });
    expect(parse({ date: 'today' })).toEqual({ date: 'today' });
  });

  test.each([
    ['true', true],
    ['YES', true],
    ['on', true],
    ['1', true],
    ['no', false],
    ['False', false],
    ['off', false],
    ['0', false],
  ])('reads %s as yes or no', (typed, value) => {
    expect(parse({ date: 'x', weekends: typed })).toMatchObject({ weekends: value });
  });

  test('a hidden option may be set: buttons do', () => {
    expect(parse({ date: 'x', start: '-3' })).toMatchObject({ start: -3 });
  });

  test.each([
    ['a missing required option', {}, 'needs date: a day such as 15 June'],
    ['a required option of spaces', { date: '  ' }, 'needs date'],
    [
      'an unknown option',
      { date: 'x', colour: 'red' },
      'no option “colour”; it takes date, size, weekends, order.',
    ],
    ['an option named like a built-in', { date: 'x', constructor: 'y' }, 'no option “constructor”'],
    ['a number in words', { date: 'x', size: 'five' }, 'size is a whole number such as 5, not “five”'],
    ['a fraction', { date: 'x', size: '1.5' }, 'whole number'],
    ['a number too long to be exact', { date: 'x', size: '12345678901234567890' }, 'whole number'],
    ['maybe', { date: 'x', weekends: 'maybe' }, 'weekends is yes or no, not “maybe”'],
    ['a value that is no choice', { date: 'x', order: 'NEW' }, 'order is one of new, old, not “NEW”'],
  ])('%s is one sentence that says what to type', (_, options, said) => {
    const message = messageOf(() => parse(options as Record<string, string>), ReaderError);
    expect(message).toContain(said);
    expect(message).toMatch(oneSentence);
    expect(message).not.toContain('start');
  });

  test('whatever is typed, it is read or refused in one short sentence', () => {
    const typed = fc.dictionary(
      fc.oneof(fc.constantFrom(...Object.keys(specs)), fc.string()),
      fc.oneof(fc.string(), fc.constantFrom('5', 'yes', 'new')),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(typed, (options) => {
        try {
          const read = parse(options);
          expect(Object.keys(read).every((name) => Object.hasOwn(specs, name))).toBe(true);
          expect(typeof read.date).toBe('string');
        } catch (fault) {
          expect(fault).toBeInstanceOf(ReaderError);
        }
      }),
    );
  });
});

describe('findAction', () => {
  const group = defineGroup({
    name: 'digest',
    about: 'Digests',
    examples: [],
    subcommands: { create: { about: 'a', options: {}, run }, list: { about: 'b', options: {}, run } },
  });

  test('finds the only action of a command, and the subcommand that was named', () => {
    const single = defineCommand({ name: 'who', about: 'c', examples: [], options: {}, run });
    expect(findAction(single, undefined).about).toBe('c');
    expect(findAction(group, 'list').about).toBe('b');
  });

  test.each([undefined, '', 'remove', 'constructor', '__proto__', 'toString'])(
    'subcommand %j is not there: the sentence names those that are',
    (name) => {
      const message = messageOf(() => findAction(group, name), ReaderError);
      expect(message).toBe('Say what to do: type /digest and one of create, list.');
    },
  );
});

describe('shorten', () => {
  test('cuts between graphemes, never inside one', () => {
    expect(shorten('👩‍👩‍👧‍👦'.repeat(5), 3)).toBe(`${'👩‍👩‍👧‍👦'.repeat(2)}…`);
    expect(shorten('café', 4)).toBe('café');
  });
});
