import { expect, test } from 'vitest';
import { codeIn, modules, read } from './source-files.ts';

/** Where a pattern stands in code that Node runs: `path:line`. */
const places = (pattern: RegExp, text: (path: string) => string = codeIn): readonly string[] =>
  modules.filter((path) => pattern.test(text(path)));

/** Modules that a library forces to handle a Date, with the reason. */
const dateEdges: Readonly<Record<string, string>> = {
  'src/briefing/typeset.ts': 'pdfmake takes the day of a PDF as a Date',
};

/** Modules that may read the clock; everybody else is handed it. */
const clockEdges = /^src\/(?:main|cli)\.ts$/;

/** Modules where a `default:` answers values of no union of ours, with the reason. */
const openSwitches: Readonly<Record<string, string>> = {
  'src/platforms/console/listen.ts': 'error codes of Node are any string',
  'src/platforms/slack/faults.ts': 'error codes of the Slack API are any string',
  'src/platforms/slack/http-connection.ts': 'request paths are any string',
};

/** Modules where the operator names a platform on the command line, with the reason. */
const namedByOperator: Readonly<Record<string, string>> = {
  'src/cli/declare.ts': '`render --platform discord` picks a renderer',
};

test('time is Temporal: nothing uses Date but the edges on the list, and each of them does', () => {
  expect(places(/\bDate\b/)).toEqual(Object.keys(dateEdges));
});

test('the environment is read at the start alone', () => {
  expect(
    places(/\bprocess\s*\.\s*env\b|\bprocess\s*\[/).filter((path) => !/^src\/(?:main|cli)\.ts$/.test(path)),
  ).toEqual([]);
});

test('the clock is read at the start alone, and handed on', () => {
  expect(places(/\bTemporal\s*\.\s*Now\b/).filter((path) => !clockEdges.test(path))).toEqual([]);
});

test('a switch over a union has no default: the list of others is exact', () => {
  expect(places(/\bdefault\s*:/).toSorted()).toEqual(Object.keys(openSwitches).toSorted());
});

test('a platform is never asked its name outside its own folder', () => {
  const asked =
    /\bplatform\s*[!=]==\s*'|[!=]==?\s*'(?:discord|slack|console)'|\bcase\s+'(?:discord|slack|console)'/;
  const elsewhere = places(asked, read).filter((path) => !/^src\/platforms\/[a-z]+\//.test(path));
  expect(elsewhere).toEqual(Object.keys(namedByOperator));
});

test('in its folder a platform asks for no name but its own', () => {
  for (const path of modules) {
    const own = /^src\/platforms\/([a-z]+)\//.exec(path)?.[1];
    if (own === undefined) continue;
    const others = ['discord', 'slack', 'console'].filter((name) => name !== own).join('|');
    expect(read(path)).not.toMatch(new RegExp(`[!=]==?\\s*'(?:${others})'|case\\s+'(?:${others})'`));
  }
});

test('no error is swallowed by an empty catch', () => {
  expect(places(/\bcatch\s*(?:\([^)]*\)\s*)?\{\s*\}|\.catch\(\s*\(\)\s*=>\s*\{\s*\}\s*\)/)).toEqual([]);
});

test('no any, and no file named utils, helpers, manager or service', () => {
  expect(places(/(?::|<|\bas)\s*any\b/)).toEqual([]);
  expect(
    modules.filter((path) => /(?:^|[/-])(?:utils?|helpers?|managers?|services?)(?:[/.-]|$)/.test(path)),
  ).toEqual([]);
});

test('text is escaped in renderers alone: nothing else writes markup', () => {
  const markup = places(/<\/?(?:script|div|span|article|p|a|b)\b[^'`]*>/, read);
  expect(
    markup.filter(
      (path) => !path.startsWith('src/platforms/') && !/^src\/(?:briefing|pictures|ingest)\//.test(path),
    ),
  ).toEqual([]);
});
