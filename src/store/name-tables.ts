import type { TableWords } from './table-words.ts';

/** The statements of migration 5: names that accepted articles tell, and whether a workspace lets a model help. */
export const nameTables = ({ text, lookup }: TableWords): readonly string[] => [
  `create table desk_name (
    scope ${text} not null,
    entity ${text} not null,
    article ${text} not null,
    told ${text} not null,
    at ${text} not null,
    primary key (scope, entity, article)
  )${lookup}`,
  'create index desk_name_by_article on desk_name (scope, article)',
  'alter table desk_choice add column model integer not null default 0',
];
