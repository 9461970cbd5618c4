import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fit as fitted } from '../../../../src/document/fit.ts';
import { renderSlack } from '../../../../src/platforms/slack/render.ts';
import { sampleDocuments } from '../../../support/sample-documents.ts';
import { messageFaults } from '../../../support/slack/validate-blocks.ts';

/** What each kind of message looks like as it is sent; a change here is a change that readers see. */
test.each(Object.entries(sampleDocuments))('%s', async (name, document) => {
  const messages = renderSlack(fitted(document));
  expect(messages.flatMap((message) => messageFaults({ ...message }))).toEqual([]);
  await expect(`${JSON.stringify(messages, null, 2)}\n`).toMatchFileSnapshot(
    `../../../golden/slack/${name}.json`,
  );
});

test('there is no golden file of a message that is no more', async () => {
  const files = await readdir(fileURLToPath(new URL('../../../golden/slack', import.meta.url)));
  expect(files.sort()).toEqual(
    Object.keys(sampleDocuments)
      .map((name) => `${name}.json`)
      .sort(),
  );
});
