import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineCommand, defineGroup } from '../../src/command.ts';
import { readArguments, readLine } from '../../src/command-line.ts';
import { notice } from '../../src/document/build.ts';
import { ReaderError } from '../../src/errors.ts';
import { findAction } from '../../src/options.ts';
import { typedForm } from '../../src/platforms/console/read-typed.ts';
import { messageOf, oneSentence } from '../support/one-sentence.ts';

const run = async () => notice('done');
const word = (about: string) => ({ type: 'text', about }) as const;
const quote = defineCommand({
  name: 'quote',
  about: 'Words of a source',
  examples: [],
  options: { speaker: word('who'), to: word('addressee'), about: { ...word('words'), rest: true } },
  run,
});
const ask = defineCommand({
  name: 'ask',
  about: 'Ask',
  examples: [],
  options: { question: { ...word('the question'), required: true, rest: true } },
  run,
});
const status = defineCommand({ name: 'status', about: 'State', examples: [], options: {}, run });
const digest = defineGroup({
  name: 'digest',
  about: 'Digests',
  examples: [],
  subcommands: {
    create: {
      about: 'new',
      options: { at: word('time'), zone: word('zone'), weekends: { type: 'boolean', about: 'weekends too' } },
      run,
    },
    list: { about: 'all', options: {}, run },
  },
});
const options = (line: string) => readLine(quote, line).options;

describe('a typed line', () => {
  test('options by name, in quotation marks where there are more words, the other words to the rest', () => {
    expect(options('speaker:Lavrov to:"Subrahmanyam Jaishankar" don’t tell')).toEqual({
      speaker: 'Lavrov',
      to: 'Subrahmanyam Jaishankar',
      about: 'don’t tell',
    });
  });

  test('an option may stand anywhere; its name in any case', () => {
    expect(options('tell Speaker:Lavrov anybody')).toEqual({ speaker: 'Lavrov', about: 'tell anybody' });
  });

  test.each([
    ['curly', 'speaker:“Sergey Lavrov”'],
    ['closing curly on both sides', 'speaker:”Sergey Lavrov”'],
    ['mixed', 'speaker:“Sergey Lavrov"'],
  ])('%s quotation marks of a phone mean the straight ones', (_, line) => {
    expect(options(line)).toEqual({ speaker: 'Sergey Lavrov' });
  });

  test('one kind of quotation mark may stand between the other', () => {
    expect(options('about:“the "heart" of Asia”')).toEqual({ about: 'the "heart" of Asia' });
    expect(options('about:"the “heart” of Asia"')).toEqual({ about: 'the “heart” of Asia' });
  });

  test('spaces between quotation marks stay; those between words do not', () => {
    expect(options('speaker:"a  b"   two   words')).toEqual({ speaker: 'a  b', about: 'two words' });
    expect(readLine(digest, 'create at:"09:00,  18:00"').options).toEqual({ at: '09:00,  18:00' });
  });

  test('an empty value is given as empty', () => {
    expect(options('speaker:""')).toEqual({ speaker: '' });
  });

  test.each([
    'what did the minister say: war or peace?',
    'when was it signed, at 09:00 or 10:30?',
    'see https://example.org/a:b for context',
    'constructor:x __proto__:y toString:z',
    'Lavrov: "Don\'t tell anybody"',
    'a "speaker:x" in quotes',
  ])('a colon in a question makes no option: %s', (question) => {
    expect(readLine(ask, question).options).toEqual({ question });
  });

  test('words that no option takes are refused in one sentence that shows how options are written', () => {
    const message = messageOf(() => readLine(digest, 'create tomorrow at:09:00'), ReaderError);
    expect(message).toBe('/digest cannot place “tomorrow”; options are written as at:… zone:… weekends:….');
    expect(messageOf(() => readLine(status, 'please'), ReaderError)).toBe(
      '/status cannot place “please”; type /status alone.',
    );
  });

  test('words beside an option that already holds the rest are refused, not dropped', () => {
    expect(messageOf(() => options('about:peace and war'), ReaderError)).toContain('“and war”');
  });

  test('the first word is the subcommand, in any case; a missing or unknown one is told', () => {
    expect(readLine(digest, 'CREATE at:09:00')).toEqual({
      command: 'digest',
      subcommand: 'create',
      options: { at: '09:00' },
    });
    for (const line of ['', 'remove all', 'constructor']) {
      expect(messageOf(() => readLine(digest, line), ReaderError)).toMatch(oneSentence);
    }
  });

  test('an empty line has no options', () => {
    expect(readLine(quote, '   ')).toEqual({ command: 'quote', options: {} });
  });
});

describe('the typed form', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1 });
  const value = fc.oneof(
    words,
    fc.constantFrom('', 'two words', 'a:b', 'speaker:x', '"', '“', ' "a" b ', '“x” y'),
  );
  const clean = value.filter((text) => !(text.includes('"') && /[“”]/.test(text)));

  test('of any invocation is read back as the same invocation', () => {
    const given = fc.dictionary(fc.constantFrom('speaker', 'to', 'about'), clean, { noNullPrototype: true });
    fc.assert(
      fc.property(given, (held) => {
        const invocation = { command: 'quote', options: held };
        const line = typedForm(invocation);
        expect(readLine(quote, line.slice('/quote'.length))).toEqual(invocation);
      }),
      { numRuns: 500 },
    );
  });

  test('of a subcommand too', () => {
    const given = fc.dictionary(fc.constantFrom('at', 'zone'), clean, { noNullPrototype: true });
    fc.assert(
      fc.property(given, (held) => {
        const invocation = { command: 'digest', subcommand: 'create', options: held };
        expect(readLine(digest, typedForm(invocation).slice('/digest'.length))).toEqual(invocation);
      }),
    );
  });

  test('with both kinds of quotation marks only the straight ones change', () => {
    const line = typedForm({ command: 'quote', options: { about: 'a "b" “c”' } });
    expect(readLine(quote, line.slice('/quote'.length)).options).toEqual({ about: "a 'b' “c”" });
  });
});

describe('command-line arguments', () => {
  test('--name value, --name=value, a lone flag, and loose words', () => {
    expect(readArguments(quote, ['--speaker', 'Lavrov', 'tell', '--to=a=b', 'anybody']).options).toEqual({
      speaker: 'Lavrov',
      to: 'a=b',
      about: 'tell anybody',
    });
    expect(readArguments(digest, ['create', '--weekends', '--at', '09:00'])).toEqual({
      command: 'digest',
      subcommand: 'create',
      options: { weekends: 'yes', at: '09:00' },
    });
  });

  test('a flag takes the word after it when there is one', () => {
    expect(readArguments(digest, ['create', '--weekends', 'no']).options).toEqual({ weekends: 'no' });
  });

  test('a negative number is a value', () => {
    expect(readArguments(quote, ['--speaker', '-5']).options).toEqual({ speaker: '-5' });
  });

  test('an option without its value is told, not taken as empty and not given the next option', () => {
    expect(messageOf(() => readArguments(quote, ['--speaker']), ReaderError)).toContain('after --speaker');
    expect(messageOf(() => readArguments(quote, ['--speaker', '--to', 'x']), ReaderError)).toContain(
      'after --speaker',
    );
  });

  test('an unknown option is kept, so that it is told by its name', () => {
    expect(readArguments(quote, ['--colour', 'red']).options).toEqual({ colour: 'red' });
  });

  test('a missing subcommand is told before its options are', () => {
    expect(messageOf(() => readArguments(digest, ['--at', '09:00']), ReaderError)).toContain('create, list');
  });
});

describe('a group with a usual subcommand', () => {
  const run = async () => notice('');
  const group = defineGroup({
    name: 'shelf',
    about: 'a',
    examples: [],
    usual: 'search',
    subcommands: {
      search: { about: 'a', options: { words: { type: 'text', about: 'w', rest: true } }, run },
      add: { about: 'a', options: { link: { type: 'text', about: 'l', rest: true } }, run },
    },
  });
  const usual = (words?: string) => ({
    command: 'shelf',
    subcommand: 'search',
    options: words === undefined ? {} : { words },
  });

  test('does not need it to be named', () => {
    expect(readLine(group, '')).toEqual(usual());
    expect(readLine(group, 'rupee trade')).toEqual(usual('rupee trade'));
    expect(readLine(group, 'words:rupee')).toEqual(usual('rupee'));
    expect(readArguments(group, ['rupee', 'trade'])).toEqual(usual('rupee trade'));
    expect(readArguments(group, ['--words', 'rupee'])).toEqual(usual('rupee'));
    expect(readArguments(group, [])).toEqual(usual());
  });
  test('takes another that is named', () => {
    expect(readLine(group, 'add https://example.org')).toMatchObject({ subcommand: 'add' });
    expect(readArguments(group, ['add', 'https://example.org'])).toMatchObject({ subcommand: 'add' });
  });
  test('knows an old button that names none, and no subcommand that is not there', () => {
    expect(findAction(group, undefined).options).toHaveProperty('words');
    expect(() => findAction(group, 'burn')).toThrow(/search, add/);
  });
});
