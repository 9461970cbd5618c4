import { expect, test } from 'vitest';
import type { Document } from '../../../../src/document/model.ts';
import { failureLines, uploadsOf, uploadWords } from '../../../../src/platforms/slack/upload.ts';

const picture = (name: string, alt: string) =>
  ({ type: 'picture', png: new Uint8Array(1), name, alt }) as const;
const file = (name: string) => ({ name, mediaType: 'text/plain', content: new Uint8Array(2) });
const document = (parts: Partial<Document>): Document => ({
  kind: 'answer',
  blocks: [],
  sources: [],
  ...parts,
});

test('pictures come first, with words that fit Slack’s limit; files have none', () => {
  const uploads = uploadsOf(
    document({ blocks: [picture('a.png', 'x'.repeat(3000)), picture('b.png', ' ')], files: [file('c.md')] }),
  );
  expect(uploads.map(({ name, alt }) => [name, alt?.length])).toEqual([
    ['a.png', 1000],
    ['b.png', undefined],
    ['c.md', undefined],
  ]);
});

test('a document of text alone has nothing to bring', () => expect(uploadsOf(document({}))).toEqual([]));

test.each([
  ['../../etc/passwd', '..-..-etc-passwd'],
  ['a\u202egnp.exe', 'agnp.exe'],
  ['two\nlines.md', 'two lines.md'],
  [' ', 'file'],
  ['भारत.md', 'भारत.md'],
])('the name %j becomes %j', (name, cleaned) => {
  expect(uploadsOf(document({ files: [file(name)] }))[0]?.name).toBe(cleaned);
});

test('files that fail for one reason share a line', () => {
  const why = uploadWords({ kind: 'said', code: 'file_uploads_disabled' });
  expect(
    failureLines([
      { name: 'a', why },
      { name: 'b', why: 'it is empty' },
      { name: 'c', why },
    ]),
  ).toEqual(['Not attached: a, c (this workspace takes no files).', 'Not attached: b (it is empty).']);
  expect(failureLines([])).toEqual([]);
});
