import { describePostgres, postgresStore } from '../support/store/postgres-store.ts';
import { storeContract } from './store.contract.ts';

describePostgres('PostgreSQL', () => storeContract('PostgreSQL', postgresStore));
