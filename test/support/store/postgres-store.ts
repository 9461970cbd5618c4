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

/**
 * The address of an empty database: a schema of its own, which is made quicker and is gone when the test ends. Its
 * connections carry its name as application_name.
 */
export async function emptySchema(): Promise<{ readonly url: string; readonly name: string }> {
  const name = freshName();
  await execute(`create schema ${name}`);
  onTestFinished(async () => {
    await execute(`drop schema ${name} cascade`);
  });
  const options = encodeURIComponent(`-c search_path=${name}`);
  return { url: `${server()}/postgres?options=${options}&application_name=${name}`, name };
}

/** A store in an empty database. */
export const postgresStore = async (): Promise<Store> => opened((await emptySchema()).url);
