import type { Store } from '../../src/store/ports.ts';
import { budgetsContract, errandsContract } from './errands.contract.ts';
import { knowledgeContract } from './knowledge.contract.ts';
import { deliveriesContract, schedulesContract } from './ledger.contract.ts';
import {
  consoleContract,
  editionsContract,
  feedbackContract,
  inboxContract,
  marksContract,
  receiptsContract,
} from './small-stores.contract.ts';
import { turnsContract } from './turns.contract.ts';

/** What every database must do; `make` gives an empty store. */
export function storeContract(name: string, make: () => Promise<Store>): void {
  knowledgeContract(name, async () => (await make()).knowledge);
  schedulesContract(name, make);
  deliveriesContract(name, make);
  receiptsContract(name, make);
  editionsContract(name, make);
  feedbackContract(name, make);
  consoleContract(name, make);
  inboxContract(name, make);
  marksContract(name, make);
  budgetsContract(name, make);
  turnsContract(name, make);
  errandsContract(name, make);
}
