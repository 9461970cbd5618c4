import { changeUnreviewed, changeUsesModel, decideArticle } from './desk-decide.ts';
import { placeArticles } from './desk-place.ts';
import type { Decision, DeskStore, DeskVersion, Difference, ReviewState } from './desk-ports.ts';
import { readDeskArticle, readPage } from './desk-rows.ts';
import type { Engine } from './engine.ts';
import { readInstant } from './instants.ts';
import { parseJson } from './read-body.ts';

/** Articles listed at most where no number is said. */
const usualLimit = 50;

/** The articles that workspaces brought in. Every query carries the scope. */
export const createDesk = (engine: Engine): DeskStore => ({
  place: (scope, incoming, act, answers) => placeArticles(engine, scope, incoming, act, answers),
  async get(scope, id) {
    const row = await engine.db
      .selectFrom('desk_article')
      .selectAll()
      .where('scope', '=', scope)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && readDeskArticle(row);
  },
  async list(scope, { state, limit = usualLimit, before } = {}) {
    let query = engine.db.selectFrom('desk_article').selectAll().where('scope', '=', scope);
    if (state !== undefined) query = query.where('state', '=', state);
    if (before !== undefined) query = query.where('number', '<', before);
    return (await query.orderBy('number', 'desc').limit(limit).execute()).map(readDeskArticle);
  },
  async count(scope) {
    const rows = await engine.db
      .selectFrom('desk_article')
      .select(({ fn }) => ['state', fn.countAll().as('count')])
      .where('scope', '=', scope)
      .groupBy('state')
      .execute();
    const of = (state: ReviewState): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
    return { unreviewed: of('unreviewed'), accepted: of('accepted'), rejected: of('rejected') };
  },
  async knows(scope, linkKey) {
    const row = await engine.db
      .selectFrom('desk_article')
      .select('number')
      .where('scope', '=', scope)
      .where('link_key', '=', linkKey)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },
  decide: (scope, id, choice, act, records) => decideArticle(engine, scope, id, choice, act, records),
  versions: (scope, id) => readVersions(engine, scope, id),
  decisions: (scope, filter) => readDecisions(engine, scope, filter),
  answersUnreviewed: async (scope) => (await choiceOf(engine, scope))?.unreviewed === 1,
  setAnswersUnreviewed: (scope, answers, act, records) =>
    changeUnreviewed(engine, scope, answers, act, records),
  usesModel: async (scope) => (await choiceOf(engine, scope))?.model === 1,
  setUsesModel: (scope, uses, act) => changeUsesModel(engine, scope, uses, act),
});

const choiceOf = (engine: Engine, scope: string) =>
  engine.db
    .selectFrom('desk_choice')
    .select(['unreviewed', 'model'])
    .where('scope', '=', scope)
    .executeTakeFirst();

async function readVersions(engine: Engine, scope: string, id: string): Promise<readonly DeskVersion[]> {
  const rows = await engine.db
    .selectFrom('desk_version as v')
    .innerJoin('desk_article as a', 'a.number', 'v.article')
    .select(['v.version', 'v.page', 'v.difference', 'v.by_id', 'v.by_name', 'v.at'])
    .where('a.scope', '=', scope)
    .where('a.id', '=', id)
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map((row) => {
    const { headline, text } = readPage(row.page);
    return {
      version: row.version,
      headline,
      text,
      at: readInstant(row.at),
      by: { id: row.by_id, name: row.by_name },
      difference: (parseJson(row.difference) as Difference | undefined) ?? { added: [], removed: [] },
    };
  });
}

async function readDecisions(
  engine: Engine,
  scope: string,
  { article, limit }: { readonly article?: string; readonly limit: number },
): Promise<readonly Decision[]> {
  let query = engine.db.selectFrom('desk_decision').selectAll().where('scope', '=', scope);
  if (article !== undefined) query = query.where('article', '=', article);
  const rows = await query.orderBy('number', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    article: row.article,
    what: row.what as Decision['what'],
    words: row.words,
    by: { id: row.by_id, name: row.by_name },
    at: readInstant(row.at),
  }));
}
