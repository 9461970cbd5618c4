import type { Choice, Context } from '../../command.ts';
import { paragraph, quiet, text } from '../../document/build.ts';
import type { Action, Document, ListItem } from '../../document/model.ts';
import { ReaderError } from '../../errors.ts';
import type { Form } from '../../form.ts';
import { buttons } from '../../lookup/buttons.ts';
import { listSection } from '../../lookup/sections.ts';
import { shorten } from '../../options.ts';
import type { DeskArticle } from '../../store/desk-ports.ts';
import { headlineOf, publishedOf } from '../desk/article-words.ts';
import { eventsOf, namesOf, quotationsOf } from '../desk/found-things.ts';
import { newNamesOf } from '../desk/new-names.ts';
import { extractionOf } from '../desk/to-incoming.ts';
import { type ArticleOptions, articleFields, readArticleChange } from './edit-article.ts';
import { findArticle } from './find-article.ts';
import { fieldsOf, type Item } from './item-fields.ts';
import { type ItemOptions, readChange } from './read-change.ts';
import { linkOf } from './reader.ts';
import { decide } from './review.ts';
import { eventLine, nameLine, quoteLine } from './review-card.ts';

/** The code under which the article itself is changed. */
const whole = 'article';

/** What somebody typed or filled in; `form`: every field of the form was there to be filled in. */
export interface EditOptions extends ArticleOptions, ItemOptions {
  readonly item?: string;
  readonly form?: boolean;
  readonly start?: number;
}

/** Changes an article or one thing found in it; shows what there is to change where nothing is said. */
export async function edit(id: string, options: EditOptions, context: Context): Promise<Document> {
  const article = await findArticle(id, context);
  const { item: code = whole, form = false, start = 0, ...typed } = options;
  if (code.trim().toLowerCase() === whole) {
    const change = readArticleChange(article, typed);
    if (change.words !== '') return decide(id, { type: 'edit', ...change }, context);
    if (form) throw new ReaderError('Nothing is different; change a field, or close the form.');
    return editList(article, start, context);
  }
  const item = await findItem(article, code, context);
  if (!form && Object.keys(typed).length === 0) return editHelp(article, item);
  const around = {
    published: Temporal.PlainDate.from(publishedOf(article)),
    entities: await context.knowledge.entities(context.origin.workspace),
  };
  // A field that was emptied is not sent.
  const emptied = form ? Object.fromEntries(fieldsOf(item).map(({ name }) => [name, ''])) : {};
  const change = readChange(item, { ...emptied, ...typed }, around);
  return decide(id, { type: 'edit', ...change }, context);
}

/** The form of an article or of one thing found in it. @throws ReaderError where there is no such thing */
export async function editForm(
  { id = '', item: code = '' }: Readonly<Record<string, string>>,
  context: Context,
): Promise<Form> {
  const article = await findArticle(id, context);
  const isWhole = code.trim().toLowerCase() === whole;
  const item = isWhole ? undefined : await findItem(article, code, context);
  const key = item?.thing.key ?? whole;
  return {
    title: isWhole ? 'Change the article' : `Change ${item?.type ?? 'thing'} ${key}`,
    submit: 'Save',
    invocation: {
      command: 'article',
      subcommand: 'edit',
      options: { id: article.id, item: key, form: 'yes' },
    },
    fields: item === undefined ? articleFields(article) : fieldsOf(item),
  };
}

async function itemsOf(article: DeskArticle, context: Context): Promise<readonly Item[]> {
  const found = extractionOf(article, await linkOf(context));
  return [
    ...eventsOf(found, article.edits).map((thing): Item => ({ type: 'event', thing })),
    ...quotationsOf(found, article.edits).map((thing): Item => ({ type: 'quotation', thing })),
    ...newNamesOf(namesOf(found, article.edits)).map((thing): Item => ({ type: 'name', thing })),
  ];
}

async function findItem(article: DeskArticle, code: string, context: Context): Promise<Item> {
  const wanted = code.trim().toLowerCase();
  const items = await itemsOf(article, context);
  const found = items.find(({ thing }) => thing.key === wanted);
  if (found !== undefined) return found;
  const codes = items.map(({ thing }) => thing.key).slice(0, 12);
  throw new ReaderError(
    `“${shorten(code, 20)}” names nothing here; write ${whole}${codes.length === 0 ? '' : `, ${codes.join(', ')}`}.`,
  );
}

function lineOf(item: Item): string {
  switch (item.type) {
    case 'event':
      return eventLine(item.thing.found);
    case 'quotation':
      return quoteLine(item.thing.found);
    case 'name':
      return nameLine(item.thing.found);
  }
}

/** Buttons for things on one page; with the article itself and the next page they are five. */
const perPage = 3;

async function editList(article: DeskArticle, start: number, context: Context): Promise<Document> {
  const items = await itemsOf(article, context);
  const from = Math.max(0, Math.min(start, items.length - 1));
  const shown = items.slice(from, from + perPage);
  const press = (label: string, options: Readonly<Record<string, string>>): Action => ({
    label,
    invocation: { command: 'article', subcommand: 'edit', options: { id: article.id, ...options } },
  });
  const more = items.length > from + perPage ? { start: String(from + perPage) } : { start: '0' };
  return {
    kind: 'notice',
    title: `Change “${headlineOf(article)}”`,
    private: true,
    blocks: [
      paragraph('Press what is wrong, and a form opens with what was read.'),
      ...listSection(
        'What was found',
        items.map((item): ListItem => ({ spans: [text(item.thing.key, 'code'), text(` ${lineOf(item)}`)] })),
      ),
      quiet(
        'Typed: ',
        text(`/article edit id:${article.id} item:e1 date:"5 May 2023"`, 'code'),
        '; to leave things out: ',
        text('drop:e2,q1', 'code'),
      ),
      ...buttons(
        press('The article', { item: whole }),
        ...shown.map(({ type, thing }) => press(`${type} ${thing.key}`, { item: thing.key })),
        ...(items.length > perPage ? [press('Others', more)] : []),
      ),
    ],
    sources: [],
  };
}

/** What can be changed, for somebody whose platform has no forms. */
function editHelp(article: DeskArticle, item: Item): Document {
  const fields = fieldsOf(item);
  return {
    kind: 'notice',
    title: `Change ${item.type} ${item.thing.key}`,
    private: true,
    blocks: [
      paragraph(lineOf(item)),
      ...listSection(
        'What can be changed',
        fields.map(
          ({ name, value, about, choices }): ListItem => ({
            spans: [text(`${name}:`, 'code'), text(` ${value === '' ? 'none' : value}`)],
            ...(about === undefined && choices === undefined
              ? {}
              : { detail: [text(choices === undefined ? (about ?? '') : `one of ${choices.join(', ')}`)] }),
          }),
        ),
      ),
      quiet(`Typed: /article edit id:${article.id} item:${item.thing.key} ${fields[0]?.name ?? 'title'}:"…"`),
    ],
    sources: [],
  };
}

/** Codes of the article that is being typed about. */
export async function completeItem(
  typed: string,
  id: string | undefined,
  context: Context,
): Promise<readonly Choice[]> {
  if (id === undefined) return [];
  const items = await itemsOf(await findArticle(id, context), context);
  const wanted = typed.trim().toLowerCase();
  return [
    { name: 'article · the article itself', value: whole },
    ...items.map((item) => ({
      name: shorten(`${item.thing.key} · ${lineOf(item)}`, 100),
      value: item.thing.key,
    })),
  ]
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 25);
}
