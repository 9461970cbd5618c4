import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from './source-files.ts';

test('a claim without evidence does not type-check', { timeout: 60_000 }, async () => {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const project = join(root, 'test/laws/claim.tsconfig.json');
  const checked = await promisify(execFile)(tsc, ['-p', project], { cwd: root }).then(
    ({ stdout }) => stdout,
    (fault: { stdout?: string }) => fault.stdout ?? String(fault),
  );
  expect(checked).toBe('');
});
