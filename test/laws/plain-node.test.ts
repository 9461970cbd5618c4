import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { modules, root } from './source-files.ts';

const run = promisify(execFile);
/** The Node that the project brings, which is the one that `npm start` uses. */
const node = join(root, 'node_modules/.bin/node');
/** Loading these starts them. */
const starts = /^src\/(?:main|cli)\.ts$/;

const script = `
  const failed = [];
  for (const path of JSON.parse(process.argv[1])) {
    try { await import('file://' + path); } catch (fault) { failed.push(path + ': ' + fault); }
  }
  console.log(JSON.stringify(failed));
  process.exit(0);
`;

test('every module is plain erasable TypeScript: Node loads it as it stands', {
  timeout: 60_000,
}, async () => {
  const paths = modules.filter((path) => !starts.test(path)).map((path) => join(root, path));
  const args = ['--input-type=module', '--eval', script, JSON.stringify(paths)];
  const { stdout, stderr } = await run(node, args, { cwd: root });
  expect(JSON.parse(stdout)).toEqual([]);
  expect(stderr.replace(/.*ExperimentalWarning.*\n.*--trace-warnings.*\n/g, '')).toBe('');
});
