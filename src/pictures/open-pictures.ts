import { createHash } from 'node:crypto';
import type { Drawing } from './model.ts';
import type { Pictures } from './port.ts';
import { onPage } from './theme.ts';

/** Pictures that are remembered. A PNG takes about 100 KB. */
const mostKept = 24;

/** Draws, and remembers what it drew by its content. The libraries are loaded with the first picture. */
export function openPictures(): Pictures {
  const remember = createMemory(mostKept);
  return {
    svg: (drawing) =>
      remember(keyOf('svg', drawing), async () => (await import('./plot.ts')).drawSvg(drawing, onPage)),
    print: (drawing) =>
      remember(keyOf('print', drawing), async () => (await import('./png.ts')).printSvg(drawing)),
    png: async (drawing) => ({
      type: 'picture',
      name: `${drawing.type}-${keyOf('png', drawing).slice(0, 10)}.png`,
      alt: drawing.alt,
      png: await remember(keyOf('png', drawing), async () => (await import('./png.ts')).drawPng(drawing)),
    }),
  };
}

const keyOf = (form: string, drawing: Drawing): string =>
  createHash('sha256')
    .update(`${form} ${JSON.stringify(drawing)}`)
    .digest('hex');

/** Remembers the outcome of the last `most` different pieces of work; one that failed is tried again. */
function createMemory(most: number): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<unknown>>();
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const outcome = (kept.get(key) as Promise<T> | undefined) ?? work();
    kept.delete(key);
    kept.set(key, outcome);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    try {
      return await outcome;
    } catch (fault) {
      kept.delete(key);
      throw fault;
    }
  };
}
