import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConsoleAdapter } from '../../src/platforms/console/adapter.ts';
import { args, executablePath, isAbsent, tellAbsence } from '../support/browser.ts';
import { openConsole } from '../support/console/open-console.ts';
import { type ArticleTestDesk, openArticleDesk } from '../support/desk/article-desk.ts';
import { report } from '../unit/ingest-desk/desk-world.ts';

tellAbsence('articles in a real browser');

describe.skipIf(isAbsent)('an article in a real browser', { timeout: 20_000 }, () => {
  let browser: Browser;
  let page: Page;
  let desk: ArticleTestDesk;
  let adapter: ConsoleAdapter;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args });
    desk = await openArticleDesk();
    adapter = await openConsole({ desk: desk.desk });
    page = await browser.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (fault) => complaints.push(String(fault)));
    page.setDefaultTimeout(8_000);
    await page.goto(adapter.url());
    await page.waitForSelector('[data-state="live"]');
  }, 40_000);
  afterAll(async () => {
    await browser.close();
    await adapter[Symbol.asyncDispose]();
    await desk[Symbol.asyncDispose]();
    expect(complaints).toEqual([]);
  });

  const dialog = () => page.locator('dialog[open]');
  const last = () => page.locator('.message').last();
  const submit = () => dialog().locator('button[type=submit]').click();
  const type = async (line: string) => {
    await page.fill('#line', line);
    await page.press('#line', 'Escape');
    await page.press('#line', 'Enter');
  };
  const press = (name: string) => last().getByRole('button', { name, exact: true }).click();

  test('is asked for by a form, which tells a mistake and keeps what was filled in', async () => {
    await type('/article add');
    await dialog().waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('article');
    await page.fill('dialog textarea', 'Too short.');
    await submit();
    await dialog().getByRole('alert').getByText('paste the whole text').waitFor();
    expect(await page.inputValue('dialog textarea')).toBe('Too short.');
    expect(await page.locator('.message').count()).toBe(0);
    await page.fill('dialog textarea', `date 2023-05-04 ${report}`);
    await submit();
    await last().getByText('On the desk. This was found in it:').waitFor();
    expect(await dialog().count()).toBe(0);
    // Its paragraphs came along: the quotation is told by one of its own.
    await last().getByText('The herring belongs to nobody').waitFor();
  });

  test('is changed by a form with what was read; Escape changes nothing', async () => {
    await press('Edit');
    await last().getByText('Press what is wrong').waitFor();
    await press('event e1');
    await dialog().waitFor();
    expect(await page.inputValue('#field-date')).toBe('4 May 2023');
    expect(await page.inputValue('#field-status')).toBe('happened');
    await page.fill('#field-place', 'Northam');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await press('event e1');
    await dialog().waitFor();
    expect(await page.inputValue('#field-place')).toBe('Gullport');
    await page.fill('#field-date', 'some day');
    await submit();
    await dialog().getByText('“some day” is no date').waitFor();
    expect(await page.inputValue('#field-date')).toBe('some day');
    await page.fill('#field-date', '3 May 2023');
    await page.selectOption('#field-kind', 'visit');
    await submit();
    await last().getByText('e1: date 4 May 2023 → 3 May 2023; kind meeting → visit').waitFor();
  });

  test('is accepted, and answers', async () => {
    await press('Accept');
    await last().getByText('it answers questions now').waitFor();
    await type('Who is Piet Moss?');
    await last().getByText('Piet Moss: A person named in an article of 4 May 2023.').waitFor();
  });

  test('a form that the desk does not take for lack of a connection is kept', async () => {
    await type('/article add');
    await dialog().waitFor();
    await page.fill('dialog textarea', report);
    await page.context().setOffline(true);
    await submit();
    await dialog().getByText('cannot be reached').waitFor();
    expect(await page.inputValue('dialog textarea')).toBe(report);
    await page.context().setOffline(false);
    complaints.length = 0;
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'hidden' });
  });
});
