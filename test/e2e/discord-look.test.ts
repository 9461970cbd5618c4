import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderMessages } from '../../src/platforms/discord/render.ts';
import { browserPath, drawPicture } from '../support/discord/draw.ts';
import { sampleDocuments } from '../support/sample-documents.ts';

const isThere = existsSync(browserPath);
if (!isThere) console.warn(`${browserPath} is not there: Discord messages are not drawn`);

it.skipIf(!isThere).each([
  ['desktop', 640],
  ['telephone', 360],
])(
  'draws every sample on a %s without anything running out of its message',
  async (name, width) => {
    const messages = Object.values(sampleDocuments).flatMap((document) => [...renderMessages(document)]);
    const { overflows } = await drawPicture(name, messages, width);
    expect(overflows).toBe(false);
  },
  30_000,
);
