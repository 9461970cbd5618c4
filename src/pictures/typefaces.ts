import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';
import { type FontName, fontFiles } from './font-files.ts';
import { chinese, indian } from './scripts.ts';

/** Opened fonts; each is read when a text first needs it. */
export type Typefaces = ReadonlyMap<FontName, Font>;

const opened = new Map<FontName, Promise<Font>>();

/** The fonts that a text needs: the Chinese one is large and seldom wanted. */
export async function typefacesFor(text: string): Promise<Typefaces> {
  const names: readonly FontName[] = [
    'regular',
    'bold',
    ...(indian.test(text) ? (['devanagari'] as const) : []),
    ...(chinese.test(text) ? (['chinese'] as const) : []),
  ];
  return new Map(await Promise.all(names.map(async (name) => [name, await open(name)] as const)));
}

function open(name: FontName): Promise<Font> {
  const font = opened.get(name) ?? readFont(fontFiles[name]);
  opened.set(name, font);
  return font;
}

async function readFont(file: string): Promise<Font> {
  const font = create(await readFile(file));
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts, one was expected`);
  return font;
}
