import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { chinese, indian } from './scripts.ts';

const folder = join(import.meta.dirname, '..', '..', 'assets', 'fonts');

/** The fonts that ship, by what they are for. */
export const fontFiles = {
  regular: join(folder, 'NotoSans-Regular.ttf'),
  bold: join(folder, 'NotoSans-Bold.ttf'),
  devanagari: join(folder, 'NotoSansDevanagari-Regular.ttf'),
  chinese: join(folder, 'NotoSansSC-Regular.ttf'),
} as const;

export type FontName = keyof typeof fontFiles;

/** Whether the Western fonts are all that a text needs. */
export const isWestern = (text: string): boolean => !indian.test(text) && !chinese.test(text);

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
