import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, ReaderError } from '../errors.ts';
import { describeExtraction } from '../ingest/describe-extraction.ts';
import { extract } from '../ingest/extract.ts';
import { createLink, type KnownEntity } from '../ingest/link-entities.ts';
import type { Extraction } from '../ingest/model.ts';
import { readHeaderDate } from '../ingest/recognise/dateline.ts';
import type { Link } from '../ingest/recognise/mentions.ts';
import { type Arguments, readFlags } from './arguments.ts';
import { type BatchLine, type BatchResult, runBatch, textField } from './batch.ts';
import type { Edges } from './edges.ts';

/** The entities that ship with the program; extraction needs no database. */
const shipped = join(import.meta.dirname, '..', '..', 'data');

/** `extract [--published DATE] [--json] FILE`, `extract --batch`. */
export async function runExtract(args: Arguments, edges: Edges): Promise<number> {
  const link = createLink(await readEntities(edges.environment.DATA_DIR ?? shipped));
  if (args.batch)
    return await runBatch(edges, async (line) => extractLine(line, link, presentDay(args, edges)));
  const { flags, words } = readFlags(args.rest, ['published']);
  const [file] = words;
  if (file === undefined || words.length > 1) {
    throw new ReaderError('Say which file to read, such as: extract --published 2023-05-04 article.txt');
  }
  const text = await readText(file);
  const said = flags.published;
  const published = said === undefined ? (readHeaderDate(text) ?? presentDay(args, edges)) : readDay(said);
  const record = extract({ text, published }, link);
  edges.print(args.json ? JSON.stringify(record) : describeExtraction(record));
  return 0;
}

function extractLine(line: BatchLine, link: Link, today: Temporal.PlainDate): BatchResult {
  const text = textField(line, 'text');
  const headline =
    line.headline === undefined || line.headline === null ? undefined : textField(line, 'headline');
  const published =
    line.published === undefined ? (readHeaderDate(text) ?? today) : readDay(textField(line, 'published'));
  const record: Extraction = extract(
    { text, published, ...(headline === undefined ? {} : { headline }) },
    link,
  );
  return { record };
}

const presentDay = (args: Arguments, edges: Edges): Temporal.PlainDate =>
  (args.now ?? edges.clock()).toZonedDateTimeISO('UTC').toPlainDate();

/** A day, or the day of a moment. @throws ReaderError for anything else */
function readDay(said: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(said.slice(0, 10), { overflow: 'reject' });
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    throw new ReaderError(`The day of publication is written as 2023-05-04, not “${said}”.`);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'EISDIR')
      throw new ReaderError(`There is no file ${file} to read; write the path of an article.`);
    throw fault;
  }
}

/** Names of the known entities. `check` judges the data; here only what linking needs is looked at. */
async function readEntities(directory: string): Promise<readonly KnownEntity[]> {
  const folder = join(directory, 'entities');
  const files = await readdir(folder).catch(() => undefined);
  if (files === undefined)
    throw new ConfigError([`DATA_DIR: ${directory} holds no entities; write the path of the article data.`]);
  const texts = await Promise.all(
    files
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => readFile(join(folder, file), 'utf8')),
  );
  return texts.flatMap(
    (text) => (JSON.parse(text) as { readonly entities: readonly KnownEntity[] }).entities,
  );
}
