import fc from 'fast-check';
import type { Block, Document, ListItem, Source, Span } from '../../../src/document/model.ts';

const hostilePieces = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '\\',
  '<',
  '>',
  '<@1>',
  '<@&1>',
  '<#1>',
  '</ask:1>',
  '<t:0:R>',
  '<a:b:1>',
  '[',
  ']',
  '(',
  ')',
  '](',
  '[x](https://evil.example)',
  '- ',
  '-# ',
  '# ',
  '> ',
  '>>> ',
  '1. ',
  '2) ',
  '+ ',
  '\n',
  '\n\n',
  '@everyone',
  '@here',
  'discord.gg/x',
  'https://evil.example/x',
  ':smile:',
  '10:30:45',
  '\u200b',
  '\u202e',
  '\ud800',
  '\0',
  '\u200d',
  'e\u0301',
  '👩‍👩‍👧‍👦',
  '中文',
  'می‌خواهم',
  ' ',
  '  ',
  'word',
  'SCO',
  '2001',
  '\r\n',
  '\t',
];

/** Text that tries to be more than text. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...hostilePieces), { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Sometimes far too long for one message. */
const longText = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  {
    weight: 1,
    arbitrary: fc.tuple(hostileText, fc.integer({ min: 50, max: 400 })).map(([text, n]) => text.repeat(n)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'word '.repeat(2000),
      '*'.repeat(5000),
      `e${'\u0301'.repeat(6000)}`,
      '👩‍👩‍👧‍👦'.repeat(700),
    ),
  },
);

export const anyUrl = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'ftp://a.example',
    'https://u:p@a.example',
    'https://a.example/(x)>y]z|',
    'nonsense',
    `https://a.example/${'x'.repeat(3000)}`,
  ),
);

const span = (sources: number): fc.Arbitrary<Span> =>
  fc.oneof(
    fc.record({ type: fc.constant('text' as const), text: longText }),
    fc.record({
      type: fc.constant('text' as const),
      text: hostileText,
      style: fc.constantFrom('strong' as const, 'emphasis' as const, 'code' as const),
    }),
    fc.record({ type: fc.constant('link' as const), text: hostileText, url: anyUrl }),
    fc.record({
      type: fc.constant('time' as const),
      instant: fc
        .integer({ min: 0, max: 4_000_000_000 })
        .map((s) => Temporal.Instant.fromEpochMilliseconds(s * 1000)),
      text: hostileText,
    }),
    fc.record({
      type: fc.constant('cite' as const),
      source: fc.integer({ min: 1, max: Math.max(1, sources) }),
    }),
  );

const spans = (sources: number): fc.Arbitrary<readonly Span[]> => fc.array(span(sources), { maxLength: 6 });

const item = (sources: number): fc.Arbitrary<ListItem> =>
  fc.record({ spans: spans(sources), detail: spans(sources) }, { requiredKeys: ['spans'] });

const invocation = fc.record({
  command: fc.constantFrom('ask', 'timeline', 'onthisday'),
  options: fc.dictionary(fc.constantFrom('of', 'question', 'from'), hostileText, { maxKeys: 2 }),
});

const block = (sources: number): fc.Arbitrary<Block> =>
  fc.oneof(
    fc.record({ type: fc.constant('heading' as const), text: hostileText }),
    fc.record({ type: fc.constant('paragraph' as const), spans: spans(sources) }),
    fc.record({
      type: fc.constant('paragraph' as const),
      spans: spans(sources),
      tone: fc.constant('quiet' as const),
    }),
    fc.record(
      {
        type: fc.constant('list' as const),
        items: fc.array(item(sources), { maxLength: 12 }),
        ordered: fc.boolean(),
        hidden: fc.nat(40),
        more: invocation,
      },
      { requiredKeys: ['type', 'items'] },
    ),
    fc.record({ type: fc.constant('quote' as const), text: longText, attribution: spans(sources) }),
    fc.record({
      type: fc.constant('table' as const),
      head: fc.array(hostileText, { maxLength: 4 }),
      rows: fc.array(fc.array(spans(sources), { maxLength: 4 }), { maxLength: 6 }),
    }),
    fc.record({
      type: fc.constant('picture' as const),
      png: fc.uint8Array({ maxLength: 4 }),
      name: hostileText,
      alt: longText,
    }),
    fc.record({ type: fc.constant('divider' as const) }),
    fc.record({
      type: fc.constant('actions' as const),
      actions: fc.array(
        fc.record(
          { label: longText, invocation, style: fc.constantFrom('primary' as const, 'danger' as const) },
          { requiredKeys: ['label', 'invocation'] },
        ),
        { maxLength: 7 },
      ),
    }),
  );

const source: fc.Arbitrary<Source> = fc.record(
  { date: hostileText, statement: longText, publisher: hostileText, published: hostileText, url: anyUrl },
  { requiredKeys: ['date', 'statement', 'publisher'] },
);

/** Any document that the model allows, hostile text and far too much of it included. */
export const anyDocument: fc.Arbitrary<Document> = fc.array(source, { maxLength: 12 }).chain((sources) =>
  fc.record(
    {
      kind: fc.constantFrom(
        'answer' as const,
        'digest' as const,
        'nothing' as const,
        'notice' as const,
        'error' as const,
      ),
      title: longText,
      blocks: fc.array(block(sources.length), { maxLength: 20 }),
      sources: fc.constant(sources),
      files: fc.array(
        fc.record({
          name: hostileText,
          mediaType: fc.constant('text/plain'),
          content: fc.uint8Array({ maxLength: 4 }),
        }),
        { maxLength: 12 },
      ),
    },
    { requiredKeys: ['kind', 'blocks', 'sources'] },
  ),
);
