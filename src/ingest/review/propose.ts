import type { Context } from '../../command.ts';
import type { Document } from '../../document/model.ts';
import { ReaderError } from '../../errors.ts';
import { askModel } from '../../model/ask-model.ts';
import type { LanguageModel } from '../../model/port.ts';
import type { DeskArticle } from '../../store/desk-ports.ts';
import { headlineOf } from '../desk/article-words.ts';
import { articlesOf } from '../desk/articles-of.ts';
import { extractionOf } from '../desk/to-incoming.ts';
import type { Extraction, Extras } from '../model.ts';
import { align } from '../propose/align.ts';
import { instructions, proposalSchema } from '../propose/proposal.ts';
import { findArticle } from './find-article.ts';
import { linkOf } from './reader.ts';
import { decide } from './review.ts';

/** Milliseconds for the model: less than a command may take. */
const within = 8_000;
/** Characters of an article that it is shown. */
const mostText = 24_000;
/** Dropped proposals that the log tells of in words. */
const mostTold = 12;

/** The model that may be asked here. @throws ReaderError where there is none, or the workspace has not let it in */
export async function modelFor(context: Context): Promise<LanguageModel> {
  const { model } = context;
  if (model === undefined)
    throw new ReaderError('This bot has no language model; change what was read with /article edit.');
  if (await articlesOf(context).store.usesModel(context.origin.workspace)) return model;
  throw new ReaderError(
    'No language model is shown anything of this workspace; /article model use:yes lets one help.',
  );
}

/** Lets a model look for what was not found in an article. What does not stand in the text is dropped, and the drop logged. */
export async function propose(id: string, context: Context): Promise<Document> {
  const model = await modelFor(context);
  const article = await findArticle(id, context);
  const link = await linkOf(context);
  const { extras: _, ...bare } = article;
  const found = extractionOf(bare, link);
  const asked = { instructions, material: materialOf(article, found), schema: proposalSchema, within };
  const told = await askModel(model, asked, context.signal);
  if (told.state === 'failed')
    throw new ReaderError(`Nothing was proposed, since ${told.reason}; the article is as it was.`);
  const { extras, dropped } = align(told.value, article.text, found, link);
  return decide(
    article.id,
    { type: 'propose', extras, words: wordsOf(model.name, extras, dropped) },
    context,
  );
}

const materialOf = (article: DeskArticle, found: Extraction): object => ({
  headline: headlineOf(article),
  text: article.text.slice(0, mostText),
  known: {
    names: [...new Set(found.mentions.map(({ name }) => name))].slice(0, 60),
    events: found.events.map(({ title }) => title).slice(0, 40),
  },
});

function wordsOf(name: string, extras: Extras, dropped: readonly string[]): string {
  const counts = [
    [extras.events.length, 'event'],
    [extras.mentions.length, 'name'],
    [extras.quotations.length, 'quotation'],
    [extras.figures.length, 'figure'],
  ] as const;
  const kept = counts.flatMap(([count, noun]) =>
    count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`],
  );
  const head = `${name} proposed ${kept.length === 0 ? 'nothing that stands' : kept.join(', ')}`;
  if (dropped.length === 0) return head;
  const more = dropped.length > mostTold ? `; and ${dropped.length - mostTold} more` : '';
  return `${head}; dropped ${dropped.length}: ${withoutAddresses(dropped.slice(0, mostTold).join('; '))}${more}`;
}

/** What was dropped is a model's own words: no address in them may be shown, wherever it would lead. */
const withoutAddresses = (words: string): string =>
  words.replace(/(?:https?:|www\.|\w+:\/\/)[^\s”]*/gi, '(an address)');
