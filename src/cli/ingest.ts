import { readSettings } from '../config.ts';
import { ReaderError } from '../errors.ts';
import { eventsOf, namesOf, quotationsOf } from '../ingest/desk/found-things.ts';
import { extractionOf, toIncoming } from '../ingest/desk/to-incoming.ts';
import { allowedPairs } from '../ingest/fetch/allowed-pairs.ts';
import { createGatherer, type Gatherer } from '../ingest/gather.ts';
import { createLink } from '../ingest/link-entities.ts';
import type { PageRead } from '../ingest/read/model.ts';
import { readGiven } from '../ingest/read/read-json.ts';
import type { Link } from '../ingest/recognise/mentions.ts';
import type { Placed } from '../store/desk-ports.ts';
import type { Store } from '../store/ports.ts';
import type { Arguments } from './arguments.ts';
import { commandDesk, presentOf } from './command-desk.ts';
import type { Edges } from './edges.ts';
import { operator } from './open-desk.ts';

/** Articles that are written in one transaction. */
const together = 100;

/** What one run needs. */
interface Run {
  readonly store: Store;
  readonly link: Link;
  readonly today: Temporal.PlainDate;
  /** ISO instant. */
  readonly at: string;
  readonly publish: boolean;
  readonly args: Arguments;
  readonly edges: Edges;
}

/** `ingest [--publish] FILE or URL …`, `ingest --batch [--hold]`. */
export async function runIngest(args: Arguments, edges: Edges): Promise<number> {
  const { publish, hold, words } = readWords(args);
  const settings = readSettings(edges.environment);
  await using desk = await commandDesk(args, edges, settings);
  const { store } = desk;
  const now = presentOf(args, edges);
  const run: Run = {
    store,
    link: createLink(await store.knowledge.entities(operator.workspace)),
    today: now.toZonedDateTimeISO(settings.DEFAULT_ZONE).toPlainDate(),
    at: now.toString(),
    // A batch is the operator's own choice of articles: it answers at once, marked as unreviewed.
    publish: publish || (args.batch && !hold) || (await store.desk.answersUnreviewed(operator.workspace)),
    args,
    edges,
  };
  if (args.batch) return await ingestLines(run);
  if (words.length === 0)
    throw new ReaderError('Say what to bring in: ingest article.txt, or ingest https://example.org/article.');
  await using gatherer = createGatherer(allowedPairs(settings.FETCH_ALLOW));
  return await ingestAll(words, gatherer, run);
}

function readWords({ rest }: Arguments): { publish: boolean; hold: boolean; words: readonly string[] } {
  const unknown = rest.find((word) => word.startsWith('--') && word !== '--publish' && word !== '--hold');
  if (unknown !== undefined)
    throw new ReaderError(`There is no ${unknown} here; there is --publish, --hold, --batch.`);
  const words = rest.filter((word) => !word.startsWith('--'));
  return { publish: rest.includes('--publish'), hold: rest.includes('--hold'), words };
}

/** One file or link after another; one that cannot be read leaves the others going. */
async function ingestAll(sources: readonly string[], gatherer: Gatherer, run: Run): Promise<number> {
  const { edges, args, today } = run;
  let status = 0;
  const told: object[] = [];
  for (const source of sources) {
    try {
      const pages = /^[a-z][a-z0-9+.-]*:\/\//i.test(source)
        ? await gatherer.fromLink(source, today.toString(), edges.stop)
        : await gatherer.fromFile(source, today.toString());
      for (let from = 0; from < pages.length; from += together) {
        const placed = await place(pages.slice(from, from + together), run);
        if (args.json) told.push(...placed.map((each) => placedJson(each)));
        else for (const each of placed) edges.print(placedLine(each, run));
      }
    } catch (fault) {
      if (!(fault instanceof ReaderError)) throw fault;
      status = 2;
      edges.complain(sources.length === 1 ? fault.message : `${source}: ${fault.message}`);
    }
  }
  if (args.json) edges.print(JSON.stringify(told));
  return status;
}

const place = (
  pages: readonly PageRead[],
  { store, link, today, at, publish }: Run,
): Promise<readonly Placed[]> =>
  store.desk.place(
    operator.workspace,
    pages.map((page) => toIncoming(page, link, today)),
    { by: operator.reader, at },
    publish,
  );

type Line = { readonly id: unknown } & ({ readonly page: PageRead } | { readonly error: string });

/** JSON Lines in, JSON Lines out, in order; so many lines at a time, so that memory stays flat. */
async function ingestLines(run: Run): Promise<number> {
  let status = 0;
  let number = 0;
  let waiting: Line[] = [];
  const flush = async (): Promise<void> => {
    const lines = waiting;
    waiting = [];
    const placed = await place(
      lines.flatMap((line) => ('page' in line ? [line.page] : [])),
      run,
    );
    let next = 0;
    for (const line of lines) {
      if ('error' in line) {
        status = 2;
        run.edges.print(JSON.stringify({ id: line.id, error: line.error }));
      } else {
        const done = placed[next++];
        if (done !== undefined) run.edges.print(JSON.stringify({ id: line.id, ...placedJson(done) }));
      }
    }
  };
  for await (const text of run.edges.lines()) {
    number += 1;
    if (text.trim() === '') continue;
    waiting.push(readLine(text, number));
    if (waiting.length >= together) await flush();
  }
  await flush();
  return status;
}

function readLine(text: string, number: number): Line {
  const where = `Line ${number}`;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return { id: null, error: `${where} is not a JSON object; write one a line.` };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { id: null, error: `${where} is not a JSON object; write one a line.` };
  const fields = given as Readonly<Record<string, unknown>>;
  const id = fields.id ?? null;
  try {
    return { id, page: readGiven(typeof id === 'number' ? { ...fields, id: String(id) } : fields, where) };
  } catch (fault) {
    if (!(fault instanceof ReaderError)) throw fault;
    return { id, error: fault.message };
  }
}

const placedJson = ({ outcome, article, difference }: Placed): object => ({
  article: article.id,
  outcome,
  version: article.version,
  state: article.state,
  answers: article.standing !== undefined,
  ...(difference === undefined ? {} : { difference }),
});

function placedLine({ outcome, article, difference }: Placed, { link }: Run): string {
  const found = extractionOf(article, link);
  const counts = [
    counted(namesOf(found, article.edits).length, 'name'),
    counted(eventsOf(found, article.edits).length, 'event'),
    counted(quotationsOf(found, article.edits).length, 'quotation'),
  ].join(', ');
  const changed =
    difference === undefined
      ? ''
      : ` (${difference.added.length} sentences added, ${difference.removed.length} removed)`;
  const answers = article.standing === undefined ? 'answers nothing until accepted' : 'answers questions';
  return `${outcome}${changed} · ${article.id} · ${article.headline} · ${counts} · ${article.state}, ${answers}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
