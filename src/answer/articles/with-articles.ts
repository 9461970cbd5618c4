import type { KnowledgeReader, Scope } from '../../store/ports.ts';
import type { PartAnswer } from '../answer-part.ts';
import { articlesFor } from '../fetch.ts';
import type { Library } from '../library.ts';
import type { Query } from '../query.ts';
import { enough } from './chance.ts';
import type { FoundInArticles } from './find-answer.ts';
import { questionOf } from './question.ts';
import { tellFromArticle } from './tell-from-article.ts';

/**
 * The answer to one part of a question from what ships, or from the articles of the workspace itself where these know as
 * well or better, or where nothing else does.
 */
export async function withArticles(
  part: PartAnswer,
  query: Query,
  library: Library,
  knowledge: KnowledgeReader,
  scope: Scope,
): Promise<PartAnswer> {
  if (query.times.impossible !== undefined) return part;
  const question = questionOf(query);
  const found = await articlesFor(question, knowledge, scope);
  if (found.articles.length === 0) return part;
  // Word lists of places and names, that nobody needs before somebody has brought an article in.
  const { findAnswer } = await import('./find-answer.ts');
  const said = findAnswer(question, found, library);
  if (said === undefined) return part;
  const considered = said.sentences.map(({ article, sentence, score }) => ({
    id: sentence.id,
    title: article.read.article.title,
    score,
  }));
  if (!prefers(said, part)) return { ...part, considered: [...part.considered, ...considered.slice(0, 4)] };
  const claims = tellFromArticle(said);
  return {
    query: part.query,
    claims,
    reason: '',
    nearest: [],
    considered,
    verdict: 'agrees',
    confidence: said.chance,
  };
}

/** Share of the question from which one sentence holds all of it but small words. */
const wholly = 0.85;

/** Whether the articles are told: nothing else answers, or their own sentence says it as fully as anything can. */
function prefers({ sentences: [best], chance }: FoundInArticles, part: PartAnswer): boolean {
  if (chance < enough) return false;
  if (part.claims.length === 0) return true;
  if (part.byFact === true) return false;
  return chance >= part.confidence || (best.direct >= wholly && best.fits > 0);
}
