import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Commands, defineCommand } from '../../../../src/command.ts';
import { notice } from '../../../../src/document/build.ts';
import type { Document } from '../../../../src/document/model.ts';
import { createNaming, nameCommands } from '../../../../src/platforms/slack/name-commands.ts';

const command = (name: string, hidden?: true) =>
  defineCommand({
    name,
    about: name,
    examples: [],
    options: {},
    run: async () => notice('x'),
    ...(hidden === undefined ? {} : { hidden }),
  });
const commands: Commands = [
  ...['ask', 'who', 'digest', 'onthisday', 'help'].map((name) => command(name)),
  command('share', true),
];
const sco = createNaming(commands, 'sco-');
const bare = createNaming(commands, '');

describe('names of commands in a text', () => {
  test.each([
    ['/digest create time:09:00', '/sco-digest create time:09:00'],
    ['Type /help.', 'Type /sco-help.'],
    ['(/ask, /who or “/onthisday date:06-15”)', '(/sco-ask, /sco-who or “/sco-onthisday date:06-15”)'],
    ['/ask needs question:\n/ask why', '/sco-ask needs question:\n/sco-ask why'],
    ['see /digest: a list', 'see /sco-digest: a list'],
  ])('%j becomes %j', (text, named) => expect(sco(text)).toBe(named));

  test.each([
    'https://example.org/ask and https://example.org/ask/who',
    'https://example.org/?next=/ask',
    'ask/who, and/or, 24/7, his/who',
    '/asking, /ask-me, /help.html, /who/there, /digest=1, //ask',
    '/share is only a button',
    '/Ask /ASK',
    '/sco-ask /dateline-who',
    'ask who digest',
  ])('%j stays', (text) => expect(sco(text)).toBe(text));

  test('without a prefix only the names that Slack keeps for itself change', () => {
    expect(bare('/who, /help and /ask')).toBe('/dateline-who, /dateline-help and /ask');
  });

  test('naming twice is naming once, and a text without a slash stays', () => {
    const piece = fc.constantFrom('/ask', '/who', ' ', '(', 'x', '.', '/', '-', 'https://a.b', '\n', '“');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.string({ unit: 'grapheme' }), (pieces, any) => {
        const once = sco(pieces.join(''));
        expect(sco(once)).toBe(once);
        expect(sco(any.replaceAll('/', ''))).toBe(any.replaceAll('/', ''));
      }),
    );
  });
});

test('what we say is named anew everywhere, what others wrote nowhere', () => {
  const text = { type: 'text', text: 'Type /who' } as const;
  const link = { type: 'link', text: '/who rules the SCO?', url: 'https://example.org/who' } as const;
  const document: Document = {
    kind: 'answer',
    title: 'About /who',
    blocks: [
      { type: 'heading', text: '/who' },
      { type: 'paragraph', spans: [text, link] },
      { type: 'list', items: [{ spans: [text], detail: [text] }] },
      { type: 'table', head: ['/who'], rows: [[[text]]] },
      { type: 'picture', png: new Uint8Array(), name: 'p.png', alt: 'As /who says' },
      { type: 'quote', text: '/who', attribution: [text] },
      {
        type: 'actions',
        actions: [{ label: 'Try /who', invocation: { command: 'who', options: { name: '/who' } } }],
      },
    ],
    sources: [{ date: '2001', statement: '/who', publisher: '/who', url: 'https://example.org/who' }],
  };
  const named = { type: 'text', text: 'Type /dateline-who' };
  expect(nameCommands(document, bare)).toEqual({
    ...document,
    title: 'About /dateline-who',
    blocks: [
      { type: 'heading', text: '/dateline-who' },
      { type: 'paragraph', spans: [named, link] },
      { type: 'list', items: [{ spans: [named], detail: [named] }] },
      { type: 'table', head: ['/dateline-who'], rows: [[[named]]] },
      { type: 'picture', png: new Uint8Array(), name: 'p.png', alt: 'As /dateline-who says' },
      document.blocks[5],
      {
        type: 'actions',
        actions: [{ label: 'Try /dateline-who', invocation: { command: 'who', options: { name: '/who' } } }],
      },
    ],
  });
});
