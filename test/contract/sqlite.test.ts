import { fileStore, memoryStore } from '../support/store/temporary-store.ts';
import { storeContract } from './store.contract.ts';

storeContract('SQLite in a file', fileStore);
storeContract('SQLite in memory', memoryStore);
