import { describePostgres, emptySchema } from '../support/store/postgres-store.ts';
import { processesContract } from './processes.contract.ts';

describePostgres('PostgreSQL', () => processesContract('PostgreSQL', async () => (await emptySchema()).url));
