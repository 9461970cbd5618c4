import type { TableWords } from './table-words.ts';

/** The statements of migration 6: briefings as they were exported, and what their links are signed with. */
export const editionTables = ({ text, lookup }: TableWords): readonly string[] => [
  `create table edition (
    id ${text} not null primary key,
    workspace ${text} not null,
    at ${text} not null,
    body ${text} not null
  )`,
  `create table secret (
    name ${text} not null primary key,
    value ${text} not null
  )${lookup}`,
];
