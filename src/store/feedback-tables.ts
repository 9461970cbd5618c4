import type { TableWords } from './table-words.ts';

/** The statements of the migration that adds what readers say of answers: one verdict for each receipt and reader. */
export const feedbackTables = ({ text, lookup }: TableWords): readonly string[] => [
  `create table feedback (
    receipt ${text} not null,
    workspace ${text} not null,
    reader ${text} not null,
    verdict ${text} not null check (verdict in ('helpful', 'wrong')),
    note ${text},
    at ${text} not null,
    primary key (receipt, workspace, reader)
  )${lookup}`,
];
