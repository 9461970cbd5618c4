import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Read without Slack's libraries: by `render`, by `manifest`, and by a bot that runs on another platform. */
const pure = [
  'block-kit',
  'decode',
  'escape',
  'faults',
  'home',
  'limit',
  'manifest',
  'modal',
  'name-commands',
  'render-actions',
  'render-blocks',
  'render-context',
  'render-spans',
  'render',
  'slash-name',
  'upload',
];

const folder = fileURLToPath(new URL('../../../../src/platforms/slack/', import.meta.url));

test.each(pure)('%s needs no library of Slack’s, nor a file that does', async (name) => {
  const source = await readFile(`${folder}${name}.ts`, 'utf8');
  expect(source).not.toContain("'@slack/");
  const neighbours = [...source.matchAll(/from '\.\/([\w-]+)\.ts'/g)].map(([, file]) => file);
  expect(pure).toEqual(expect.arrayContaining(neighbours));
});
