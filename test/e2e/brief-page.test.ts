import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportBriefing } from '../../src/briefing/export.ts';
import { openStudio } from '../../src/briefing/open-studio.ts';
import { fileOn, shippedLibrary } from '../support/briefing/shipped.ts';

// A briefing as a page in a real browser. Protects that it can be read: on a phone, at a desk, in the dark, with no labels
// of a picture over one another, and that it runs and fetches nothing.

const executablePath = '/usr/bin/chromium';
const absent = !existsSync(executablePath);
if (absent) console.warn(`Skipped: a briefing in a real browser needs ${executablePath} (Debian: chromium).`);

/** Run in the page: pairs of texts of one picture whose boxes overlap, and texts that stick out of their picture. */
const collisions = `[...document.querySelectorAll('svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll('text')].flatMap((text) => {
    const parts = text.querySelector('tspan') ? [...text.querySelectorAll('tspan')] : [text];
    return parts.map((part) => ({ words: part.textContent, box: part.getBoundingClientRect() }));
  }).filter((each) => each.words.trim() !== '');
  const shave = 1.5;
  const overlap = (a, b) => a.left < b.right - shave && b.left < a.right - shave && a.top < b.bottom - shave * 2 && b.top < a.bottom - shave * 2;
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a.box, b.box)).map((b) => a.words + ' × ' + b.words));
  const out = boxes.filter(({ box }) => box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 1).map(({ words }) => 'out: ' + words);
  return [...pairs, ...out];
})`;
const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** Run in the page: contrast of the text of its body, of small print and of links against the ground. */
const contrasts = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const light = (colour) => rgb(colour).map((c) => c / 255).map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = light(getComputedStyle(document.documentElement).backgroundColor);
  return ['p', '.quiet', 'a.cite', '.detail', 'svg text'].map((selector) => {
    const element = document.querySelector(selector);
    if (!element) return 21;
    const style = getComputedStyle(element);
    const own = light(selector === 'svg text' ? style.fill : style.color);
    return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
  });
})()`;

describe.skipIf(absent)('a briefing in a real browser', () => {
  let browser: Browser;
  const pages = new Map<string, string>();
  beforeAll(async () => {
    const { library } = await shippedLibrary();
    const studio = openStudio();
    for (const topic of ['Goa meeting', 'India and the SCO', 'Mongolia']) {
      const file = await exportBriefing(fileOn(topic, library), 'html', studio);
      pages.set(topic, new TextDecoder().decode(file.content));
    }
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser.close());

  async function open(topic: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.setContent(pages.get(topic) ?? '');
    return page;
  }

  it.each(
    ['Goa meeting', 'India and the SCO', 'Mongolia'].flatMap((topic) =>
      (
        [
          [360, 'light'],
          [390, 'dark'],
          [1280, 'light'],
        ] as const
      ).map(([width, scheme]) => [topic, width, scheme] as const),
    ),
  )(
    'on %s at a width of %i, %s, has nothing over one another or out of the window',
    async (topic, width, scheme) => {
      const page = await open(topic, width, scheme);
      expect(await page.evaluate(collisions)).toEqual([]);
      expect(await page.evaluate(sideways)).toBe(0);
      for (const contrast of (await page.evaluate(contrasts)) as readonly number[])
        expect(contrast).toBeGreaterThan(4.5);
      await page.close();
    },
  );

  it('asks the network for nothing and breaks no rule of its own', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => asked.push(message.text()));
    await page.setContent(pages.get('India and the SCO') ?? '');
    await page.waitForTimeout(200);
    expect(asked).toEqual([]);
    await page.close();
  });

  it('leads from each number to its source', async () => {
    const page = await open('Goa meeting', 390, 'light');
    const dead = await page.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')].filter((a) => !document.getElementById(a.hash.slice(1))).length`,
    );
    expect(dead).toBe(0);
    await page.close();
  });
});
