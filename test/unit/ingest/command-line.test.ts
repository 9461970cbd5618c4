import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../src/cli.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-extract-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs one command line with the given standard input, on 14 March 2024. */
async function run(argv: readonly string[], input: readonly string[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runCli(argv, {
    environment: {},
    lines: async function* () {
      yield* input;
    },
    print: (text) => void out.push(text),
    complain: (text) => void err.push(text),
    clock: () => Temporal.Instant.from('2024-03-14T09:00:00Z'),
    stop: new AbortController().signal,
  });
  return { status, out, err };
}

const article = async (text: string): Promise<string> => {
  const file = join(folder, 'article.txt');
  await writeFile(file, text);
  return file;
};

describe('extract', () => {
  test('--json prints one record; a known name has its id', async () => {
    const { status, out } = await run([
      'extract',
      '--json',
      '--published',
      '2023-05-04',
      await article('He flew to India on Thursday.'),
    ]);
    const record = JSON.parse(out.join(''));
    expect(status).toBe(0);
    expect(record.mentions).toContainEqual(
      expect.objectContaining({ text: 'India', kind: 'country', entity: 'india' }),
    );
    expect(record.dates).toContainEqual(expect.objectContaining({ text: 'Thursday', value: '2023-05-04' }));
  });

  test('without a day of publication the header counts, else today', async () => {
    const value = async (text: string) =>
      JSON.parse((await run(['extract', '--json', await article(text)])).out.join('')).published;
    expect(await value('date 2023-05-04 It rained.')).toBe('2023-05-04');
    expect(await value('It rained.')).toBe('2024-03-14');
  });

  test('prints lines for people', async () => {
    const { out } = await run(['extract', await article('Ama Boateng met Kofi Mensah in India on Monday.')]);
    expect(out.join('\n')).toContain('2024-03-11 meeting: Ama Boateng met Kofi Mensah');
  });

  test('--batch answers line by line and goes on after a bad one', async () => {
    const { status, out } = await run(
      ['extract', '--batch'],
      [
        '{"id":1,"text":"It rained yesterday.","published":"2024-01-01"}',
        'nonsense',
        '{"id":2,"text":"It rained.","published":"soon"}',
        '{"id":3,"text":"It rained.","published":"2024-01-01T05:00:00Z","headline":"Rain"}',
      ],
    );
    const lines = out.map((line) => JSON.parse(line));
    expect(status).toBe(2);
    expect(lines.map(({ id }) => id)).toEqual([1, null, 2, 3]);
    expect(lines[0].record.dates[0].value).toBe('2023-12-31');
    expect(lines[2].error).toMatch(/2023-05-04/);
    expect(lines[3].record.headline).toBe('Rain');
  });

  test.each([
    [['extract'], /which file/],
    [['extract', '/no/such/article.txt'], /no file/],
    [['extract', '--published', 'soon', 'x.txt'], /x\.txt|day of publication/],
    [['extract', '--colour', 'red'], /no --colour/],
  ])('%j is the user’s mistake, said with what to do', async (argv, said) => {
    const { status, out, err } = await run(argv);
    expect([status, out]).toEqual([2, []]);
    expect(err.join('\n')).toMatch(said);
  });
});
