import type { KnowledgeStore } from '../../src/store/ports.ts';
import { importerContract } from './importer.contract.ts';
import { ownArticlesContract } from './own-articles.contract.ts';
import { readerContract } from './reader.contract.ts';

/** What every store of the article data must do; `make` gives an empty one. */
export function knowledgeContract(name: string, make: () => Promise<KnowledgeStore>): void {
  readerContract<KnowledgeStore>(name, async (data, earlier) => {
    const store = earlier ?? (await make());
    await store.replaceAll('', data);
    return store;
  });
  importerContract(name, make);
  ownArticlesContract(name, make);
}
