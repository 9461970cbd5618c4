import { memoryKnowledge } from '../support/memory-knowledge.ts';
import { readerContract } from './reader.contract.ts';

readerContract('the reader in memory', async (data) => memoryKnowledge(data));
