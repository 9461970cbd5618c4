import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../../commands/index.ts';
import { ReaderError } from '../../../../src/errors.ts';
import { encodeInvocation } from '../../../../src/invocation-codec.ts';
import {
  decodeButton,
  decodeQuestion,
  decodeSlash,
  longestQuestion,
  readable,
} from '../../../../src/platforms/slack/decode.ts';
import { entities } from '../../../../src/platforms/slack/escape.ts';
import { hostileText } from '../../../support/slack/hostile-text.ts';

describe('readable', () => {
  test.each([
    ['<#C1|goa> and <#C1>', '#goa and #C1'],
    ['<@U1|sergey> said', '@sergey said'],
    ['<https://example.org/x|the page> <https://example.org>', 'the page https://example.org'],
    ['<!channel> <!subteam^S1|@desk>', '  @desk'],
    ['5 &lt; 6 &amp;&amp; 7 &gt; 6', '5 < 6 && 7 > 6'],
    ['&amp;lt;', '&lt;'],
    ['a < b, no markup', 'a < b, no markup'],
  ])('%j reads %j', (text, words) => expect(readable(text)).toBe(words));

  test('undoes what Slack does to plain text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readable(entities(text))).toBe(text);
      }),
    );
  });
});

describe('slash commands', () => {
  test('words fill the option for the rest, named ones theirs', () => {
    expect(decodeSlash(commands, 'sco-', '/sco-onthisday', '15 June topic:India')).toEqual({
      command: 'onthisday',
      options: { date: '15 June', topic: 'India' },
    });
  });

  test('invisible characters are left out', () => {
    const { options } = decodeSlash(commands, '', '/ask', '\u202ewho\u200b chairs');
    expect(options).toEqual({ question: 'who chairs' });
  });

  test('an unknown one names the way to help, in a sentence for the reader', () => {
    expect(() => decodeSlash(commands, 'sco-', '/ask', 'x')).toThrow(ReaderError);
    expect(() => decodeSlash(commands, 'sco-', '/ask', 'x')).toThrow('type /sco-help');
  });

  test('anything typed after a command gives an invocation or a sentence, never another error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commands), hostileText, (command, text) => {
        try {
          expect(decodeSlash(commands, 'x-', `/x-${command.name}`, text).command).toBe(command.name);
        } catch (fault) {
          expect(fault).toBeInstanceOf(ReaderError);
        }
      }),
    );
  });
});

describe('questions', () => {
  test('the mention of us goes, that of others stays', () => {
    const text = '<@UBOT> did <@U2|sergey> meet <@UBOT|dateline>?';
    expect(decodeQuestion(commands, text, 'UBOT').options).toEqual({ question: 'did @sergey meet ?' });
  });

  test('a colon makes no option', () => {
    const { options } = decodeQuestion(commands, 'topic:India question:what happened', 'UBOT');
    expect(options).toEqual({ question: 'topic:India question:what happened' });
  });

  test('nothing but the mention asks for help', () => {
    expect(decodeQuestion(commands, ' <@UBOT> \u200b', 'UBOT')).toEqual({ command: 'help', options: {} });
  });

  test('a very long one is declined in a sentence', () => {
    expect(() => decodeQuestion(commands, 'x'.repeat(longestQuestion + 1), 'UBOT')).toThrow('in fewer words');
    expect(decodeQuestion(commands, 'x'.repeat(longestQuestion), 'UBOT').command).toBe('ask');
  });
});

describe('buttons', () => {
  test('hold what was put into them', () => {
    const invocation = { command: 'digest', subcommand: 'pause', options: { id: 'd-4k2 & <x>' } };
    expect(decodeButton(encodeInvocation(invocation))).toEqual(invocation);
  });

  test.each([undefined, null, 7, {}, '', '<@U1>', 'Two Words', '?x=1'])('%j is none of ours', (value) => {
    expect(decodeButton(value)).toBeUndefined();
  });
});
