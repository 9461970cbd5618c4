import { certainty } from './certainty.ts';
import type { Fault } from './fault.ts';
import type { Article, Entity, Event, PartialDate } from './model.ts';
import { nearDoubles } from './near-doubles.ts';
import { type Any, faultIn, type Placed, type Records } from './records.ts';
import { references } from './references.ts';

/** What is wrong between records that are well-formed one by one: ids, references, periods, shared names, doubles, certainty. */
export function validate(records: Records): Fault[] {
  return [
    ...doubles(records),
    ...references(records),
    ...periods(records),
    ...sharedNames(records.entities),
    ...bareNames(records),
    ...nearDoubles(records.events),
    ...certainty(records.events),
  ];
}

// Ids are one namespace: evidence names a record of any type by its id alone.
function doubles(records: Records): Fault[] {
  const seen = new Map<string, string>();
  const all: readonly Any[] = [...records.articles, ...records.events, ...records.entities];
  return all.flatMap((placed) =>
    idsIn(placed.record).flatMap(([field, id]) => {
      const first = seen.get(id);
      seen.set(id, first ?? placed.file);
      if (first === undefined) return [];
      return [faultIn(placed, field, `${id} is used twice, first in ${first}, write another id`)];
    }),
  );
}

function idsIn(record: Article | Event | Entity): readonly (readonly [field: string, id: string])[] {
  const lists = {
    statements: 'statements' in record ? record.statements : [],
    quotations: 'quotations' in record ? record.quotations : [],
    figures: 'figures' in record ? record.figures : [],
  };
  const inner = Object.entries(lists).flatMap(([name, list]) =>
    list.map((item, index) => [`${name}[${index}].id`, item.id] as const),
  );
  return [['id', record.id], ...inner];
}

interface Period {
  readonly field: string;
  readonly start: PartialDate | undefined;
  readonly end: PartialDate | undefined;
}

function periods(records: Records): Fault[] {
  const all: readonly Any[] = [...records.articles, ...records.events, ...records.entities];
  return all.flatMap((placed) =>
    periodsIn(placed.record).flatMap(({ field, start, end }) => {
      if (end === undefined) return [];
      if (start !== undefined && !isBefore(end, start)) return [];
      // Roles and relations may be known by their end alone; events and statements may not.
      if (start === undefined && field.endsWith('to')) return [];
      const reason =
        start === undefined
          ? 'ends what has no date, write the date too'
          : `is before ${start}, write a later one or none`;
      return [faultIn(placed, field, `${end} ${reason}`)];
    }),
  );
}

function periodsIn(record: Article | Event | Entity): Period[] {
  if ('statements' in record) {
    return record.statements.map(({ date, endDate }, index) => ({
      field: `statements[${index}].endDate`,
      start: date,
      end: endDate,
    }));
  }
  if ('summary' in record) return [{ field: 'endDate', start: record.date, end: record.endDate }];
  const span =
    (name: string) =>
    (
      one: { readonly from?: PartialDate | undefined; readonly to?: PartialDate | undefined },
      index: number,
    ) => ({
      field: `${name}[${index}].to`,
      start: one.from,
      end: one.to,
    });
  return [...record.roles.map(span('roles')), ...record.relations.map(span('relations'))];
}

/** Compared at the precision that both have: the year 2007 is not before June 2007. */
function isBefore(one: PartialDate, other: PartialDate): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

// A name that two people share would be read as whichever comes first; both must say that they share it.
function sharedNames(entities: readonly Placed<Entity>[]): Fault[] {
  const owners = new Map<string, Placed<Entity>>();
  return entities.flatMap((placed) => {
    const { record } = placed;
    return [record.name, ...record.aliases].flatMap((name, index) => {
      const key = `${record.kind} ${name.toLowerCase()}`;
      const owner = owners.get(key) ?? placed;
      owners.set(key, owner);
      if (owner === placed || (declares(owner.record, name) && declares(record, name))) return [];
      const field = index === 0 ? 'name' : `aliases[${index - 1}]`;
      const where = `${owner.record.id} has it too, write it in "sharedNames" of both or leave it out of one`;
      return [faultIn(placed, field, `“${name}” is not clear: ${where}`)];
    });
  });
}

// Someone who has a record is named by its id, or what they did is not found under it.
function bareNames(records: Records): Fault[] {
  const ids = new Map(
    records.entities.flatMap(({ record }) =>
      [record.name, ...record.aliases].map((name) => [name.toLowerCase(), record.id] as const),
    ),
  );
  return records.events.flatMap((placed) =>
    placed.record.participants.flatMap((one, index) => {
      const known = 'name' in one ? ids.get(one.name.toLowerCase()) : undefined;
      if (known === undefined) return [];
      return [faultIn(placed, `participants[${index}].name`, `has a record, write { "entity": "${known}" }`)];
    }),
  );
}

function declares(entity: Entity, name: string): boolean {
  return entity.sharedNames.some((shared) => shared.toLowerCase() === name.toLowerCase());
}
