import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/answer/library.ts';
import { openStudio } from '../../../src/briefing/open-studio.ts';
import { ReaderError } from '../../../src/errors.ts';
import type { TimelineDrawing } from '../../../src/pictures/model.ts';
import { fileOn, shippedLibrary } from '../../support/briefing/shipped.ts';

// Protects the desk from its own press: setting type holds nobody up, ends when it takes too long, and leaves nothing behind.

let library: Library;
beforeAll(async () => {
  ({ library } = await shippedLibrary());
});
const studio = openStudio();
afterAll(() => studio[Symbol.asyncDispose]());

const drawing = (title: string): TimelineDrawing => ({
  type: 'timeline',
  title,
  alt: title,
  marks: [
    { from: '2001-06-15', until: '2001-06-15', when: '15 June 2001', label: 'Founding', announced: false },
  ],
});

describe('a studio', () => {
  it('sets a PDF while the event loop goes on', async () => {
    await studio.press.pdf(fileOn('Mongolia', library));
    const briefing = fileOn('Goa meeting', library);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    // Whatever was put together before is not the press's doing.
    await pause(20);
    delay.enable();
    const pdf = await studio.press.pdf(briefing);
    delay.disable();
    expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-');
    // In this thread it took about half a second. Garbage and other programs may take a few dozen milliseconds.
    expect(delay.max / 1e6).toBeLessThan(250);
  });

  it('ends what takes too long, says so, and does the next thing all the same', async () => {
    await using hasty = openStudio({ within: 1 });
    const late = hasty.press.pdf(fileOn('Goa meeting', library));
    await expect(late).rejects.toThrow(ReaderError);
    await expect(late).rejects.toThrow('takes too long');
    await using patient = openStudio();
    expect((await patient.pictures.png(drawing('after'))).png.byteLength).toBeGreaterThan(1_000);
  });

  it('is the same thread for one thing after another, and another one after a rest', async () => {
    await using restless = openStudio({ idle: 1 });
    const first = await restless.pictures.png(drawing('one'));
    await pause(100);
    const second = await restless.pictures.png(drawing('two'));
    expect(first.name).not.toBe(second.name);
    expect(second.png.byteLength).toBeGreaterThan(1_000);
  });

  it('refuses what would wait behind too many', async () => {
    await using small = openStudio({ waiting: 1 });
    const first = small.pictures.png(drawing('first'));
    await expect(small.pictures.png(drawing('second'))).rejects.toThrow('drawing many things');
    expect((await first).png.byteLength).toBeGreaterThan(1_000);
  });

  it('starts no thread before it is asked for something', async () => {
    const before = process.memoryUsage.rss();
    await using _idle = openStudio();
    expect(process.memoryUsage.rss() - before).toBeLessThan(8 * 2 ** 20);
  });
});
