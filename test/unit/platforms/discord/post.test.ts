import type { REST } from 'discord.js';
import { expect, it } from 'vitest';
import { post } from '../../../../src/platforms/discord/post.ts';

// Protects a digest from being taken for sent on the word of whatever stands between us and Discord: a proxy's page, an answer cut short.

const place = { platform: 'discord', workspace: '1', channel: '2' };
const document = { kind: 'answer', blocks: [{ type: 'heading', text: 'On this day' }], sources: [] } as const;
const postTo = (answer: unknown) =>
  post({ post: async () => answer } as unknown as REST, place, document, 'abc', () => Temporal.Now.instant());

it('is sent once Discord names the message', async () => {
  expect(await postTo({ id: '3' })).toEqual({ state: 'sent', messageId: '3' });
});
it.each([
  ['a page', new ArrayBuffer(8)],
  ['nothing', undefined],
  ['null', null],
  ['another thing', { ok: true }],
])('is in doubt where the answer is %s', async (_, answer) => {
  expect(await postTo(answer)).toMatchObject({ state: 'doubt' });
});
