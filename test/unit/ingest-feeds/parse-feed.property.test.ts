import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReaderError } from '../../../src/errors.ts';
import type { FeedRead } from '../../../src/ingest/feeds/model.ts';
import { parseFeedText } from '../../../src/ingest/feeds/parse-feed.ts';

// Feeds come from strangers: whatever they hold is either read or refused with a sentence, and nothing else ever happens.

const shells: readonly ((items: string, extra: string) => string)[] = [
  (items, extra) => `<rss version="2.0"><channel><title>N</title>${extra}${items}</channel></rss>`,
  (items, extra) => `<rss version="0.91"><channel>${extra}${items}</channel></rss>`,
  (items, extra) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x">${extra}</channel>${items}</rdf:RDF>`,
  (items, extra) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://e.org/a/">${extra}${items}</feed>`,
  (items, extra) => `<feed version="0.3" xmlns="http://purl.org/atom/ns#">${extra}${items}</feed>`,
  (items, extra) => `<a:feed xmlns:a="http://www.w3.org/2005/Atom">${extra}${items}</a:feed>`,
  (items, extra) => `<channel><title>CDF</title>${extra}${items}</channel>`,
  (items, extra) => `<opml version="1.0"><body>${extra}${items}</body></opml>`,
];

const said = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    '<![CDATA[<p>An <b>open</b> tag]]>',
    '<![CDATA[never closed',
    '&lt;script&gt;alert(1)&lt;/script&gt;text',
    '&nbsp;&copy;&undefined;&#0;&#1114112;&#x110000;&#55296;&#x;&;',
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div>',
    'Thu, 99 Foo 2023 25:61:61 +9999',
    'Thu, 04 May 2023 10:00:00 GMT',
    '2023-05-04T10:00:00+05:30',
    '20230504',
    'http://e.org/a?x=1&y=2',
    '//e.org/relative',
    'javascript:alert(1)',
    'http://[::1',
    '\u0000\u0008\ufffe\ud800',
    '<!-- comment -- inside -->',
    '<?php echo 1 ?>',
  ),
);
const element = fc.constantFrom(
  'title',
  'link',
  'guid',
  'id',
  'description',
  'summary',
  'content',
  'content:encoded',
  'pubDate',
  'published',
  'updated',
  'dc:date',
  'dc:creator',
  'author',
  'category',
  'enclosure',
  'media:content',
  'itunes:duration',
  'georss:point',
  'gml:pos',
  'textInput',
  'image',
  'source',
  'geo:lat',
  'psc:chapters',
  'xhtml:body',
  '__proto__',
  'constructor',
);
const attributes = fc.constantFrom(
  '',
  ' type="html"',
  ' type="xhtml"',
  ' mode="escaped"',
  ' isPermaLink="false"',
  ' rel="alternate" href="http://e.org/1"',
  ' rel="enclosure" href=""',
  ' xml:base="::"',
  ' xml:lang="de"',
  " a='unclosed",
  ' a=1 a=2',
);
const shapes: readonly ((name: string, list: string, text: string) => string)[] = [
  (name, list, text) => `<${name}${list}>${text}</${name}>`,
  (name, list, text) => `<${name}${list}>${text}`,
  (name, _, text) => `${text}</${name}>`,
  (name, list) => `<${name}${list}/>`,
  (name, list, text) => `<${name}${list}><${name}>${text}</${name}></${name}>`,
];
const part = fc
  .tuple(element, attributes, said, fc.constantFrom(...shapes))
  .map(([name, list, text, shape]) => shape(name, list, text));
const item = fc
  .tuple(fc.constantFrom('item', 'entry', 'a:entry', 'outline'), fc.array(part, { maxLength: 6 }))
  .map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`);
const head = fc.constantFrom(
  '',
  '<?xml version="1.0"?>',
  '<?xml version="1.0" encoding="iso-8859-1"?>',
  '<?xml version="1.0" encoding="no-such-charset"?>',
  '\ufeff<?xml version="1.1" standalone="yes"?>',
  '  \n<!-- first --><?xml version="1.0"?>',
  '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://e.org/rss-0.91.dtd">',
  '<!DOCTYPE rss [<!ENTITY a "b">]>',
);
const feed = fc
  .tuple(head, fc.constantFrom(...shells), fc.array(item, { maxLength: 4 }), fc.array(part, { maxLength: 3 }))
  .map(([start, shell, items, extra]) => `${start}${shell(items.join(''), extra.join(''))}`);

/** What reading it comes to; anything but a feed or a sentence fails the test. */
function outcomeOf(bytes: Uint8Array, charset?: string): FeedRead | string {
  try {
    return parseFeedText(bytes, charset);
  } catch (fault) {
    if (fault instanceof ReaderError) return fault.message;
    throw fault;
  }
}

function expectSound(outcome: FeedRead | string): void {
  if (typeof outcome === 'string') {
    expect(outcome).toMatch(/\.$/);
    return;
  }
  for (const { key, link } of outcome.items) {
    expect(key.length).toBeGreaterThan(0);
    if (link !== undefined) expect(link).toMatch(/^https?:\/\//i);
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a feed of any kind is read or refused with a sentence', () => {
  test('well-formed and ill-formed markup of all versions', () => {
    fc.assert(
      fc.property(feed, (text) => expectSound(outcomeOf(utf8(text)))),
      { numRuns: 400 },
    );
  });

  test('cut off anywhere, in other encodings, or with bytes changed', () => {
    const charset = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb2312', 'big5', 'windows-1255', 'x');
    fc.assert(
      fc.property(feed, charset, fc.nat(), fc.nat(255), (text, name, at, byte) => {
        const bytes = name === 'utf-16le' ? new Uint8Array(Buffer.from(text, 'utf16le')) : utf8(text);
        expectSound(outcomeOf(bytes.slice(0, at % (bytes.length + 1)), name));
        bytes[at % bytes.length] = byte;
        expectSound(outcomeOf(bytes, name));
      }),
      { numRuns: 300 },
    );
  });

  test('JSON feeds whose fields hold anything', () => {
    const version = fc.constantFrom(
      'https://jsonfeed.org/version/1',
      'https://jsonfeed.org/version/1.1',
      'x',
      1,
    );
    fc.assert(
      fc.property(
        version,
        fc.array(
          fc.dictionary(
            fc.constantFrom('id', 'url', 'title', 'content_html', 'date_published'),
            fc.jsonValue(),
          ),
        ),
        fc.jsonValue(),
        (stated, items, title) =>
          expectSound(outcomeOf(utf8(JSON.stringify({ version: stated, title, items })))),
      ),
      { numRuns: 300 },
    );
  });
});

describe('feeds that are made to harm', () => {
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    '',
  );
  test.each([
    [
      'entities of entities',
      `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]><rss><channel><title>&l9;</title></channel></rss>`,
    ],
    [
      'a file of the machine',
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    ],
    ['elements without end', `<rss><channel>${'<item>'.repeat(100_000)}`],
    [
      'markup of markup without end',
      `<rss><channel><item><title>${'&lt;b&gt;'.repeat(50_000)}</title></item></channel></rss>`,
    ],
  ])('%s is refused', (_, text) => {
    expect(typeof outcomeOf(utf8(text))).toBe('string');
  });

  test.each([
    [
      'attributes by the thousand',
      `<rss><channel><item ${'a="1" '.repeat(50_000)}><title>x</title></item></channel></rss>`,
    ],
    ['brackets that open nothing', `<rss><channel><item><title>${'<'.repeat(200_000)}`],
    ['fewer of them', `<rss><channel><item><title>${'<'.repeat(4_000)}`],
    ['sections that never close', `<rss><channel><item><title>${'<![CDATA['.repeat(50_000)}`],
    ['comments that never close', `<rss><channel>${'<!--'.repeat(50_000)}`],
    ['one long word', `<rss><channel><item><title>${'a'.repeat(1_500_000)}</title></item></channel></rss>`],
    [
      'references by the thousand',
      `<rss><channel><item><title>${'&amp;'.repeat(200_000)}</title></item></channel></rss>`,
    ],
    ['document types by the thousand', `${'<!doctype '.repeat(50_000)}<rss/>`],
  ])('%s take no more than seconds', (_, text) => {
    const before = performance.now();
    expectSound(outcomeOf(utf8(text)));
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
