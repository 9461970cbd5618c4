import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';

/** A static file of the page, read once at start. */
export interface Asset {
  response(): Response;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const folder = new URL('page/', import.meta.url);

/** The page's files by their addresses: `/` is index.html. */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const names = await readdir(folder);
  const entries = names.map(async (name) => {
    const content = await readFile(new URL(name, folder), 'utf8');
    const headers = { 'Content-Type': types[extname(name)] ?? 'text/plain; charset=utf-8' };
    const asset: Asset = { response: () => new Response(content, { headers }) };
    return [name === 'index.html' ? '/' : `/${name}`, asset] as const;
  });
  return new Map(await Promise.all(entries));
}
