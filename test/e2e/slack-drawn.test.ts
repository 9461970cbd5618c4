import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { AnyAction } from '../../src/command.ts';
import { notice } from '../../src/document/build.ts';
import { fit as fitted } from '../../src/document/fit.ts';
import type { Document } from '../../src/document/model.ts';
import { homeView } from '../../src/platforms/slack/home.ts';
import { createDigestModal } from '../../src/platforms/slack/modal.ts';
import { renderMessage } from '../../src/platforms/slack/render.ts';
import { args, executablePath, isAbsent, tellAbsence } from '../support/browser.ts';
import { sampleDocuments } from '../support/sample-documents.ts';
import { drawPage } from '../support/slack/draw.ts';

tellAbsence('Slack messages drawn in a browser');
const folder = fileURLToPath(new URL('../.artifacts/', import.meta.url));

const create = commands.find(({ name }) => name === 'digest')?.subcommands?.create as AnyAction;
const list: Document = { ...(sampleDocuments.timeline as Document), sources: [] };
const pages = [
  ...Object.entries(sampleDocuments).map(
    ([name, document]) => [name, renderMessage(fitted(document))] as const,
  ),
  ['home', { text: '', blocks: homeView(list, 'sco-', notice('Digest d4k2 is paused.')).blocks }] as const,
  [
    'form',
    { text: '', blocks: createDigestModal(create, { channel: 'C1' }, 'Asia/Kolkata').blocks },
  ] as const,
];

/** A rough drawing: it shows what is missing, out of order or too wide, and leaves pictures to look at. */
describe.skipIf(isAbsent)('messages drawn', { timeout: 30_000 }, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args });
    page = await browser.newPage();
    await page.route('**', (route) => route.abort());
    await mkdir(folder, { recursive: true });
  });
  afterAll(() => browser.close());

  test.each([
    ['desktop', 760],
    ['phone', 360],
  ])('nothing sticks out on a %s', async (name, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.setContent(drawPage(pages));
    await page.screenshot({ path: `${folder}slack-${name}.png`, fullPage: true });
    expect(await page.locator('article').count()).toBe(pages.length);
    const wide = `[...document.querySelectorAll('article *')].filter((each) => each.getBoundingClientRect().right > innerWidth).length`;
    expect(await page.evaluate(wide)).toBe(0);
  });

  test('what is hostile draws as its own characters and runs nothing', async () => {
    await page.setContent(drawPage(pages.filter(([name]) => name === 'hostile')));
    const drawn = await page.locator('article').textContent();
    expect(drawn).toContain('**bold**');
    expect(drawn).toContain('<!channel>');
    expect(await page.locator('article script, article a[href^="javascript"]').count()).toBe(0);
  });
});
