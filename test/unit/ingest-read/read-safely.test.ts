import { createRequire } from 'node:module';
import { afterAll, describe, expect, test } from 'vitest';
import type { PageAbout } from '../../../src/ingest/read/model.ts';
import { createReader } from '../../../src/ingest/read/read-safely.ts';
import { oneSentence } from '../../support/one-sentence.ts';

const reader = createReader();
afterAll(() => reader[Symbol.asyncDispose]());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const about = (kind: PageAbout['kind'], url?: string): PageAbout => ({
  kind,
  today: '2026-11-25',
  ...(url === undefined ? {} : { url }),
});
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (fault: Error) => `${fault.name}: ${fault.message}`,
  );

const article = `<!doctype html><html lang="en-IN"><head><title>Ministers meet in Goa | Daily News</title>
<link rel="canonical" href="/news/goa"><meta property="og:site_name" content="Daily News">
<meta property="article:published_time" content="2023-05-04T18:33:00+05:30"><meta name="author" content="A. Writer">
</head><body><nav><a href="/">Home</a> <a href="/x">Sport</a></nav><article><h1>Ministers meet in Goa</h1>
<p>Sergey Lavrov met S Jaishankar at a resort in Goa on Thursday, where the council&nbsp;meets.</p>
<p>“Don’t tell anybody,” Lavrov told Jaishankar.<br>They smiled.</p><script>document.write('no')</script>
</article><footer>Copyright</footer></body></html>`;

describe('a page', () => {
  test('gives its text by paragraphs and what its head says', async () => {
    const [page] = await reader.page(
      bytes(article),
      about('html', 'https://www.example.org/news/goa?utm_source=x'),
    );
    expect(page).toEqual({
      text: 'Sergey Lavrov met S Jaishankar at a resort in Goa on Thursday, where the council meets.\n\n“Don’t tell anybody,” Lavrov told Jaishankar.\nThey smiled.',
      headline: 'Ministers meet in Goa',
      byline: 'A. Writer',
      publisher: 'Daily News',
      published: '2023-05-04T18:33:00+05:30',
      link: 'https://www.example.org/news/goa',
      language: 'en-IN',
    });
  });
  test('cannot give itself out for an article of another site', async () => {
    const forged = article.replace('href="/news/goa"', 'href="https://other.example.net/famous"');
    const [page] = await reader.page(bytes(forged), about('html', 'https://evil.example.com/a'));
    expect(page?.link).toBe('https://evil.example.com/a');
  });
  test('of schema.org tells more than its own head', async () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'H'.repeat(20),
      datePublished: '2023-05-03T23:30:00-05:00',
      publisher: { name: 'P' },
    };
    const page = article.replace(
      '</head>',
      `<script type="application/ld+json">${JSON.stringify([data])}</script></head>`,
    );
    const [read] = await reader.page(bytes(page), about('html', 'https://example.org/'));
    expect(read).toMatchObject({
      headline: 'H'.repeat(20),
      published: '2023-05-03T23:30:00-05:00',
      publisher: 'P',
    });
  });
  test('that is a menu holds no article', async () => {
    expect(
      await refusal(reader.page(bytes('<html><body><a href="/">Home</a></body></html>'), about('html'))),
    ).toMatch(/^ReaderError: No article was found/);
  });
});

describe('bombs', () => {
  const small = createReader({ within: 700, memory: 64 });
  afterAll(() => small[Symbol.asyncDispose]());
  const cases = [
    ['elements nested without end', '<div>'.repeat(280_000), /nests more than 1,000/],
    [
      'elements nested behind ones that end by themselves',
      '<table><tr><td>'.repeat(90_000),
      /nests more than 1,000/,
    ],
    ['a document type with declarations', '<!DOCTYPE html [<!ENTITY a "b">]><p>&a;</p>', /declares entities/],
    [
      'the same behind a quoted >',
      '<!DOCTYPE html PUBLIC "a>b" [<!ENTITY a "b">]><p>x</p>',
      /declares entities/,
    ],
    ['the same after an innocent one', '<!DOCTYPE html><!DOCTYPE x [ ]><p>x</p>', /declares entities/],
    [
      'what keeps the parser busy',
      `${'<li>'.repeat(350_000)}${'hello world '.repeat(20)}`,
      /took too long|too much memory|too deeply/,
    ],
  ] as const;
  test.each(cases)('%s', async (_, page, words) => {
    const said = await refusal(small.page(bytes(page), about('html')));
    expect(said).toMatch(words);
    expect(said).toMatch(oneSentence);
  });
  test('leave the reader fit for the next page', async () => {
    await refusal(small.page(bytes('<li>'.repeat(350_000)), about('html')));
    const [page] = await small.page(bytes('Ministers met in Goa.'), about('text'));
    expect(page?.text).toBe('Ministers met in Goa.');
  });
  test('end nothing but their thread when time and memory run out at once', async () => {
    const bomb = bytes('<li>'.repeat(350_000));
    const givenUp = async (within: number): Promise<string> => {
      await using reader = createReader({ within, memory: 32 });
      return refusal(reader.page(bomb, about('html')));
    };
    const before = performance.now();
    expect(await givenUp(20_000)).toMatch(/too much memory/);
    const untilFull = performance.now() - before;
    // An error of the thread that nobody listens to would fail this file, and leave the reader waiting for ever.
    for (let share = 0.4; share < 1; share += 0.05) {
      expect(await givenUp(Math.round(untilFull * share))).toMatch(/took too long|too much memory/);
    }
  }, 60_000);
  test('a page that does not bomb is read although it mentions a document type', async () => {
    const page = article.replace('They smiled.', 'They wrote &lt;!DOCTYPE x [ on a board.');
    const [read] = await reader.page(bytes(page), about('html'));
    expect(read?.text).toContain('<!DOCTYPE x [ on a board.');
  });
});

describe('a PDF', () => {
  test('gives its text and its day', async () => {
    const make = createRequire(import.meta.url)('pdfmake') as {
      setFonts(fonts: object): void;
      createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
    };
    make.setFonts({ Helvetica: { normal: 'Helvetica', bold: 'Helvetica-Bold' } });
    const content = [
      'GOA, May 4, 2023 (Agency) - Sergey Lavrov met S Jaishankar at a resort in Goa, and both ministers then spoke for more than an hour about trade and the council.',
      'They will meet again on Friday.',
    ];
    const pdf = await make
      .createPdf({ info: { title: 'Ministers meet' }, defaultStyle: { font: 'Helvetica' }, content })
      .getBuffer();
    const [page] = await reader.page(new Uint8Array(pdf), about('pdf'));
    expect(page).toMatchObject({ headline: 'Ministers meet', published: '2023-05-04' });
    expect(page?.text).toContain('and both ministers then spoke for more than an hour about trade');
    expect(page?.text).toContain('They will meet again on Friday.');
  });
  test('that is none is refused in one sentence', async () => {
    expect(await refusal(reader.page(bytes('%PDF-1.4 no'), about('pdf')))).toBe(
      'ReaderError: The PDF is broken and cannot be read.',
    );
  });
});

describe('a feed', () => {
  test('of RSS gives links, moments and text without markup', async () => {
    const rss = `<rss version="2.0"><channel><title>News &amp; more</title><item><title>One</title><link>https://example.org/1</link>
      <guid isPermaLink="false">g1</guid><pubDate>Thu, 04 May 2023 13:03:00 GMT</pubDate>
      <description>&lt;p&gt;Hello &lt;b&gt;you&lt;/b&gt;&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item></channel></rss>`;
    expect(await reader.feed(bytes(rss))).toEqual({
      title: 'News & more',
      items: [
        {
          key: 'g1',
          link: 'https://example.org/1',
          title: 'One',
          published: '2023-05-04T13:03:00Z',
          text: 'Hello you',
        },
      ],
    });
  });
  test('of Atom and JSON is read the same way', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>urn:1</id><title>One</title>
      <link rel="alternate" href="https://example.org/1"/><updated>2023-05-04T10:00:00+05:30</updated></entry></feed>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [
        {
          id: 'urn:1',
          title: 'One',
          url: 'https://example.org/1',
          date_published: '2023-05-04T10:00:00+05:30',
        },
      ],
    });
    const item = {
      key: 'urn:1',
      link: 'https://example.org/1',
      title: 'One',
      published: '2023-05-04T10:00:00+05:30',
    };
    expect((await reader.feed(bytes(atom))).items).toEqual([item]);
    expect((await reader.feed(bytes(json))).items).toEqual([item]);
  });
  test.each([
    ['words', 'hello'],
    ['nothing', ''],
    ['a page', '<html><body>no</body></html>'],
    ['JSON of another kind', '{"a":1}'],
    ['a cut one', '<rss version="2.0"><channel><item><title>x'],
    ['an attack by entities', '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "b">]><rss><channel/></rss>'],
    ['an attack by nesting', `<rss version="2.0"><channel>${'<a>'.repeat(200_000)}`],
    ['no items', '<rss version="2.0"><channel><title>T</title></channel></rss>'],
    [
      'a script as a link',
      '<rss version="2.0"><channel><item><title>t</title><link>javascript:alert(1)</link></item></channel></rss>',
    ],
    [
      'wrong types',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        title: 3,
        items: [null, 4, { id: {} }, 'x'],
      }),
    ],
  ])('that is %s crashes nothing and gives no link', async (_, feed) => {
    const outcome = await reader.feed(bytes(feed)).then(
      ({ items }) => items.map(({ link }) => link).filter((link) => link !== undefined),
      (fault: Error) =>
        oneSentence.test(fault.message) && fault.name === 'ReaderError' ? [] : [fault.message],
    );
    expect(outcome).toEqual([]);
  });
});
