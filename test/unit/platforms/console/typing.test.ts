import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choice } from '../../../../src/command.ts';
import { ReaderError } from '../../../../src/errors.ts';
import type { Invocation } from '../../../../src/invocation.ts';
import { declareConsole } from '../../../../src/platforms/console/declare.ts';
import { readDraft } from '../../../../src/platforms/console/draft.ts';
import { longestLine, readTyped, typedForm } from '../../../../src/platforms/console/read-typed.ts';
import { suggest } from '../../../../src/platforms/console/suggest.ts';
import { stubCommands, stubDesk } from '../../../support/console/stub-desk.ts';
import { messageOf, oneSentence } from '../../../support/one-sentence.ts';

const ask = (invocation: Invocation, option: string): Promise<readonly Choice[]> =>
  stubDesk().complete(invocation, option, undefined as never);
const offers = (line: string) => suggest(stubCommands, line, ask);
const labels = async (line: string) => (await offers(line)).items.map(({ label }) => label);
const lines = async (line: string) => (await offers(line)).items.map((item) => item.line);

describe('a typed line', () => {
  test('is a question as it stands, colons and all, unless it begins with a slash', () => {
    expect(readTyped(stubCommands, ' what about from:2001? ')).toEqual({
      command: 'ask',
      options: { question: 'what about from:2001?' },
    });
  });

  test('with a slash is a command, its name in any case', () => {
    expect(readTyped(stubCommands, '/OnThisDay 15 June topic:security')).toEqual({
      command: 'onthisday',
      options: { date: '15 June', topic: 'security' },
    });
    expect(readTyped(stubCommands, '/digest create at:09:00')).toMatchObject({ subcommand: 'create' });
  });

  test.each([
    ['nothing', '  '],
    ['a lone slash', '/'],
    ['an unknown command', '/weather'],
    ['a command that only buttons press', '/why receipt'],
    ['a command named like a built-in', '/constructor'],
    ['words that no option takes', '/digest list all of them'],
    ['a line without end', 'x'.repeat(longestLine + 1)],
  ])('%s is refused in one sentence', (_, line) => {
    expect(messageOf(() => readTyped(stubCommands, line), ReaderError)).toMatch(oneSentence);
  });

  test('the typed form of a button is what could have been typed', () => {
    const invocation = { command: 'onthisday', options: { date: '15 June', topic: 'security' } };
    expect(typedForm(invocation)).toBe('/onthisday date:"15 June" topic:security');
    expect(readTyped(stubCommands, typedForm(invocation))).toEqual(invocation);
  });
});

describe('what the page hears of the commands', () => {
  test('hidden commands and options are left out; subcommands are commands of two words', () => {
    const declared = declareConsole(stubCommands);
    expect(declared.map(({ name }) => name)).toEqual([
      'ask',
      'onthisday',
      'quote',
      'digest create',
      'digest list',
    ]);
    expect(declared.flatMap(({ options }) => options.map(({ name }) => name))).not.toContain('start');
  });

  test('the usage shows required options plain and the others in brackets', () => {
    const usages = declareConsole(stubCommands).map(({ usage }) => usage);
    expect(usages).toContain('/ask question');
    expect(usages).toContain('/onthisday [date] [topic:…]');
    expect(usages).toContain('/digest create at:… [weekends:…]');
  });
});

describe('suggestions', () => {
  test('a slash lists the commands, letters narrow them, and a part of a name is taken by Enter', async () => {
    expect(await labels('/')).toEqual(['/ask', '/onthisday', '/quote', '/digest']);
    expect(await labels('/ON')).toEqual(['/onthisday']);
    expect((await offers('/on')).eager).toBe(true);
    expect((await offers('/onthisday')).eager).toBe(false);
    expect(await lines('/on')).toEqual(['/onthisday ']);
  });

  test('a question, an unknown and a hidden command are offered nothing', async () => {
    for (const line of ['', 'who /ask', '/weather ', '/why ', '/whx', '/digest drop ', '/constructor ']) {
      expect(await labels(line)).toEqual([]);
    }
  });

  test('after a group come its subcommands', async () => {
    expect(await labels('/digest ')).toEqual(['create', 'list']);
    expect(await lines('/digest c')).toEqual(['/digest create ']);
    expect((await offers('/digest create')).eager).toBe(false);
  });

  test('after a command come its usage, values of its rest option, and its other options', async () => {
    const offered = await offers('/onthisday ');
    expect(offered.usage).toBe('/onthisday [date] [topic:…]');
    expect(offered.items.map(({ label }) => label)).toEqual(['15 June', '9 June', 'topic:']);
  });

  test('values narrow as they are typed, and are quoted where they need it', async () => {
    expect(await lines('/quote speaker:ser')).toEqual(['/quote speaker:"Sergey Lavrov" ']);
    expect(await lines('/quote speaker:"Sergey L')).toEqual(['/quote speaker:"Sergey Lavrov" ']);
    expect(await lines('/quote speaker:“Sergey L')).toEqual(['/quote speaker:"Sergey Lavrov" ']);
    expect(await labels('/onthisday topic:')).toEqual(['security', 'summits']);
    expect(await labels('/onthisday topic:su')).toEqual(['summits']);
    expect(await labels('/digest create weekends:')).toEqual(['yes', 'no']);
  });

  test('words and options typed before stay', async () => {
    expect(await lines('/quote tell anybody speaker:ser')).toEqual([
      '/quote tell anybody speaker:"Sergey Lavrov" ',
    ]);
    expect(await lines('/onthisday topic:security 15')).toEqual(['/onthisday topic:security 15 June']);
    expect(await lines('/quote peace spe')).toEqual(['/quote peace speaker:']);
  });

  test('an option that was given is not offered again, nor a hidden one ever', async () => {
    expect(await labels('/onthisday topic:security ')).not.toContain('topic:');
    expect(await labels('/onthisday start:')).toEqual([]);
  });

  test('required options say so', async () => {
    const items = (await offers('/digest create ')).items;
    expect(items.find(({ label }) => label === 'at:')?.about).toContain('(required)');
    expect(items.find(({ label }) => label === 'weekends:')?.about).not.toContain('required');
  });

  test('a value is asked for with the options that stand before it', async () => {
    const asked: Invocation[] = [];
    await suggest(stubCommands, '/quote about:peace speaker:ser', async (invocation) => {
      asked.push(invocation);
      return [];
    });
    expect(asked).toEqual([{ command: 'quote', options: { about: 'peace', speaker: 'ser' } }]);
  });

  test('whatever is typed, nothing throws, at most 25 are offered, and each is a line that goes on from a command', async () => {
    const piece = fc.constantFrom(
      '/',
      'quote',
      'digest',
      'create',
      ' ',
      'speaker:',
      '"',
      '“',
      'ser',
      ':',
      'at:09:00',
      'constructor',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (line) => {
        const { items } = await offers(line);
        expect(items.length).toBeLessThanOrEqual(25);
        for (const item of items) expect(item.line).toMatch(/^\/(?:ask|onthisday|quote|digest)\b/);
        expect(['none', 'command', 'subcommand', 'option', 'value']).toContain(
          readDraft(stubCommands, line).stage,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a suggestion that is taken is read as it was meant', async () => {
    for (const line of [
      '/quote speaker:ser',
      '/onthisday topic:s',
      '/onthisday 1',
      '/digest create weekends:y',
    ]) {
      for (const item of (await offers(line)).items) {
        if (item.label.endsWith(':')) continue;
        expect(() => readTyped(stubCommands, item.line)).not.toThrow();
        const values = Object.values(readTyped(stubCommands, item.line).options);
        expect(values).toContain(item.label);
      }
    }
  });
});
