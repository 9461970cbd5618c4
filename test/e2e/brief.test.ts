import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram, temporaryFolder } from '../support/program.ts';

// The program under plain node writes briefings. Protects the contract of `brief` on the command line.

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

const brief = (...args: readonly string[]) =>
  runProgram(['brief', ...args, '--now', '2026-11-23T09:00:00Z', '--db', join(folder.path, 'test.db')]);

describe('brief', () => {
  it.each(['md', 'html', 'pdf'])('writes a file of format %s and says where it is', async (format) => {
    const out = join(folder.path, `goa.${format}`);
    const { status, out: said, err } = await brief('Goa meeting', '--format', format, '--out', out);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(said).toContain(out);
    const content = await readFile(out);
    if (format === 'pdf') expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    else expect(content.toString()).toContain('Lavrov and Jaishankar hold bilateral talks in Goa');
  });

  it('takes the format from the name of the file, and keeps to the period', async () => {
    const out = join(folder.path, 'india.md');
    expect((await brief('India', '--period', '2023-01-01/2023-12-31', '--out', out)).status).toBe(0);
    const text = await readFile(out, 'utf8');
    expect(text).toMatch(/^# Brief: India in 2023/);
    expect(text).toContain('## Background');
  });

  it('without a format says what the slash command says', async () => {
    const { status, out } = await brief('Goa meeting');
    expect(status).toBe(0);
    expect(out).toMatch(/^Brief: Goa meeting/);
    expect(out).toContain('What the desk does not know');
  });

  it.each([
    [['Goa meeting', '--format', 'docx'], /format is one of message, md, html, pdf, not “docx”\./],
    [['Goa meeting', '--pages', '3'], /There is no --pages here/],
    [['Goa meeting', '--format', 'message', '--out', 'x.txt'], /--out needs --format md, html or pdf\./],
    [['--format', 'md'], /needs topic/],
    [['Macron', '--format', 'md'], /Nothing here/],
  ])('says what to do where %j cannot be done', async (args, expected) => {
    const { status, out, err } = await brief(...args);
    expect(status).toBe(2);
    expect(`${out}${err}`).toMatch(expected);
  });
});

const pdftotext = '/usr/bin/pdftotext';
const absent = !existsSync(pdftotext);
if (absent) console.warn(`Skipped: reading a PDF needs ${pdftotext} (Debian: poppler-utils).`);

describe.skipIf(absent)('the PDF', () => {
  it('can be read again: page numbers, the same numbering, all scripts as text', async () => {
    const out = join(folder.path, 'sco.pdf');
    expect((await brief('India and the SCO', '--out', out)).status).toBe(0);
    const { stdout } = await promisify(execFile)(pdftotext, ['-layout', out, '-']);
    const pages = stdout.split('\f').filter((page) => page.trim() !== '');
    pages.forEach((page, index) => {
      expect(page).toContain(`${index + 1} / ${pages.length}`);
    });
    const sources = [...(stdout.split(/^\s*Sources$/m)[1] ?? '').matchAll(/^\s*\[(\d+)\] /gm)].map(
      ([, number]) => Number(number),
    );
    expect(sources.length).toBeGreaterThan(20);
    expect(sources).toEqual(sources.map((_, index) => index + 1));
  });
});
