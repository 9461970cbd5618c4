import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { NoPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where to ask for the PostgreSQL server of this run, see postgres-store.ts. */
    readonly postgres: string;
  }
}

/** What is answered: the address of the server, or why there is none on this machine. */
export type PostgresAnswer = { readonly url: string } | { readonly missing: string };

/** One PostgreSQL server for a whole run of tests. It is started when the first test file asks, and stopped at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer> | undefined;
  let warned = false;
  const asked = createServer((_request, response) => {
    starting ??= startPostgres();
    starting.then(
      ({ url }) => response.end(JSON.stringify({ url } satisfies PostgresAnswer)),
      (fault: unknown) => {
        const isMissing = fault instanceof NoPostgres;
        if (isMissing && !warned)
          console.warn(`PostgreSQL cannot run here, its tests are skipped: ${fault.message}.`);
        warned ||= isMissing;
        response.statusCode = isMissing ? 200 : 500;
        response.end(
          isMissing ? JSON.stringify({ missing: fault.message } satisfies PostgresAnswer) : String(fault),
        );
      },
    );
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  asked.listen(0, '127.0.0.1', resolve);
  await listening;
  const address = asked.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  project.provide('postgres', `http://127.0.0.1:${port}`);
  return async () => {
    asked.closeAllConnections();
    asked.close();
    const server = await starting?.catch(() => undefined);
    await server?.stop();
  };
}
