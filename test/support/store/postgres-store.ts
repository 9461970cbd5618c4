import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, inject, onTestFinished } from 'vitest';
import type { Store } from '../../../src/store/ports.ts';
import type { PostgresAnswer } from './postgres-run.ts';
import { opened } from './temporary-store.ts';

/** The server of this run; it is started where this is the first file that asks. */
const answer = await ask();

async function ask(): Promise<PostgresAnswer> {
  const response = await fetch(inject('postgres'));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text) as PostgresAnswer;
}

/** `describe` for what needs a real server; skipped, with the reason in its name, on machines that cannot run one. */
export function describePostgres(name: string, run: () => void): void {
  if ('missing' in answer) describe.skip(`${name} (PostgreSQL cannot run here: ${answer.missing})`, run);
  else describe(name, run);
}

/** The address of the server, without a database. */
export function server(): string {
  if ('missing' in answer) throw new Error(answer.missing);
  return answer.url;
}

/** Runs one statement as the superuser. */
export async function execute(statement: string, database = 'postgres'): Promise<readonly unknown[]> {
  const client = new pg.Client(`${server()}/${database}`);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** A name for a database, schema or user, that no other test has. */
export const freshName = (): string => `t${randomUUID().replaceAll('-', '')}`;

/** Schemas whose tables were made for an earlier test of this file: emptying them is quicker than making others. */
const free: string[] = [];

/**
 * The address of an empty database, for one test: a schema of its own, which is made quicker. Its connections carry its
 * name as application_name.
 */
export async function emptySchema(): Promise<{ readonly url: string; readonly name: string }> {
  const name = free.pop() ?? (await newSchema());
  onTestFinished(async () => {
    await empty(name);
    free.push(name);
  });
  const options = encodeURIComponent(`-c search_path=${name}`);
  return { url: `${server()}/postgres?options=${options}&application_name=${name}`, name };
}

async function newSchema(): Promise<string> {
  const name = freshName();
  await execute(`create schema ${name}`);
  return name;
}

async function empty(schema: string): Promise<void> {
  await execute(`do $$ declare each record; begin
    for each in select tablename as name from pg_tables where schemaname = '${schema}' and tablename not like 'migration%'
    loop execute format('delete from ${schema}.%I', each.name); end loop;
  end $$`);
}

/** The address of an empty database, for a whole file. */
export async function emptyDatabase(): Promise<string> {
  const name = freshName();
  await execute(`create database ${name}`);
  return `${server()}/${name}`;
}

/** A store in an empty database. */
export const postgresStore = async (): Promise<Store> => opened((await emptySchema()).url);
