import { createHash } from 'node:crypto';
import type { Drawing } from './model.ts';
import type { Pictures } from './port.ts';

/** Pictures that are remembered. A PNG takes about 100 KB. */
const mostKept = 24;

/** What draws a picture each time it is asked. */
export interface Draughts {
  svg(drawing: Drawing): Promise<string>;
  png(drawing: Drawing): Promise<Uint8Array>;
}

/** Draws, and remembers what it drew by its content. */
export function openPictures(draw: Draughts): Pictures {
  const remember = createMemory(mostKept);
  return {
    svg: (drawing) => remember(keyOf('svg', drawing), () => draw.svg(drawing)),
    png: async (drawing) => ({
      type: 'picture',
      name: `${drawing.type}-${keyOf('png', drawing).slice(0, 10)}.png`,
      alt: drawing.alt,
      png: await remember(keyOf('png', drawing), () => draw.png(drawing)),
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
