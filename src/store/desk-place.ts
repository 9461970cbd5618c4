import type { Transaction } from 'kysely';
import type { Act, DeskArticle, DeskPage, DeskRecords, Edits, Incoming, Placed } from './desk-ports.ts';
import { doerColumns, newRow, pageOf, readDeskArticle, recordNames } from './desk-rows.ts';
import { editKnowledge } from './edit-knowledge.ts';
import type { Engine } from './engine.ts';
import { inChunks } from './in-chunks.ts';
import { instantColumn } from './instants.ts';
import type { Scope } from './ports.ts';
import type { Tables } from './schema.ts';

/** Articles of nearly the same words that are compared in full, for each that comes in. */
const mostNear = 3;
/** Days between an article and its update, or its copy elsewhere. */
const nearDays = 3;

/** An article on the way: one of the database, or one that this call adds. */
interface Entry {
  readonly article: DeskArticle;
  /** Row number; undefined for one that is not written yet. */
  readonly number: number | undefined;
  readonly linkKey: string | undefined;
}

interface Shelf {
  readonly byId: Map<string, Entry>;
  readonly byLink: Map<string, Entry>;
  readonly byBand: Map<string, Entry[]>;
}

interface Parts {
  readonly engine: Engine;
  readonly transaction: Transaction<Tables>;
  readonly scope: Scope;
  readonly act: Act;
  readonly answers: boolean;
}

/** See DeskStore.place. */
export function placeArticles(
  engine: Engine,
  scope: Scope,
  incoming: readonly Incoming[],
  act: Act,
  answers: boolean,
): Promise<readonly Placed[]> {
  return engine.db.transaction().execute(async (transaction) => {
    await engine.alone(transaction, `desk of ${scope}`);
    const parts = { engine, transaction, scope, act, answers };
    const shelf = await readShelf(parts, incoming);
    const writing = new Writing(parts);
    const placed = incoming.map((each) => placeOne(each, shelf, writing));
    await writing.end();
    return placed;
  });
}

const bandColumn = (band: number): string => (band >>> 0).toString(16).padStart(8, '0');

/** What is here and could be the same as something that comes in. */
async function readShelf({ transaction, scope }: Parts, incoming: readonly Incoming[]): Promise<Shelf> {
  const shelf: Shelf = { byId: new Map(), byLink: new Map(), byBand: new Map() };
  const entries = new Map<number, Entry>();
  const read = async (column: 'id' | 'link_key' | 'number', values: readonly (string | number)[]) => {
    for (const chunk of inChunks([...new Set(values)], 500)) {
      const rows = await transaction
        .selectFrom('desk_article')
        .selectAll()
        .where('scope', '=', scope)
        .where(column, 'in', chunk as never)
        .execute();
      for (const row of rows) {
        const { number, ...article } = readDeskArticle(row);
        const entry = entries.get(number) ?? { article, number, linkKey: row.link_key ?? undefined };
        entries.set(number, entry);
        shelf.byId.set(row.id, entry);
        if (row.link_key !== null) shelf.byLink.set(row.link_key, entry);
      }
    }
  };
  await read(
    'id',
    incoming.flatMap(({ id, own }) => (own ? [id] : idsLike(id))),
  );
  await read(
    'link_key',
    incoming.flatMap(({ linkKey }) => linkKey ?? []),
  );
  const hits = await bandHits({ transaction, scope }, incoming);
  await read(
    'number',
    hits.flatMap(({ numbers }) => numbers),
  );
  for (const { band, numbers } of hits) {
    const near = numbers.flatMap((number) => entries.get(number) ?? []);
    shelf.byBand.set(band, near);
  }
  return shelf;
}

/** `goa`, `goa-2`, …: the ids that an article may get. */
const mostAlike = 30;
const idsLike = (id: string): readonly string[] => [
  id,
  ...Array.from({ length: mostAlike }, (_, at) => `${id}-${at + 2}`),
];

async function bandHits(
  { transaction, scope }: Pick<Parts, 'transaction' | 'scope'>,
  incoming: readonly Incoming[],
): Promise<readonly { readonly band: string; readonly numbers: readonly number[] }[]> {
  const bands = [...new Set(incoming.flatMap((each) => each.bands.map(bandColumn)))];
  const found = new Map<string, number[]>();
  for (const chunk of inChunks(bands, 500)) {
    const rows = await transaction
      .selectFrom('desk_band')
      .select(['band', 'article'])
      .where('scope', '=', scope)
      .where('band', 'in', chunk)
      .orderBy('article', 'desc')
      .execute();
    for (const { band, article } of rows) {
      const row = found.get(band) ?? [];
      if (row.length < mostNear) found.set(band, [...row, Number(article)]);
    }
  }
  return [...found].map(([band, numbers]) => ({ band, numbers }));
}

function placeOne(incoming: Incoming, shelf: Shelf, writing: Writing): Placed {
  const same =
    (incoming.own ? shelf.byId.get(incoming.id) : undefined) ??
    (incoming.linkKey === undefined ? undefined : shelf.byLink.get(incoming.linkKey));
  const near = same === undefined ? nearOf(incoming, shelf) : undefined;
  const known = same ?? near;
  if (known === undefined) return add(incoming, shelf, writing);
  const { article } = known;
  if (isUnchanged(article, incoming))
    return { outcome: 'unchanged', article: writing.publish(known, incoming) };
  if (near !== undefined && (incoming.own || !isSamePublisher(article, incoming)))
    return { outcome: 'duplicate', article };
  const difference = incoming.differenceFrom(article);
  const updated = writing.update(known, incoming, difference);
  register({ ...known, article: updated }, incoming, shelf);
  return { outcome: 'updated', article: updated, difference };
}

function add(incoming: Incoming, shelf: Shelf, writing: Writing): Placed {
  const id = incoming.own
    ? incoming.id
    : (idsLike(incoming.id).find((each) => !shelf.byId.has(each)) ??
      `${incoming.id}-${incoming.bands[0] ?? 0}`);
  const entry = writing.add(id, incoming);
  register(entry, incoming, shelf);
  return { outcome: 'added', article: entry.article };
}

function register(entry: Entry, incoming: Incoming, shelf: Shelf): void {
  shelf.byId.set(entry.article.id, entry);
  if (incoming.linkKey !== undefined) shelf.byLink.set(incoming.linkKey, entry);
  for (const band of incoming.bands.map(bandColumn)) {
    const others = (shelf.byBand.get(band) ?? []).filter(({ article }) => article.id !== entry.article.id);
    shelf.byBand.set(band, [entry, ...others].slice(0, mostNear));
  }
}

/** The article of nearly the same words and nearly the same day, if any. */
function nearOf(incoming: Incoming, shelf: Shelf): Entry | undefined {
  const shared = new Map<Entry, number>();
  for (const band of incoming.bands.map(bandColumn))
    for (const entry of shelf.byBand.get(band) ?? []) shared.set(entry, (shared.get(entry) ?? 0) + 1);
  return [...shared]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostNear)
    .map(([entry]) => entry)
    .find(({ article }) => isNearDay(article, incoming) && incoming.isNear(article.text));
}

function isNearDay({ published }: DeskArticle, { page }: Incoming): boolean {
  const one = Temporal.PlainDate.from(published);
  const days = one.until(Temporal.PlainDate.from(page.published)).total('days');
  return Math.abs(days) <= nearDays;
}

const isUnchanged = (article: DeskArticle, { page }: Incoming): boolean =>
  article.text === page.text && article.headline === page.headline;

const isSamePublisher = (article: DeskArticle, { page }: Incoming): boolean =>
  article.publisher === undefined || page.publisher === undefined || article.publisher === page.publisher;

/**
 * What an editor corrected of the article itself holds for its update too, where the page says there what it said before.
 * What she changed of things found in it goes: they stand elsewhere now.
 */
function editsKept({ edits, headline, publisher, published }: DeskArticle, page: DeskPage): Edits {
  return {
    ...(edits.headline === undefined || page.headline !== headline ? {} : { headline: edits.headline }),
    ...(edits.publisher === undefined || page.publisher !== publisher ? {} : { publisher: edits.publisher }),
    ...(edits.published === undefined || page.published !== published ? {} : { published: edits.published }),
  };
}

/** What a call changes, gathered to be written in bulk. */
class Writing {
  readonly #parts: Parts;
  readonly #added = new Map<string, { entry: Entry; incoming: Incoming }>();
  readonly #changed = new Map<
    number,
    { article: DeskArticle; linkKey: string | undefined; bands: readonly number[] }
  >();
  readonly #versions: { number: number; article: DeskArticle; difference: string }[] = [];
  readonly #records = new Map<string, DeskRecords>();
  readonly #decisions: { article: string; what: 'added' | 'updated'; words: string }[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  add(id: string, incoming: Incoming): Entry {
    const { act, answers } = this.#parts;
    const base: DeskArticle = {
      ...pageOf(incoming.page),
      id,
      version: 1,
      state: 'unreviewed',
      edits: {},
      by: act.by,
      at: act.at,
      changedAt: act.at,
    };
    const article = answers ? this.#standing(base, incoming) : base;
    const entry = { article, number: undefined, linkKey: incoming.linkKey };
    this.#added.set(id, { entry, incoming });
    this.#decisions.push({ article: id, what: 'added', words: article.headline });
    return entry;
  }

  update(known: Entry, incoming: Incoming, difference: ReturnType<Incoming['differenceFrom']>): DeskArticle {
    const { act, answers } = this.#parts;
    const { article } = known;
    const { standing } = article;
    const base: DeskArticle = {
      ...pageOf(incoming.page),
      id: article.id,
      version: article.version + 1,
      // What was rejected stays so: its updates are not shown to the reviewers again.
      state: article.state === 'rejected' ? 'rejected' : 'unreviewed',
      ...(standing === undefined ? {} : { standing }),
      edits: editsKept(article, incoming.page),
      by: article.by,
      at: article.at,
      changedAt: act.at,
    };
    const updated = answers && base.state === 'unreviewed' ? this.#standing(base, incoming) : base;
    if (known.number === undefined) {
      // Added by this very call: nobody has seen the version before.
      const first = { ...updated, version: 1, ...(updated.standing === undefined ? {} : { standing: 1 }) };
      this.#added.set(article.id, { entry: { ...known, article: first }, incoming });
      return first;
    }
    this.#versions.push({ number: known.number, article, difference: JSON.stringify(difference) });
    this.#changed.set(known.number, {
      article: updated,
      linkKey: incoming.linkKey ?? known.linkKey,
      bands: incoming.bands,
    });
    const words = `${difference.added.length} sentences added, ${difference.removed.length} removed`;
    this.#decisions.push({ article: article.id, what: 'updated', words });
    return updated;
  }

  /** An article that was here and answers nothing, brought in once more to answer. */
  publish(known: Entry, incoming: Incoming): DeskArticle {
    const { article, number } = known;
    if (!this.#parts.answers || article.state !== 'unreviewed' || article.standing === article.version)
      return article;
    const published = this.#standing(article, incoming);
    if (number !== undefined)
      this.#changed.set(number, { article: published, linkKey: known.linkKey, bands: incoming.bands });
    return published;
  }

  #standing(article: DeskArticle, incoming: Incoming): DeskArticle {
    const standing = { ...article, standing: article.version };
    this.#records.set(article.id, incoming.records(standing));
    return standing;
  }

  async end(): Promise<void> {
    await this.#insertAdded();
    await this.#updateChanged();
    await this.#log();
    const { engine, transaction, scope } = this.#parts;
    const records = [...this.#records.values()];
    // What is new has left no records that would have to go first.
    const drop = [...this.#records.keys()].filter((id) => !this.#added.has(id)).flatMap(recordNames);
    const put = {
      articles: records.map(({ article }) => article),
      events: records.flatMap(({ events }) => events),
      entities: [],
    };
    await editKnowledge(engine, transaction, scope, { put, drop });
  }

  async #insertAdded(): Promise<void> {
    const { transaction, scope, act } = this.#parts;
    for (const chunk of inChunks([...this.#added.values()])) {
      const rows = chunk.map(({ entry: { article }, incoming }) => ({
        ...newRow(scope, article.id, pageOf(article), incoming.linkKey, act.by, act.at),
        standing: article.standing ?? null,
      }));
      const numbers = await transaction
        .insertInto('desk_article')
        .values(rows)
        .returning(['id', 'number'])
        .execute();
      const byId = new Map(numbers.map(({ id, number }) => [id, Number(number)]));
      await this.#insertBands(
        chunk.flatMap(({ entry, incoming }) => {
          const number = byId.get(entry.article.id);
          return number === undefined ? [] : [{ number, bands: incoming.bands }];
        }),
      );
    }
  }

  async #insertBands(
    list: readonly { readonly number: number; readonly bands: readonly number[] }[],
  ): Promise<void> {
    const { transaction, scope } = this.#parts;
    const rows = list.flatMap(({ number, bands }) =>
      [...new Set(bands.map(bandColumn))].map((band) => ({ scope, band, article: number })),
    );
    for (const chunk of inChunks(rows, 300))
      await transaction.insertInto('desk_band').values(chunk).execute();
  }

  async #updateChanged(): Promise<void> {
    const { transaction, act } = this.#parts;
    for (const { number, article, difference } of this.#versions) {
      await transaction
        .insertInto('desk_version')
        .values({
          article: number,
          version: article.version,
          page: JSON.stringify(pageOf(article)),
          edits: JSON.stringify(article.edits),
          difference,
          ...doerColumns(act.by),
          at: instantColumn(act.at),
        })
        // Updated twice by one call: the version that was stored before is the one to keep.
        .onConflict((conflict) => conflict.columns(['article', 'version']).doNothing())
        .execute();
    }
    for (const [number, { article, linkKey, bands }] of this.#changed) {
      await transaction
        .updateTable('desk_article')
        .set({
          page: JSON.stringify(pageOf(article)),
          link_key: linkKey ?? null,
          version: article.version,
          state: article.state,
          standing: article.standing ?? null,
          edits: JSON.stringify(article.edits),
          changed_at: instantColumn(article.changedAt),
        })
        .where('number', '=', number)
        .execute();
      await transaction.deleteFrom('desk_band').where('article', '=', number).execute();
      await this.#insertBands([{ number, bands }]);
    }
  }

  async #log(): Promise<void> {
    const { transaction, scope, act } = this.#parts;
    const rows = this.#decisions.map((each) => ({
      scope,
      ...each,
      ...doerColumns(act.by),
      at: instantColumn(act.at),
    }));
    for (const chunk of inChunks(rows)) await transaction.insertInto('desk_decision').values(chunk).execute();
  }
}
