import { type Kysely, sql } from 'kysely';

/** Migration 1. Dates and instants are text; STRICT keeps columns to their types. */
const statements: readonly string[] = [
  `create table record (
    key integer primary key,
    scope text not null,
    kind text not null check (kind in ('article', 'event', 'entity')),
    id text not null,
    date text not null,
    first text not null,
    last text not null,
    body text not null,
    hash text not null,
    unique (scope, kind, id)
  ) strict`,
  'create index record_by_date on record (kind, date, id)',
  `create table mention (
    entity text not null,
    record integer not null references record (key) on delete cascade,
    part integer not null,
    primary key (entity, record)
  ) strict, without rowid`,
  'create index mention_by_record on mention (record)',
  `create table month_day (
    month_day text not null,
    record integer not null references record (key) on delete cascade,
    primary key (month_day, record)
  ) strict, without rowid`,
  'create index month_day_by_record on month_day (record)',
  'create table holding (scope text primary key, version text not null) strict, without rowid',
  // Only the index: the text itself is in the record's body.
  `create virtual table search using fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  )`,
  `create trigger record_leaves_search after delete on record begin
    delete from search where rowid = old.key;
  end`,
  'create table receipt (id text primary key, body text not null) strict',
  `create table schedule (
    number integer primary key,
    id text not null unique,
    platform text not null,
    workspace text not null,
    channel text not null,
    owner text not null,
    zone text not null,
    at text not null,
    days text not null,
    topics text not null,
    size integer not null,
    state text not null check (state in ('active', 'paused', 'removed')),
    active_from text not null
  ) strict`,
  'create index schedule_by_workspace on schedule (workspace, platform)',
  `create table delivery (
    number integer primary key,
    id text not null unique,
    schedule text not null,
    slot text not null,
    due text not null,
    platform text not null,
    workspace text not null,
    channel text not null,
    state text not null check (state in ('due', 'sending', 'sent', 'failed', 'uncertain', 'skipped')),
    attempts integer not null,
    fence integer not null default 0,
    owner text,
    lease_until text,
    message_id text,
    error text,
    first_attempt text,
    last_attempt text,
    not_before text,
    edition text,
    state_before text,
    attempt_before text,
    unique (schedule, slot)
  ) strict`,
  'create index delivery_by_state on delivery (state, due)',
  'create index delivery_by_due on delivery (due, number)',
  `create table console_message (
    id integer primary key autoincrement,
    channel text not null,
    marker text not null,
    at text not null,
    body text not null,
    unique (channel, marker)
  ) strict`,
  'create index console_message_by_channel on console_message (channel, id)',
  'create table inbox (id text primary key, seen text not null) strict, without rowid',
  'create index inbox_by_seen on inbox (seen)',
  'create table mark (name text primary key, value text not null) strict, without rowid',
];

export async function firstTables(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
