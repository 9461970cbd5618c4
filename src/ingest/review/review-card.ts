import { cite, link, paragraph, quiet, SourceList, text } from '../../document/build.ts';
import type { Action, Document, ListItem, QuoteBlock, Span } from '../../document/model.ts';
import type { Entity } from '../../knowledge/model.ts';
import { isOwnId } from '../../knowledge/own-names.ts';
import { unknownPublisher } from '../../knowledge/publisher.ts';
import { buttons } from '../../lookup/buttons.ts';
import { listSection } from '../../lookup/sections.ts';
import { sentenceCase } from '../../lookup/sentence-case.ts';
import { shorten } from '../../options.ts';
import type { DeskArticle } from '../../store/desk-ports.ts';
import { dateWords } from '../../text/date-words.ts';
import { headlineOf, publishedOf } from '../desk/article-words.ts';
import { eventsOf, type Keyed, type NameFound, namesOf, quotationsOf } from '../desk/found-things.ts';
import { newNamesOf } from '../desk/new-names.ts';
import { wordsSaid } from '../desk/to-records.ts';
import type { EventFound, Extraction, QuotationFound } from '../model.ts';

/** Lines of each that a card shows. */
const mostKnown = 10;
const mostNames = 8;
const mostEvents = 8;
const mostQuotations = 3;

/**
 * What was found in an article, to be accepted, edited or rejected.
 * @param lines what is to be said first
 * @param canAsk whether a language model may be asked for more
 */
export function reviewCard(
  article: DeskArticle,
  extraction: Extraction,
  entities: readonly Entity[],
  lines: readonly string[] = [],
  canAsk = false,
): Document {
  const names = namesOf(extraction, article.edits);
  const fresh = newNamesOf(names);
  const events = eventsOf(extraction, article.edits);
  const quotations = quotationsOf(extraction, article.edits);
  const sources = new SourceList();
  const number = sources.add(sourceOf(article));
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  return {
    kind: 'notice',
    title: headlineOf(article),
    blocks: [
      ...lines.map((line) => paragraph(line)),
      paragraph(...aboutSpans(article, extraction), ' ', cite(number)),
      ...knownLine(names, known),
      ...listSection(
        article.state === 'accepted' ? 'New names' : 'New names, which the desk will know once you accept',
        fresh.slice(0, mostNames).map(({ key, found }) => coded(key, nameLine(found), found.proposed)),
        hidden(fresh, mostNames),
      ),
      ...listSection(
        'Events',
        events.slice(0, mostEvents).map(({ key, found }) => coded(key, eventLine(found), found.proposed)),
        hidden(events, mostEvents),
      ),
      ...quotations.slice(0, mostQuotations).map(quoteBlock),
      quiet(standingWords(article)),
      ...buttons(...actionsFor(article, canAsk && article.extras === undefined)),
    ],
    sources: sources.all,
  };
}

/** `Known here: Sergey Lavrov (Russian Foreign Minister), India`. */
function knownLine(
  names: readonly Keyed<NameFound>[],
  known: ReadonlyMap<string, Entity>,
): readonly ReturnType<typeof paragraph>[] {
  const list = names.flatMap(({ found }) => {
    const entity = found.entity === null || isOwnId(found.entity) ? undefined : known.get(found.entity);
    return entity === undefined
      ? []
      : [found.title === undefined ? entity.name : `${entity.name} (${found.title})`];
  });
  if (list.length === 0) return [];
  const more = list.length > mostKnown ? ` and ${list.length - mostKnown} more` : '';
  return [paragraph(`Known here: ${list.slice(0, mostKnown).join(', ')}${more}.`)];
}

const hidden = (list: readonly unknown[], most: number): number => Math.max(0, list.length - most);

const publisherOf = ({ publisher, edits }: DeskArticle): string =>
  edits.publisher ?? publisher ?? sentenceCase(unknownPublisher);

const sourceOf = (article: DeskArticle) => ({
  date: dateWords(publishedOf(article)),
  statement: headlineOf(article),
  publisher: publisherOf(article),
  published: dateWords(publishedOf(article)),
  ...(article.link === undefined ? {} : { url: article.link }),
});

function aboutSpans(article: DeskArticle, { dateline }: Extraction): readonly (Span | string)[] {
  const parts = [
    publisherOf(article),
    dateWords(publishedOf(article)),
    dateline.place ?? '',
    article.byline ?? '',
  ];
  const words = parts.filter((part) => part !== '').join(' · ');
  return article.link === undefined ? [words] : [`${words} · `, link('the article', article.link)];
}

const coded = (key: string, line: string, proposed: true | undefined): ListItem => ({
  spans: [text(key, 'code'), text(` ${line}${proposed ? ' · proposed by a model' : ''}`)],
});

/** `Foreign Minister Anna Varga · person · also AV`. */
export function nameLine(found: NameFound): string {
  const title = found.title === undefined ? '' : `${found.title} `;
  const others = found.forms.length === 0 ? '' : ` · also ${found.forms.join(', ')}`;
  return `${title}${found.name} · ${found.kind}${others}`;
}

/** `4 May 2023 · Goa · Lavrov met Jaishankar`. */
export function eventLine(found: EventFound): string {
  const when = found.on === undefined ? 'no date' : dateWords(found.on.start);
  const where = found.place === undefined ? '' : ` · ${found.place}`;
  return `${when}${where} · ${found.title}${statusWords(found)}`;
}

/** `Lavrov: “Don’t tell anybody”`. */
export const quoteLine = (found: QuotationFound): string =>
  `${found.speaker?.name ?? found.speaker?.text ?? ''}: “${shorten(wordsSaid(found), 160)}”`;

function statusWords({ modality, polarity, attribution }: EventFound): string {
  const denied = polarity === 'negative' ? ' · said not to have happened' : '';
  switch (modality) {
    case 'asserted':
      return denied;
    case 'claimed':
      return `${denied} · says ${attribution ?? 'one side'}, not a fact`;
    case 'planned':
      return `${denied} · still to come`;
    case 'possible':
      return `${denied} · only possible`;
  }
}

function quoteBlock({ key, found }: Keyed<QuotationFound>): QuoteBlock {
  const to = found.addressee === undefined ? '' : `, to ${found.addressee.text}`;
  return {
    type: 'quote',
    text: wordsSaid(found),
    attribution: [
      text(key, 'code'),
      text(` ${found.speaker?.text ?? ''}${to}${found.proposed ? ' · proposed by a model' : ''}`),
    ],
  };
}

function standingWords({ state, standing, version, id }: DeskArticle): string {
  const which = version > 1 ? `Version ${version} of ${id}` : id;
  switch (state) {
    case 'accepted':
      return `${which}: accepted; it answers questions.`;
    case 'rejected':
      return `${which}: rejected; it answers nothing.`;
    case 'unreviewed':
      return standing === version
        ? `${which}: unreviewed; it answers questions, marked as unreviewed.`
        : standing === undefined
          ? `${which}: unreviewed; it answers nothing until it is accepted.`
          : `${which}: unreviewed; version ${standing} goes on answering until this one is accepted.`;
  }
}

function actionsFor({ id, state }: DeskArticle, canAsk: boolean): readonly Action[] {
  const act = (label: string, subcommand: string, style?: 'primary' | 'danger'): Action => ({
    label,
    invocation: { command: 'article', subcommand, options: { id } },
    ...(style === undefined ? {} : { style }),
  });
  return [
    ...(state === 'accepted' ? [] : [act('Accept', 'accept', 'primary')]),
    act('Edit', 'edit'),
    ...(state === 'rejected' ? [] : [act('Reject', 'reject', 'danger')]),
    ...(canAsk ? [act('Ask the model', 'propose')] : []),
    { label: 'Next', invocation: { command: 'article', subcommand: 'review', options: {} } },
  ];
}
