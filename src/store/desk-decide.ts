import type { Transaction } from 'kysely';
import { tellNames } from './desk-names.ts';
import type {
  Act,
  Choice,
  Decision,
  DeskArticle,
  DeskRecords,
  EditChange,
  Edits,
  MakeRecords,
} from './desk-ports.ts';
import { doerColumns, pageOf, readDeskArticle, readEdits, readPage, recordNames } from './desk-rows.ts';
import { editKnowledge } from './edit-knowledge.ts';
import type { Engine } from './engine.ts';
import { instantColumn } from './instants.ts';
import type { Scope } from './ports.ts';
import type { Tables } from './schema.ts';

/** See DeskStore.decide. */
export function decideArticle(
  engine: Engine,
  scope: Scope,
  id: string,
  choice: Choice,
  act: Act,
  records: MakeRecords,
): Promise<DeskArticle | undefined> {
  return engine.db.transaction().execute(async (transaction) => {
    await engine.alone(transaction, `desk of ${scope}`);
    const row = await transaction
      .selectFrom('desk_article')
      .selectAll()
      .where('scope', '=', scope)
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { number, ...article } = readDeskArticle(row);
    const decided = await afterwards(transaction, number, article, choice, act);
    await writeArticle(transaction, number, decided);
    const words = 'words' in choice ? choice.words : '';
    await logDecision(transaction, scope, { article: id, what: named[choice.type], words }, act);
    await showRecords(engine, transaction, scope, decided, records);
    return decided;
  });
}

async function afterwards(
  transaction: Transaction<Tables>,
  number: number,
  article: DeskArticle,
  choice: Choice,
  act: Act,
): Promise<DeskArticle> {
  const changed = { ...article, changedAt: act.at };
  switch (choice.type) {
    case 'accept':
      return { ...changed, state: 'accepted', standing: article.version };
    case 'reject':
      return (
        (await earlier(transaction, number, changed, act)) ??
        withoutStanding({ ...changed, state: 'rejected' })
      );
    case 'edit':
      return { ...changed, edits: merged(article.edits, choice.edits) };
    case 'propose':
      return { ...changed, extras: choice.extras };
  }
}

const withoutStanding = ({ standing: _, ...article }: DeskArticle): DeskArticle => article;

function merged(before: Edits, { restored = [], ...more }: EditChange): Edits {
  const dropped = new Set([...(before.dropped ?? []), ...(more.dropped ?? [])]);
  for (const key of restored) dropped.delete(key);
  return {
    ...before,
    ...more,
    ...(dropped.size === 0 && before.dropped === undefined ? {} : { dropped: [...dropped] }),
    ...mergedThings('events', before, more),
    ...mergedThings('quotations', before, more),
    ...mergedThings('names', before, more),
  };
}

/** Of each thing that was changed before, what is not changed now stays. */
function mergedThings<K extends 'events' | 'quotations' | 'names'>(
  name: K,
  before: Edits,
  more: Edits,
): Edits {
  const changed = more[name];
  if (changed === undefined) return {};
  const known: Readonly<Record<string, object>> = before[name] ?? {};
  const each = Object.entries(changed).map(([key, edit]) => [key, { ...known[key], ...edit }]);
  return { [name]: { ...known, ...Object.fromEntries(each) } };
}

/** The accepted version before an update that is not wanted, as a version of its own; undefined where there is none. */
async function earlier(
  transaction: Transaction<Tables>,
  number: number,
  article: DeskArticle,
  act: Act,
): Promise<DeskArticle | undefined> {
  const { standing } = article;
  if (standing === undefined || standing >= article.version) return undefined;
  const row = await transaction
    .selectFrom('desk_version')
    .selectAll()
    .where('article', '=', number)
    .where('version', '=', standing)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await transaction
    .insertInto('desk_version')
    .values({
      article: number,
      version: article.version,
      page: JSON.stringify(pageOf(article)),
      edits: JSON.stringify(article.edits),
      difference: JSON.stringify({ added: [], removed: [] }),
      ...doerColumns(act.by),
      at: instantColumn(act.at),
    })
    .execute();
  const version = article.version + 1;
  return {
    ...article,
    ...readPage(row.page),
    edits: readEdits(row.edits),
    version,
    standing: version,
    state: 'accepted',
  };
}

async function writeArticle(
  transaction: Transaction<Tables>,
  number: number,
  article: DeskArticle,
): Promise<void> {
  await transaction
    .updateTable('desk_article')
    .set({
      page: JSON.stringify(pageOf(article)),
      version: article.version,
      state: article.state,
      standing: article.standing ?? null,
      edits: JSON.stringify(article.edits),
      changed_at: instantColumn(article.changedAt),
    })
    .where('number', '=', number)
    .execute();
}

/** Puts in what the article says now, or takes out what it said. Of a version that waits, the one before goes on. */
async function showRecords(
  engine: Engine,
  transaction: Transaction<Tables>,
  scope: Scope,
  article: DeskArticle,
  records: MakeRecords,
): Promise<void> {
  if (article.standing !== undefined && article.standing !== article.version) return;
  const made: readonly DeskRecords[] = article.standing === undefined ? [] : [records(article)];
  const told = made.flatMap(({ names }) => names);
  const names = await tellNames(transaction, scope, article.id, told, article.at);
  await editKnowledge(engine, transaction, scope, {
    put: {
      articles: made.map((each) => each.article),
      events: made.flatMap(({ events }) => events),
      entities: names.put,
    },
    drop: [...recordNames(article.id), ...names.drop],
  });
}

const named: Readonly<Record<Choice['type'], Decision['what']>> = {
  accept: 'accepted',
  reject: 'rejected',
  edit: 'edited',
  propose: 'proposed',
};

async function logDecision(
  transaction: Transaction<Tables>,
  scope: Scope,
  decision: Pick<Decision, 'article' | 'what' | 'words'>,
  act: Act,
): Promise<void> {
  await transaction
    .insertInto('desk_decision')
    .values({ scope, ...decision, ...doerColumns(act.by), at: instantColumn(act.at) })
    .execute();
}

async function choose(
  transaction: Transaction<Tables>,
  scope: Scope,
  choice: { readonly unreviewed: number } | { readonly model: number },
): Promise<void> {
  await transaction
    .insertInto('desk_choice')
    .values({ scope, unreviewed: 0, ...choice })
    .onConflict((conflict) => conflict.column('scope').doUpdateSet(choice))
    .execute();
}

const logChoice = (
  transaction: Transaction<Tables>,
  scope: Scope,
  what: Decision['what'],
  on: boolean,
  act: Act,
): Promise<void> => logDecision(transaction, scope, { article: '', what, words: on ? 'on' : 'off' }, act);

/** See DeskStore.setUsesModel. */
export function changeUsesModel(engine: Engine, scope: Scope, uses: boolean, act: Act): Promise<void> {
  return engine.db.transaction().execute(async (transaction) => {
    await engine.alone(transaction, `desk of ${scope}`);
    await choose(transaction, scope, { model: uses ? 1 : 0 });
    await logChoice(transaction, scope, 'model', uses, act);
  });
}

/** Articles that are changed in one bulk statement. */
const chunk = 100;

/** See DeskStore.setAnswersUnreviewed. */
export function changeUnreviewed(
  engine: Engine,
  scope: Scope,
  answers: boolean,
  act: Act,
  records: MakeRecords,
): Promise<void> {
  return engine.db.transaction().execute(async (transaction) => {
    await engine.alone(transaction, `desk of ${scope}`);
    await choose(transaction, scope, { unreviewed: answers ? 1 : 0 });
    await logChoice(transaction, scope, 'unreviewed answers', answers, act);
    for (let last = 0; ; ) {
      const rows = await transaction
        .selectFrom('desk_article')
        .selectAll()
        .where('scope', '=', scope)
        .where('state', '=', 'unreviewed')
        .where('number', '>', last)
        .orderBy('number')
        .limit(chunk)
        .execute();
      if (rows.length === 0) return;
      last = Number(rows.at(-1)?.number);
      await switchRows(engine, transaction, scope, rows.map(readDeskArticle), answers, records);
    }
  });
}

async function switchRows(
  engine: Engine,
  transaction: Transaction<Tables>,
  scope: Scope,
  articles: readonly (DeskArticle & { readonly number: number })[],
  answers: boolean,
  records: MakeRecords,
): Promise<void> {
  // An accepted version that stands while its update waits goes on as it is.
  const touched = articles.filter(({ standing, version }) => standing === undefined || standing === version);
  const made = answers ? touched.map((each) => records({ ...each, standing: each.version })) : [];
  for (const { number, version } of touched) {
    const standing = answers ? version : null;
    await transaction.updateTable('desk_article').set({ standing }).where('number', '=', number).execute();
  }
  await editKnowledge(engine, transaction, scope, {
    put: {
      articles: made.map((each) => each.article),
      events: made.flatMap(({ events }) => events),
      entities: [],
    },
    drop: touched.flatMap(({ id }) => recordNames(id)),
  });
}
