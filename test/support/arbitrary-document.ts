import fc from 'fast-check';
import type { Action, Block, Document, ListBlock, ListItem, Source, Span } from '../../src/document/model.ts';

/** Words that mean something to some platform, mixed with anything at all. */
const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</article></div><svg onload=alert(1)>',
    '&lt;b&gt; &amp;amp; &#60;',
    'javascript:alert(1)',
    '<!-- --><![CDATA[ ]]>',
    '<@1> @everyone <!channel> **bold**',
    'lone \ud800 surrogate, null \0, bell \u0007',
    'line one\n\nline two\r\n\ttab',
  ),
);

const arbitraryUrl: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl(),
  arbitraryText,
  fc.constantFrom(
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)//https://',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example/x',
    '/relative',
    'https://user:pass@evil.example/',
    'https://example.org/"onclick="alert(1)',
    "https://example.org/' onfocus='x",
    'file:///etc/passwd',
  ),
);

const arbitraryInstant = fc
  .integer({ min: -8_000_000_000, max: 8_000_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

const arbitrarySpan = (sources: number): fc.Arbitrary<Span> => {
  const cited: fc.Arbitrary<Span>[] =
    sources === 0
      ? []
      : [fc.record({ type: fc.constant('cite'), source: fc.integer({ min: 1, max: sources }) })];
  return fc.oneof(
    fc.record(
      {
        type: fc.constant('text'),
        text: arbitraryText,
        style: fc.constantFrom('strong', 'emphasis', 'code'),
      },
      { requiredKeys: ['type', 'text'] },
    ) as fc.Arbitrary<Span>,
    fc.record({ type: fc.constant('link'), text: arbitraryText, url: arbitraryUrl }) as fc.Arbitrary<Span>,
    fc.record({
      type: fc.constant('time'),
      instant: arbitraryInstant,
      text: arbitraryText,
    }) as fc.Arbitrary<Span>,
    ...cited,
  );
};

const arbitraryInvocation = fc.record(
  {
    command: fc.constantFrom('ask', 'onthisday', 'why'),
    subcommand: fc.constantFrom('create', 'list'),
    options: fc.dictionary(fc.constantFrom('question', 'date', 'start'), arbitraryText),
  },
  { requiredKeys: ['command', 'options'] },
);

const arbitraryAction = fc.record(
  {
    label: arbitraryText,
    invocation: arbitraryInvocation,
    style: fc.constantFrom('primary', 'danger'),
  },
  { requiredKeys: ['label', 'invocation'] },
) as fc.Arbitrary<Action>;

const arbitraryList = (sources: number, most = 30): fc.Arbitrary<ListBlock> => {
  const spans = fc.array(arbitrarySpan(sources), { maxLength: 3 });
  const item = fc.record({ spans, detail: spans }, { requiredKeys: ['spans'] }) as fc.Arbitrary<ListItem>;
  return fc.record(
    {
      type: fc.constant('list'),
      ordered: fc.boolean(),
      items: fc.array(item, { maxLength: most, size: 'max' }),
      hidden: fc.integer({ min: 1, max: 50 }),
      more: arbitraryInvocation,
    },
    { requiredKeys: ['type', 'items'] },
  ) as fc.Arbitrary<ListBlock>;
};

function arbitraryBlock(sources: number): fc.Arbitrary<Block> {
  const spans = fc.array(arbitrarySpan(sources), { maxLength: 4 });
  return fc.oneof(
    fc.record({ type: fc.constant('heading'), text: arbitraryText }),
    fc.record(
      { type: fc.constant('paragraph'), spans, tone: fc.constant('quiet') },
      { requiredKeys: ['type', 'spans'] },
    ) as fc.Arbitrary<Block>,
    arbitraryList(sources),
    fc.record({ type: fc.constant('quote'), text: arbitraryText, attribution: spans }),
    fc.record({
      type: fc.constant('table'),
      head: fc.array(arbitraryText, { maxLength: 3 }),
      rows: fc.array(fc.array(spans, { maxLength: 3 }), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('picture'),
      png: fc.uint8Array({ maxLength: 20 }),
      name: arbitraryText,
      alt: arbitraryText,
    }),
    fc.constant({ type: 'divider' } as const),
    fc.record({ type: fc.constant('actions'), actions: fc.array(arbitraryAction, { maxLength: 7 }) }),
  ) as fc.Arbitrary<Block>;
}

const arbitrarySource = fc.record(
  {
    date: arbitraryText,
    statement: arbitraryText,
    publisher: arbitraryText,
    published: arbitraryText,
    url: arbitraryUrl,
  },
  { requiredKeys: ['date', 'statement', 'publisher'] },
) as fc.Arbitrary<Source>;

/** Any document that the types allow, hostile text and addresses among them; citations point at sources that exist. */
export const arbitraryDocument: fc.Arbitrary<Document> = fc
  .array(arbitrarySource, { maxLength: 6 })
  .chain((sources) =>
    fc.record(
      {
        kind: fc.constantFrom('answer', 'digest', 'nothing', 'notice', 'error'),
        title: arbitraryText,
        blocks: fc.array(arbitraryBlock(sources.length), { maxLength: 5 }),
        sources: fc.constant(sources),
        private: fc.boolean(),
        files: fc.array(
          fc.record({
            name: arbitraryText,
            mediaType: fc.constantFrom('text/markdown', 'text/html', 'image/png'),
            content: fc.uint8Array({ maxLength: 20 }),
          }),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: ['kind', 'blocks', 'sources'] },
    ),
  ) as fc.Arbitrary<Document>;
