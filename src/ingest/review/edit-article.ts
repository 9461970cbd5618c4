import { ReaderError } from '../../errors.ts';
import type { FormField } from '../../form.ts';
import { shorten } from '../../options.ts';
import type { DeskArticle } from '../../store/desk-ports.ts';
import { headlineOf, publishedOf } from '../desk/article-words.ts';
import { readMoment } from '../read/read-moment.ts';
import type { Change } from './read-change.ts';

/** What an editor typed for the article itself; undefined fields stay as they are. */
export interface ArticleOptions {
  readonly headline?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly drop?: string;
  readonly keep?: string;
}

const publisherNow = ({ publisher, edits }: DeskArticle): string => edits.publisher ?? publisher ?? '';

/** The fields of the article itself, with what stands there now. */
export const articleFields = (article: DeskArticle): readonly FormField[] => [
  { name: 'headline', label: 'Headline', value: headlineOf(article), required: true, long: true },
  { name: 'publisher', label: 'Publisher', value: publisherNow(article) },
  {
    name: 'published',
    label: 'Day of publication',
    about: 'Decides what “Thursday” means',
    value: publishedOf(article),
    required: true,
  },
  { name: 'drop', label: 'Leave out', about: 'Codes of the card, such as e2,q1', value: '' },
  {
    name: 'keep',
    label: 'Take back',
    about: `Codes that were left out: ${article.edits.dropped?.join(', ') || 'none so far'}`,
    value: '',
  },
];

/**
 * What an editor typed for the article itself, as an edit; empty words where nothing is different.
 * @throws ReaderError with what to type
 */
export function readArticleChange(article: DeskArticle, typed: ArticleOptions): Change {
  const { headline, publisher, published, drop, keep } = typed;
  const day = published === undefined ? undefined : readMoment(published)?.slice(0, 10);
  if (published !== undefined && day === undefined)
    throw new ReaderError(`The day of publication is written as 2023-05-04, not “${shorten(published)}”.`);
  const after = {
    ...differs('headline', headlineOf(article), headline, 300),
    ...differs('publisher', publisherNow(article), publisher, 100),
    ...differs('published', publishedOf(article), day, 10),
  };
  const before = {
    headline: headlineOf(article),
    publisher: publisherNow(article) || 'none',
    published: publishedOf(article),
  };
  const dropped = readCodes('drop', drop);
  const restored = readCodes('keep', keep);
  const words = [
    ...Object.entries(after).map(
      ([name, value]) => `${name} ${before[name as keyof typeof before]} → ${value}`,
    ),
    ...(dropped.length === 0 ? [] : [`left out ${dropped.join(', ')}`]),
    ...(restored.length === 0 ? [] : [`taken back ${restored.join(', ')}`]),
  ].join('; ');
  return {
    edits: {
      ...after,
      ...(dropped.length === 0 ? {} : { dropped }),
      ...(restored.length === 0 ? {} : { restored }),
    },
    words,
  };
}

function differs(
  name: 'headline' | 'publisher' | 'published',
  before: string,
  typed: string | undefined,
  most: number,
): ArticleOptions {
  const after = typed === undefined ? undefined : shorten(typed.replace(/\s+/g, ' ').trim(), most);
  return after === undefined || after === '' || after === before ? {} : { [name]: after };
}

function readCodes(option: string, typed: string | undefined): readonly string[] {
  const codes = (typed ?? '')
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== '');
  const wrong = codes.find((code) => !/^[enq]\d{1,3}$/.test(code));
  if (wrong === undefined) return codes;
  throw new ReaderError(
    `“${shorten(wrong)}” names nothing; write the codes of the card, such as ${option}:e2,q1.`,
  );
}
