import type { Article } from '../../knowledge/model.ts';
import { publisherOf, unknownPublisher } from '../../knowledge/publisher.ts';
import { dateWords } from '../../text/date-words.ts';
import { articleEvidence } from '../evidence.ts';
import type { Claim, NonEmpty } from '../model.ts';
import type { FoundInArticles } from './find-answer.ts';
import type { WeighedSentence } from './weigh-sentences.ts';

/** How far behind the best sentence another one of its article may be to be shown beside it. */
const near = 0.3;
/** The same for one that tells something of the kind asked for, where the best one does not. */
const further = 0.9;
/** Characters of both together. */
const longest = 520;

/** The best sentence in its own words, and one more of the same article where it may tell the rest. */
export function tellFromArticle({ sentences }: FoundInArticles): NonEmpty<Claim> {
  const [best] = sentences;
  const second = sentences.find(
    (each) =>
      each.article === best.article &&
      each !== best &&
      best.score - each.score <= (each.fits > best.fits ? further : near) &&
      !saysTheSame(best, each) &&
      best.sentence.text.length + each.sentence.text.length <= longest,
  );
  const first = claim(best, `According to ${sourceWords(best.article.read.article)}: ${quoted(best)}`);
  return second === undefined ? [first] : [first, claim(second, `It also says: ${quoted(second)}`)];
}

/** `The Gazette, 4 May 2023`; the title where nobody has told the publisher. */
function sourceWords(article: Article): string {
  const publisher = publisherOf(article);
  const name = publisher.startsWith(unknownPublisher) ? `“${article.title}”` : publisher;
  return `${name}, ${dateWords(article.published)}`;
}

const quoted = (weighed: WeighedSentence): string =>
  `“${weighed.sentence.text}”${weighed.sentence.at === 0 ? ' (its headline)' : dayWords(weighed)}`;

/** The day that “on Thursday” is, where that is another one than the article's own: as read, or as an editor has put it right. */
function dayWords({ sentence, article }: WeighedSentence): string {
  const { statements, published } = article.read.article;
  const date = statements.find(({ id }) => id === sentence.id)?.date;
  if (date === undefined || date === published) return '';
  const isSaid = sentence.text.includes(date.length === 10 ? dateWords(date) : date.slice(0, 4));
  return isSaid ? '' : ` (${dateWords(date)})`;
}

const claim = ({ article, sentence }: WeighedSentence, text: string): Claim => ({
  text,
  certainty: 'stated',
  evidence: [articleEvidence(article.read.article, sentence.id, sentence.text)],
});

/** Most words of one stand in the other. */
function saysTheSame(one: WeighedSentence, other: WeighedSentence): boolean {
  const [small, large] = [one.sentence.stems, other.sentence.stems].toSorted((a, b) => a.size - b.size);
  if (small === undefined || large === undefined) return false;
  return [...small].filter((word) => large.has(word)).length >= 0.8 * small.size;
}
