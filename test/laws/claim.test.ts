import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Answered, Claim, Evidence } from '../../src/answer/model.ts';
import { root } from './source-files.ts';

const evidence: Evidence = { id: 'e', article: null, quote: 'q', date: '2017', publisher: 'P', url: null };
const some: Evidence[] = [evidence];
const words = { text: 'India joined in 2017.', certainty: 'stated' } as const;
const claim: Claim = { ...words, evidence: [evidence] };
type Said = Pick<Answered, 'status' | 'claims'>;

// `tsc` reads these: a line that is marked as an error and is none breaks the build, and the test below.
const right: readonly [Claim, Said] = [claim, { status: 'answered', claims: [claim] }];
// @ts-expect-error a claim without evidence is not a claim
const unsupported: Claim = { ...words, evidence: [] };
// @ts-expect-error nor is one whose evidence is left out
const bare: Claim = { ...words };
// @ts-expect-error nor is one whose list of evidence may be empty
const perhaps: Claim = { ...words, evidence: some };
// @ts-expect-error an answer without a claim is not answered
const empty: Said = { status: 'answered', claims: [] };

test('a claim without evidence does not type-check', { timeout: 60_000 }, async () => {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const project = join(root, 'test/laws/claim.tsconfig.json');
  const checked = await promisify(execFile)(tsc, ['-p', project], { cwd: root }).then(
    ({ stdout }) => stdout,
    (fault: { stdout?: string }) => fault.stdout ?? String(fault),
  );
  expect(checked).toBe('');
  expect([...right, unsupported, bare, perhaps, empty]).toHaveLength(6);
});
