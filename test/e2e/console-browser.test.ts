import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ConsoleAdapter } from '../../src/platforms/console/adapter.ts';
import { args, executablePath, isAbsent, tellAbsence } from '../support/browser.ts';
import { memoryMessages } from '../support/console/memory-messages.ts';
import { openConsole } from '../support/console/open-console.ts';
import { stubDigest } from '../support/console/stub-desk.ts';
import { sampleDocuments } from '../support/sample-documents.ts';

tellAbsence('tests of the console in a real browser');
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const newsroom = { platform: 'console', workspace: 'console', channel: 'newsroom' };

/** Run in the page: elements that stand out of the window; tables may be scrolled by themselves. */
const sticking = `[...document.querySelectorAll('main *, nav, nav *')]
  .filter((each) => !each.closest('.unseen, .table, .asked b') && each.getClientRects().length > 0)
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5 || each.getBoundingClientRect().left < -0.5)
  .map((each) => each.tagName + '.' + each.className)`;
/** Run in the page: the words of what has the focus, or that nothing shows it. The field round the line shows it. */
const focused = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const shown = (outlineStyle !== 'none' && outlineWidth !== '0px') || element.id === 'line';
  if (element === document.body) return '';
  return shown ? element.textContent.trim() || element.id : 'unseen ' + element.tagName;
})()`;

describe.skipIf(isAbsent)('the console in a real browser', { timeout: 15_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let desk: ConsoleAdapter;
  /** Errors and warnings of the page: the policy's too. */
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args });
    context = await browser.newContext();
  }, 30_000);
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(context.pages().map((page) => page.close()));
    await desk[Symbol.asyncDispose]();
    expect(complaints).toEqual([]);
  });

  async function openPage(): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize(desktop);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (fault) => complaints.push(String(fault)));
    page.setDefaultTimeout(5_000);
    await page.goto(desk.url());
    await page.waitForSelector('[data-state="live"]');
    await page.waitForSelector('.message, .empty');
    return page;
  }

  async function start(options: Parameters<typeof openConsole>[0] = {}): Promise<void> {
    complaints = [];
    desk = await openConsole(options);
  }

  const ask = async (page: Page, line: string): Promise<void> => {
    await page.fill('#line', line);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
  };
  const answers = (page: Page) => page.locator('.message:not(.pending) article');

  test('a stranger is told what to ask, and an example works as a button', async () => {
    await start();
    const page = await openPage();
    expect(await page.locator('.empty h2').textContent()).toBe('Ask the desk');
    expect(await page.locator('.empty button').count()).toBe(3);
    await page.getByRole('button', { name: 'Who met Jaishankar in Goa?' }).click();
    await answers(page).waitFor();
    expect(await page.locator('.asked span').textContent()).toBe('Who met Jaishankar in Goa?');
    expect(await page.locator('.empty').count()).toBe(0);
  });

  test('a question is typed and answered; a citation leads to its source; a reload keeps both', async () => {
    await start();
    const page = await openPage();
    await page.keyboard.type('Who met Jaishankar?');
    await page.keyboard.press('Enter');
    await answers(page).waitFor();
    expect(await page.inputValue('#line')).toBe('');
    await page.locator('a.citation').click();
    expect(await page.locator('.sources .pointed').textContent()).toContain('Lavrov meets Jaishankar in Goa');
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await answers(page).waitFor();
    expect(await page.locator('article').textContent()).toContain('Who met Jaishankar?');
  });

  test('a slash command is completed by keys alone: arrows, Tab, Enter, and Esc closes the list', async () => {
    await start();
    const page = await openPage();
    const list = page.locator('#choices');
    await page.keyboard.type('/');
    await list.getByRole('option').first().waitFor();
    expect(await list.getByRole('option').count()).toBe(4);
    await page.keyboard.press('Escape');
    expect(await list.isVisible()).toBe(false);
    await page.keyboard.type('q');
    await list.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    expect(await page.inputValue('#line')).toBe('/quote ');
    await page.keyboard.type('speaker:s');
    await list.getByText('Sergey Lavrov').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('#line', 'aria-activedescendant')).toBe('choice-1');
    await page.keyboard.press('Tab');
    expect(await page.inputValue('#line')).toBe('/quote speaker:"Subrahmanyam Jaishankar" ');
    await page.keyboard.press('Enter');
    await page.locator('.message article').waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await page.inputValue('#line')).toBe('/quote speaker:"Subrahmanyam Jaishankar"');
  });

  test('what is typed faster than the desk suggests is sent as typed', async () => {
    await start();
    const page = await openPage();
    await page.keyboard.type('/quo');
    await page.locator('#choices').getByRole('option').first().waitFor();
    await page.route('**/api/complete?*', () => {});
    await page.keyboard.type('te about:trade');
    await page.keyboard.press('Enter');
    await answers(page).waitFor();
    expect(await page.locator('.asked span').textContent()).toBe('/quote about:trade');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('a digest arrives by itself: marked on another channel, also on a page opened later', async () => {
    await start();
    const page = await openPage();
    await desk.post(newsroom, stubDigest(), 'edition1');
    const mark = page.locator('nav a[href="#newsroom"] .badge');
    await mark.waitFor();
    expect(await page.title()).toBe('(1) #general · Dateline');
    await page.reload();
    await mark.waitFor();
    expect(await mark.textContent()).toMatch(/^1/);
    await page.click('nav a[href="#newsroom"]');
    await page.getByRole('heading', { name: 'On this day: 15 June' }).waitFor();
    expect(await page.locator('.badge').count()).toBe(0);
    await desk.post(newsroom, sampleDocuments.digest ?? stubDigest(), 'edition2');
    await page.getByRole('heading', { name: '📅 On this day: 15 June' }).waitFor();
    expect(await page.locator('.badge').count()).toBe(0);
  });

  test('two pages see each other, once, but not what is for one reader alone', async () => {
    await start();
    const [one, other] = [await openPage(), await openPage()];
    await ask(one, 'Who met whom?');
    await answers(other).waitFor();
    expect(await other.locator('.asked span').textContent()).toBe('Who met whom?');
    await ask(one, '/digest list');
    await one.getByText('Only you see this').waitFor();
    await ask(other, 'And then?');
    await one.getByText('And then?', { exact: true }).waitFor();
    expect([await answers(one).count(), await answers(other).count()]).toEqual([3, 2]);
    await one.getByRole('button', { name: 'Dismiss' }).click();
    expect(await answers(one).count()).toBe(2);
  });

  test('says when the desk is gone, keeps the line, and goes on by itself when it is back', async () => {
    const messages = memoryMessages();
    await start({ messages });
    const page = await openPage();
    const port = Number(new URL(desk.url()).port);
    await desk[Symbol.asyncDispose]();
    await page.locator('#lost').waitFor();
    expect(await page.locator('#lost').textContent()).toContain('cannot be reached');
    await page.setViewportSize(phone);
    expect(await page.evaluate(sticking)).toEqual([]);
    await ask(page, 'Anybody there?');
    await page.locator('.failed [role="alert"], .failed').first().waitFor();
    expect(await page.inputValue('#line')).toBe('Anybody there?');
    desk = await openConsole({ messages, port });
    await desk.post({ ...newsroom, channel: 'general' }, stubDigest(), 'edition1');
    await page.getByRole('heading', { name: 'On this day: 15 June' }).waitFor({ timeout: 8_000 });
    expect(await page.locator('#lost').isVisible()).toBe(false);
    complaints = complaints.filter(
      (each) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|Failed to load/.test(each),
    );
  });

  test('every kind of message fits a desktop and a phone: nothing sticks out', async () => {
    const messages = memoryMessages();
    await start({ messages });
    const long = `https://example.org/${'very-long-path-without-a-break/'.repeat(12)}`;
    const wide = {
      kind: 'answer' as const,
      blocks: [{ type: 'heading' as const, text: long }],
      sources: [{ date: long, statement: long, publisher: long, url: long }],
    };
    for (const [name, document] of Object.entries({ ...sampleDocuments, wide })) {
      await desk.post({ ...newsroom, channel: 'general' }, document, `sample${name}`);
    }
    const page = await openPage();
    await answers(page).last().waitFor();
    for (const viewport of [desktop, phone]) {
      await page.setViewportSize(viewport);
      expect(await page.evaluate(sticking)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
  });

  test('a button shows the rest of a list; everything is reached by Tab, and what has the focus shows it', async () => {
    await start();
    const page = await openPage();
    await ask(page, '/onthisday 15 June');
    await answers(page).waitFor();
    const names: string[] = [];
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Tab');
      names.push(String(await page.evaluate(focused)));
    }
    expect(names.filter((name) => name.startsWith('unseen'))).toEqual([]);
    await page.getByRole('button', { name: '+1 more' }).press('Enter');
    await page.getByText('Geneva: Observers').waitFor();
    expect(await page.locator('.asked span').last().textContent()).toBe('+1 more');
    for (const name of ['Skip to the question', 'general', 'newsroom', '[1]', '+1 more'])
      expect(names).toContain(name);
  });
});
