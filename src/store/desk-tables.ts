import type { TableWords } from './table-words.ts';

/** The statements that make the tables of articles brought in, and of feeds. */
export const deskTables = ({ text, key, reference, table, lookup }: TableWords): readonly string[] => [
  `create table desk_article (
    number ${key},
    scope ${text} not null,
    id ${text} not null,
    link_key ${text},
    page ${text} not null,
    version integer not null,
    state ${text} not null check (state in ('unreviewed', 'accepted', 'rejected')),
    standing integer,
    edits ${text} not null,
    by_id ${text} not null,
    by_name ${text} not null,
    at ${text} not null,
    changed_at ${text} not null,
    unique (scope, id)
  )${table}`,
  'create index desk_article_by_link on desk_article (scope, link_key)',
  'create index desk_article_by_state on desk_article (scope, state, number)',
  // A band is a hash of 32 bits, as text of fixed width: integers of that size are not the same on all engines.
  `create table desk_band (
    scope ${text} not null,
    band ${text} not null,
    article ${reference} not null references desk_article (number) on delete cascade,
    primary key (scope, band, article)
  )${lookup}`,
  'create index desk_band_by_article on desk_band (article)',
  `create table desk_version (
    article ${reference} not null references desk_article (number) on delete cascade,
    version integer not null,
    page ${text} not null,
    edits ${text} not null,
    difference ${text} not null,
    by_id ${text} not null,
    by_name ${text} not null,
    at ${text} not null,
    primary key (article, version)
  )${lookup}`,
  `create table desk_decision (
    number ${key},
    scope ${text} not null,
    article ${text} not null,
    what ${text} not null,
    words ${text} not null,
    by_id ${text} not null,
    by_name ${text} not null,
    at ${text} not null
  )${table}`,
  'create index desk_decision_by_article on desk_decision (scope, article, number)',
  `create table desk_choice (scope ${text} primary key, unreviewed integer not null)${lookup}`,
  `create table feed (
    number ${key},
    id ${text} not null unique,
    platform ${text} not null,
    workspace ${text} not null,
    channel ${text} not null,
    url ${text} not null,
    title ${text} not null,
    state ${text} not null check (state in ('active', 'paused')),
    trouble ${text},
    by_id ${text} not null,
    by_name ${text} not null,
    at ${text} not null,
    next_poll ${text} not null,
    last_poll ${text},
    etag ${text},
    modified ${text},
    failures integer not null,
    unique (workspace, url)
  )${table}`,
  'create index feed_by_poll on feed (state, next_poll)',
  `create table feed_item (
    feed ${reference} not null references feed (number) on delete cascade,
    key ${text} not null,
    primary key (feed, key)
  )${lookup}`,
];
