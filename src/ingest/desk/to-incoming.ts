import type { DeskArticle, DeskPage, Incoming } from '../../store/desk-ports.ts';
import { fold } from '../../text/fold.ts';
import { sentenceSpans } from '../../text/sentence-spans.ts';
import { extract } from '../extract.ts';
import { joinForms } from '../join-forms.ts';
import type { Extraction } from '../model.ts';
import { linkKey } from '../read/link-key.ts';
import type { PageRead } from '../read/model.ts';
import { dayOf } from '../read/read-moment.ts';
import { readDateline } from '../recognise/dateline.ts';
import type { Link } from '../recognise/mentions.ts';
import { differenceBetween } from './difference.ts';
import { sketchOf } from './sketch.ts';
import { toRecords } from './to-records.ts';
import { withExtras } from './with-extras.ts';

/** Words of the headline in an id, and of the first sentence where there is no headline. */
const idWords = 7;
const headlineWords = 14;
const longestId = 60;

/**
 * A page on its way in, with what is found in it.
 * @param today the day of publication where the page does not tell it
 */
export function toIncoming(read: PageRead, link: Link, today: Temporal.PlainDate): Incoming {
  const page = pageOf(read, today);
  const found = extractOnce(page, link);
  const { bands, isNear } = sketchOf(page.text);
  const key = page.link === undefined ? undefined : linkKey(page.link);
  return {
    page,
    id: read.id === undefined ? idOf(page) : ownId(read.id),
    own: read.id !== undefined,
    ...(key === undefined ? {} : { linkKey: key }),
    bands,
    isNear,
    differenceFrom: (earlier) => differenceBetween(earlier, page),
    records: (article) => toRecords(article, found(article)),
  };
}

/** What is found in an article; worked out again only where an editor has changed its day or headline. */
function extractOnce(page: DeskPage, link: Link): (article: DeskArticle) => Extraction {
  let made: Extraction | undefined;
  return (article) => {
    const { edits, extras } = article;
    const isSame = edits.published === undefined && edits.headline === undefined && extras === undefined;
    if (!isSame || article.text !== page.text) return extractionOf(article, link);
    made ??= extractionOf(article, link);
    return made;
  };
}

/** What is found in an article of the desk: by us, and by a model that was asked about it. */
export function extractionOf(article: DeskArticle, link: Link): Extraction {
  const found = extract(
    {
      text: article.text,
      ...headlineOf(article),
      published: Temporal.PlainDate.from(article.edits.published ?? article.published),
    },
    link,
  );
  return withoutPlaces(joinForms(withExtras(found, article.extras), article.text));
}

/** A headline that was made of the first words tells nothing that the text does not tell better. */
function headlineOf({ text, headline, edits }: DeskArticle): { readonly headline?: string } {
  if (edits.headline !== undefined) return { headline: edits.headline };
  const isMade = text.slice(readDateline(text).end).trimStart().startsWith(headline.replace(/…$/, ''));
  return isMade ? {} : { headline };
}

/** Where something happens takes no part in it, although a dateline names it first. */
const withoutPlaces = (found: Extraction): Extraction => ({
  ...found,
  events: found.events.map((event) =>
    event.place === undefined
      ? event
      : {
          ...event,
          participants: event.participants.filter(({ name }) => fold(name) !== fold(event.place ?? '')),
        },
  ),
});

function pageOf(read: PageRead, today: Temporal.PlainDate): DeskPage {
  const { text, publisher, byline, link, language, published } = read;
  const moment = published !== undefined && published.length > 10 ? published : undefined;
  const known = Object.entries({ moment, publisher, byline, link, language }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    headline: read.headline ?? firstWords(text.slice(readDateline(text).end).trim()),
    text,
    published: published === undefined ? today.toString() : dayOf(published),
    ...Object.fromEntries(known),
  };
}

/** The beginning of the first sentence, for an article without a headline. */
function firstWords(text: string): string {
  const [first] = sentenceSpans(text);
  const sentence = first === undefined ? text : text.slice(first.start, first.end);
  const words = sentence.split(/\s+/);
  return words.length <= headlineWords
    ? sentence
    : `${words
        .slice(0, headlineWords)
        .join(' ')
        .replace(/[,;:]$/, '')}…`;
}

/** `2023-05-04-lavrov-meets-jaishankar`: lower-case words, as every record's id. */
function idOf({ published, headline }: DeskPage): string {
  const words = slugWords(headline).slice(0, idWords).join('-').slice(0, longestId);
  return [published, words.replace(/-+$/, '')].filter((part) => part !== '').join('-');
}

/** The caller's own id, in the letters that an id of ours may have. */
function ownId(said: string): string {
  const slug = slugWords(said).join('-');
  return slug === '' ? 'article' : slug.slice(0, 120).replace(/-+$/, '');
}

const slugWords = (text: string): readonly string[] =>
  fold(text)
    .replace(/'/g, '')
    .match(/[a-z0-9]+/g) ?? [];
