import type { Fault } from './fault.ts';
import type { Article, Entity, Event, Participant, Quotation } from './model.ts';
import { type Any, faultIn, type Records } from './records.ts';

type Reference = readonly [field: string, id: string];

/** References to entities and events that the data does not hold. */
export function references(records: Records): Fault[] {
  const ids = (list: readonly Any[]) => new Set([...list.map(({ record }) => record.id), ...records.broken]);
  const entities = ids(records.entities);
  const events = ids(records.events);
  const missing = (placed: Any, known: ReadonlySet<string>, what: string, wanted: readonly Reference[]) =>
    wanted
      .filter(([, id]) => !known.has(id))
      .map(([field, id]) =>
        faultIn(placed, field, `there is no ${what} ${id}, write the id of one in the data or add it`),
      );
  return [
    ...records.events.flatMap((placed) => [
      ...missing(placed, entities, 'entity', entitiesOfEvent(placed.record)),
      ...missing(placed, events, 'event', eventsOfEvent(placed.record)),
    ]),
    ...records.articles.flatMap((placed) => [
      ...missing(placed, entities, 'entity', entitiesOfArticle(placed.record)),
      ...missing(placed, events, 'event', eventsOfArticle(placed.record)),
    ]),
    ...records.entities.flatMap((placed) => [
      ...missing(placed, entities, 'entity', relationsOf(placed.record, 'of')),
      ...missing(placed, events, 'event', relationsOf(placed.record, 'event')),
      ...missing(placed, events, 'event', eventsOfRoles(placed.record)),
    ]),
  ];
}

function entitiesOfEvent(event: Event): Reference[] {
  const participants = event.participants.flatMap((one, index) => participant(`participants[${index}]`, one));
  return [...participants, ...voices(event.quotations)];
}

function eventsOfEvent(event: Event): Reference[] {
  return (event.relations ?? []).map(({ of }, index) => [`relations[${index}].of`, of] as const);
}

function eventsOfRoles(entity: Entity): Reference[] {
  return entity.roles.flatMap(({ event }, index) =>
    event === undefined ? [] : [[`roles[${index}].event`, event] as const],
  );
}

function entitiesOfArticle(article: Article): Reference[] {
  const named = article.entities.map((id, index) => [`entities[${index}]`, id] as const);
  const inStatements = article.statements.flatMap((statement, at) =>
    statement.entities.map((id, index) => [`statements[${at}].entities[${index}]`, id] as const),
  );
  return [...named, ...inStatements, ...voices(article.quotations)];
}

function eventsOfArticle(article: Article): Reference[] {
  return article.statements.flatMap(({ event }, index) =>
    event === undefined ? [] : [[`statements[${index}].event`, event] as const],
  );
}

function relationsOf(entity: Entity, part: 'of' | 'event'): Reference[] {
  return entity.relations.flatMap((relation, index) => {
    const id = relation[part];
    return id === undefined ? [] : [[`relations[${index}].${part}`, id] as const];
  });
}

function voices(quotations: readonly Quotation[]): Reference[] {
  return quotations.flatMap(({ speaker, addressee }, index) => [
    ...participant(`quotations[${index}].speaker`, speaker),
    ...(addressee === undefined ? [] : participant(`quotations[${index}].addressee`, addressee)),
  ]);
}

function participant(field: string, one: Participant): Reference[] {
  return 'entity' in one ? [[`${field}.entity`, one.entity]] : [];
}
