import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { envExample } from '../src/config.ts';
import { articleFileSchema, chronologyFileSchema, entitiesFileSchema } from '../src/knowledge/model.ts';

/** A file that is written from the code, so that the two never differ. */
interface Generated {
  /** From the project's root. */
  readonly path: string;
  readonly text: () => string;
}

const generated: readonly Generated[] = [
  { path: '.env.example', text: envExample },
  { path: 'data/schema/article.json', text: () => jsonSchema('Article', articleFileSchema) },
  { path: 'data/schema/chronology.json', text: () => jsonSchema('Chronology', chronologyFileSchema) },
  { path: 'data/schema/entities.json', text: () => jsonSchema('Entities', entitiesFileSchema) },
];

/** What a person writes, not what the program makes of it: fields with a default may be left out. */
function jsonSchema(title: string, schema: z.ZodType): string {
  const made = z.toJSONSchema(schema, { io: 'input', reused: 'ref' });
  return `${JSON.stringify({ title, ...made }, null, 2)}\n`;
}

const root = join(import.meta.dirname, '..');

/** Writes the generated files; with `--check` only tells which are out of date (exit status 2). */
async function run(check: boolean): Promise<void> {
  const stale: string[] = [];
  for (const { path, text } of generated) {
    const file = join(root, path);
    const wanted = text();
    const found = await readFile(file, 'utf8').catch(() => undefined);
    if (found === wanted) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, wanted);
  }
  for (const path of stale)
    console.log(check ? `${path} is out of date, run npm run generate` : `wrote ${path}`);
  if (check && stale.length > 0) process.exitCode = 2;
}

await run(process.argv.includes('--check'));
