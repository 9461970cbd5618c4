import { describePostgres, postgresStore } from '../support/store/postgres-store.ts';
import { fileStore } from '../support/store/temporary-store.ts';
import { deskContract } from './desk.contract.ts';
import { feedContract } from './feed.contract.ts';

deskContract('SQLite', fileStore);
feedContract('SQLite', fileStore);
describePostgres('PostgreSQL', () => {
  deskContract('PostgreSQL', postgresStore);
  feedContract('PostgreSQL', postgresStore);
});
