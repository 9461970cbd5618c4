import { cleanLine, cleanText } from './clean-text.ts';
import type { PageRead } from './model.ts';
import { readMoment } from './read-moment.ts';

type Json = Readonly<Record<string, unknown>>;

const article =
  /(?:^|\/)(?:News|Reportage|Analysis|Opinion|Report|Background|Live|Blog|Review|Social)?\w*(?:Article|BlogPosting)$/;
/** How deep lists and graphs are looked into, and how many things at most. */
const deepest = 6;
const mostThings = 500;

/** The schema.org articles in some JSON-LD, of any shape: one, a list, a graph. What else is there is passed over. */
export function newsArticles(json: unknown): readonly Partial<PageRead>[] {
  const found: Json[] = [];
  collect(json, 0, found, { left: mostThings });
  return found.map(partsOf);
}

function collect(json: unknown, depth: number, found: Json[], budget: { left: number }): void {
  budget.left -= 1;
  if (depth > deepest || budget.left < 0) return;
  if (Array.isArray(json)) {
    for (const each of json) collect(each, depth + 1, found, budget);
    return;
  }
  if (!isObject(json)) return;
  if (listOf(json['@type']).some((type) => typeof type === 'string' && article.test(type))) found.push(json);
  else
    for (const name of ['@graph', 'mainEntity', 'itemListElement', 'item'])
      collect(json[name], depth + 1, found, budget);
}

function partsOf(json: Json): Partial<PageRead> {
  const published = first(json.datePublished) ?? first(json.dateCreated) ?? first(json.dateModified);
  const parts = {
    headline: line(first(json.headline) ?? first(json.name)),
    text: cleanText(first(json.articleBody) ?? first(json.text) ?? ''),
    byline: names(json.author).join(', '),
    publisher: names(json.publisher)[0] ?? names(json.sourceOrganization)[0] ?? '',
    published: published === undefined ? '' : (readMoment(published) ?? ''),
    link: first(json.url) ?? idOf(json.mainEntityOfPage) ?? '',
    language: first(json.inLanguage) ?? '',
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const first = (value: unknown): string | undefined =>
  listOf(value).find((each) => typeof each === 'string' && each.trim() !== '') as string | undefined;
const line = (value: string | undefined): string =>
  value === undefined ? '' : cleanLine(value).slice(0, 400);

/** `{ "name": … }`, a list of them, or bare names. */
const names = (value: unknown): readonly string[] =>
  listOf(value)
    .map((each) => line(typeof each === 'string' ? each : isObject(each) ? first(each.name) : undefined))
    .filter((name) => name !== '')
    .slice(0, 6);

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isObject(value) ? first(value['@id']) : undefined;
