import { cite, link, paragraph, quiet, SourceList, text } from '../../document/build.ts';
import type { Action, Document, ListItem, QuoteBlock, Span } from '../../document/model.ts';
import type { Entity } from '../../knowledge/model.ts';
import { unknownPublisher } from '../../knowledge/publisher.ts';
import { buttons } from '../../lookup/buttons.ts';
import { listSection } from '../../lookup/sections.ts';
import { sentenceCase } from '../../lookup/sentence-case.ts';
import type { DeskArticle } from '../../store/desk-ports.ts';
import { dateWords } from '../../text/date-words.ts';
import { eventsOf, type Keyed, type NameFound, namesOf, quotationsOf } from '../desk/found-things.ts';
import { wordsSaid } from '../desk/to-records.ts';
import type { EventFound, Extraction, QuotationFound } from '../model.ts';

/** Lines of each that a card shows. */
const mostNames = 8;
const mostEvents = 8;
const mostQuotations = 3;

/**
 * What was found in an article, to be accepted, edited or rejected.
 * @param lines what is to be said first
 */
export function reviewCard(
  article: DeskArticle,
  extraction: Extraction,
  entities: readonly Entity[],
  lines: readonly string[] = [],
): Document {
  const names = namesOf(extraction, article.edits);
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
      ...listSection(
        'Names',
        names.slice(0, mostNames).map((each) => nameItem(each, known)),
        hidden(names, mostNames),
      ),
      ...listSection('Events', events.slice(0, mostEvents).map(eventItem), hidden(events, mostEvents)),
      ...quotations.slice(0, mostQuotations).map(quoteBlock),
      quiet(standingWords(article)),
      ...buttons(...actionsFor(article)),
    ],
    sources: sources.all,
  };
}

const hidden = (list: readonly unknown[], most: number): number => Math.max(0, list.length - most);

export const headlineOf = ({ headline, edits }: DeskArticle): string => edits.headline ?? headline;
const publisherOf = ({ publisher, edits }: DeskArticle): string =>
  edits.publisher ?? publisher ?? sentenceCase(unknownPublisher);
const publishedOf = ({ published, edits }: DeskArticle): string => edits.published ?? published;

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

function nameItem({ key, found }: Keyed<NameFound>, known: ReadonlyMap<string, Entity>): ListItem {
  const entity = found.entity === null ? undefined : known.get(found.entity);
  const title = found.title === undefined ? '' : `${found.title} `;
  const standing = entity === undefined ? 'new' : `known as ${entity.name}`;
  return { spans: [text(key, 'code'), text(` ${title}${found.name} · ${found.kind} · ${standing}`)] };
}

function eventItem({ key, found }: Keyed<EventFound>): ListItem {
  const when = found.on === undefined ? 'no date' : dateWords(found.on.start);
  const where = found.place === undefined ? '' : ` · ${found.place}`;
  return { spans: [text(key, 'code'), text(` ${when}${where} · ${found.title}${statusWords(found)}`)] };
}

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
    attribution: [text(key, 'code'), text(` ${found.speaker?.text ?? ''}${to}`)],
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

function actionsFor({ id, state }: DeskArticle): readonly Action[] {
  const act = (label: string, subcommand: string, style?: 'primary' | 'danger'): Action => ({
    label,
    invocation: { command: 'article', subcommand, options: { id } },
    ...(style === undefined ? {} : { style }),
  });
  return [
    ...(state === 'accepted' ? [] : [act('Accept', 'accept', 'primary')]),
    act('Edit', 'edit'),
    ...(state === 'rejected' ? [] : [act('Reject', 'reject', 'danger')]),
    { label: 'Next', invocation: { command: 'article', subcommand: 'review', options: {} } },
  ];
}
