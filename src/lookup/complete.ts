import { libraryOf } from '../answer/fetch.ts';
import { suggestNames } from '../answer/gazetteer.ts';
import type { Library } from '../answer/library.ts';
import type { Choice, Context } from '../command.ts';
import type { Entity } from '../knowledge/model.ts';
import { fold } from '../text/fold.ts';
import { findArticles } from './find-articles.ts';
import { nameFor, withContent } from './find-entity.ts';
import { speakers } from './quotations.ts';
import { compare, shelfOf } from './shelf.ts';

type Complete = (typed: string, context: Context) => Promise<readonly Choice[]>;

/** Choices that the platforms can show. */
const most = 25;
/** Discord's limit for a choice's name and value. */
const mostLetters = 100;

const completeFrom =
  (choices: (typed: string, library: Library) => readonly Choice[]): Complete =>
  async (typed, context) => {
    const { library } = await libraryOf(context.knowledge, context.origin.workspace);
    return choices(typed, library)
      .filter((choice) => choice.name.length <= mostLetters && choice.value.length <= mostLetters)
      .slice(0, most);
  };

const entityChoices = (typed: string, entities: readonly Entity[], library: Library): readonly Choice[] =>
  suggestNames(typed, entities, most).map((entity) => ({
    name: entity.name,
    value: nameFor(entity, library),
  }));

/** People and organisations of whom the desk has something. */
export const completePeople: Complete = completeFrom((typed, library) =>
  entityChoices(
    typed,
    withContent(library).filter(({ kind }) => kind === 'person' || kind === 'organisation'),
    library,
  ),
);

/** Entities of all kinds and topics of which the desk has something. */
export const completeSubjects: Complete = completeFrom((typed, library) => {
  const named = entityChoices(typed, withContent(library), library);
  const topics = topicChoices(typed, library).filter(
    (topic) => !named.some((choice) => fold(choice.name) === fold(topic.name)),
  );
  // A topic that begins as typed is what is meant more often than a name with a slip of the keyboard.
  const room = Math.min(topics.length, 10);
  return [...named.slice(0, most - room), ...topics.slice(0, room)];
});

function topicChoices(typed: string, library: Library): readonly Choice[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  return [...shelfOf(library).topics]
    .filter(([key]) => ` ${key}`.includes(` ${wanted}`))
    .sort((left, right) => right[1].events.length - left[1].events.length || compare(left[0], right[0]))
    .map(([, topic]) => ({ name: topic.label, value: topic.label }));
}

/** People of whom the desk has something said. */
export const completeSpeakers: Complete = completeFrom((typed, library) =>
  entityChoices(typed, speakers(library), library),
);

/** What the quotations are about: people and countries in them. */
export const completeQuoted: Complete = completeFrom((typed, library) => {
  const held = new Set(shelfOf(library).quotations.flatMap((unit) => [...unit.entities.keys()]));
  return entityChoices(
    typed,
    withContent(library).filter((entity) => held.has(entity.id)),
    library,
  );
});

/** Titles of articles. */
export const completeArticles: Complete = completeFrom((typed, library) => {
  const wanted = fold(typed);
  const { articles } = shelfOf(library);
  const inTitle = articles.filter((article) => fold(article.title).includes(wanted));
  const found = inTitle.length > 0 ? inTitle : findArticles(typed, library);
  return found.map((article) => ({ name: clip(article.title), value: article.id }));
});

const clip = (title: string): string =>
  title.length > mostLetters ? `${title.slice(0, mostLetters - 1)}…` : title;
