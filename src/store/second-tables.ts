import type { TableWords } from './table-words.ts';

/** The statements of migration 2: profiles of digests, what editions rest on, budgets and errands. */
export const secondTables = ({ text, key, table }: TableWords): readonly string[] => [
  `alter table schedule add column profile ${text}`,
  `alter table schedule add column parked ${text}`,
  `alter table delivery add column basis ${text}`,
  `alter table delivery add column approved_by ${text}`,
  'create index delivery_by_place on delivery (platform, workspace, channel, state)',
  // Milliseconds need more than 32 bits: a double on every engine, which a strict table has no word for.
  `create table budget (
    name ${text} primary key,
    next double precision not null default 0,
    count integer not null default 0,
    since double precision not null default 0
  )`,
  `create table errand (
    number ${key},
    id ${text} not null unique,
    kind ${text} not null check (kind in ('correct', 'tell', 'ask', 'dress')),
    platform ${text} not null,
    workspace ${text} not null,
    channel ${text} not null,
    target ${text} not null,
    schedule ${text} not null,
    delivery ${text} not null,
    at ${text} not null,
    words ${text} not null,
    document ${text} not null,
    basis ${text},
    state ${text} not null check (state in ('due', 'sending', 'done', 'failed')),
    attempts integer not null,
    fence integer not null default 0,
    lease_until ${text},
    not_before ${text},
    outcome ${text}
  )${table}`,
  'create index errand_by_state on errand (state, number)',
  'create index errand_by_delivery on errand (delivery)',
];
