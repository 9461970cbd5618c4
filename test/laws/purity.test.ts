import { describe, expect, test } from 'vitest';
import { codeIn, importsOf, modules, reach, read } from './source-files.ts';

/** Folders whose modules work out things and do nothing: the same input gives the same output. */
const pureFolders = [
  'commands/',
  'src/answer/',
  'src/briefing/',
  'src/digest/',
  'src/document/',
  'src/ingest/',
  'src/knowledge/',
  'src/lookup/',
  'src/pictures/',
  'src/text/',
];

/** Pure modules beside the edges: the core, and what a platform does before anything is sent. */
const pureFiles =
  /^src\/(?:bot|command|command-line|config|errors|invocation|invocation-codec|options|rate)\.ts$|^src\/platforms\/[a-z]+\/(?:render|declare|decode|escape)[a-z-]*\.ts$/;

/** Edges that live beside the pure modules they serve. */
const edges: Readonly<Record<string, string>> = {
  'src/knowledge/load.ts': 'reads the data files',
  'src/digest/ticker.ts': 'is woken by node-cron',
  'src/briefing/open-studio.ts': 'starts and ends the thread that draws and sets type',
  'src/briefing/studio-worker.ts': 'is the thread that draws and sets type',
  'src/briefing/typeset.ts': 'sets type with a library that reads the fonts',
  'src/pictures/png.ts': 'rasterises with native code',
  'src/pictures/typefaces.ts': 'reads the fonts',
  'src/ingest/gather.ts': 'fetches and reads files',
  'src/ingest/fetch/fetch-safely.ts': 'fetches pages and feeds',
  'src/ingest/feeds/watch-feeds.ts': 'waits between two looks at the clock',
  'src/ingest/read/read-safely.ts': 'starts and ends the thread that parses',
  'src/ingest/read/reading-worker.ts': 'is the thread that parses',
  'src/ingest/fetch/read-body.ts': 'reads and decompresses what was fetched',
};

/** Libraries that only compute. */
const computing =
  /^(?:zod(?:\/.*)?|chrono-node(?:\/.*)?|marked|markdown-it|ipaddr\.js|linkedom(?:\/worker)?|@observablehq\/plot|@mozilla\/readability|unpdf|feedsmith)$/;
/** The commands and what they are built of. */
const pure = modules.filter(
  (path) =>
    (pureFolders.some((folder) => path.startsWith(folder)) || pureFiles.test(path)) && !(path in edges),
);

const hashOnly = (path: string): boolean =>
  importsOf(path)
    .filter(({ from }) => from === 'node:crypto')
    .every(({ names }) => /^\{\s*createHash\s*\}\s*from\s*$/.test(names));

test('there are pure modules to look at', () => {
  expect(pure.length).toBeGreaterThan(40);
});

test('every edge on the list is there and is one', () => {
  for (const path of Object.keys(edges)) {
    expect(modules).toContain(path);
    expect(importsOf(path).some(({ from }) => !from.endsWith('.ts') && !computing.test(from))).toBe(true);
  }
});

describe.each(pure)('%s', (path) => {
  test('reaches no platform library, file, network, database or environment, directly or not', () => {
    const outside = [...reach(path)].filter(
      ([to, way]) =>
        !to.endsWith('.ts') && !computing.test(to) && !(to === 'node:crypto' && hashOnly(way.at(-2) ?? '')),
    );
    expect(outside.map(([, way]) => way.join(' → '))).toEqual([]);
  });

  test('asks nobody for the time, chance, the process or the network', () => {
    const asked =
      /\bTemporal\.Now\b|\bDate\b|\bperformance\b|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bprocess\b|\bfetch\(|\bconsole\./g;
    const found = [...codeIn(path).matchAll(asked)].map(([text]) => text);
    expect(found).toEqual([]);
  });
});

describe.each(modules.filter((path) => path.startsWith('commands/')))('%s', (path) => {
  test('returns documents and knows no adapter: not even its types', () => {
    const known = importsOf(path).filter(({ from }) =>
      /^src\/(?:platforms|store\/(?!ports\.ts)|cli|main)/.test(from),
    );
    expect(known).toEqual([]);
  });
});

test('a platform knows no other platform', () => {
  const strangers = modules.flatMap((path) => {
    const own = /^src\/platforms\/([a-z]+)\//.exec(path)?.[1];
    if (own === undefined) return [];
    return importsOf(path)
      .filter(({ from }) => from.startsWith('src/platforms/') && !from.startsWith(`src/platforms/${own}/`))
      .filter(
        ({ from }) => from !== 'src/platforms/platform.ts' && !/^src\/platforms\/[a-z-]+\.ts$/.test(from),
      )
      .map(({ from }) => `${path} → ${from}`);
  });
  expect(strangers).toEqual([]);
});

test('pages of the console are scripts for browsers: no module imports them', () => {
  const imported = modules.flatMap((path) => importsOf(path).filter(({ from }) => from.includes('/page/')));
  expect(imported).toEqual([]);
});

test('the law sees what it forbids', () => {
  expect(read('src/knowledge/load.ts')).toContain('node:fs');
  expect([...reach('src/knowledge/load.ts').keys()]).toContain('node:fs/promises');
  expect([...reach('src/platforms/console/adapter.ts').keys()]).toContain('hono');
});
