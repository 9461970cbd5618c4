import type { Entity } from '../knowledge/model.ts';
import type { Scope } from './ports.ts';

/** Most scopes whose entities are kept: a megabyte each with the data that ships. */
const most = 4;

interface Kept {
  readonly version: string;
  readonly entities: readonly Entity[];
}

/**
 * Entities by scope, read once for each version: every question and every keystroke of a completion asks for all of them.
 * Scopes that see the same version share one list.
 */
export function createEntityCache(
  version: (scope: Scope) => Promise<string>,
  read: (scope: Scope) => Promise<readonly Entity[]>,
): (scope: Scope) => Promise<readonly Entity[]> {
  const kept = new Map<string, readonly Entity[]>();
  const keep = ({ version, entities }: Kept): void => {
    kept.delete(version);
    kept.set(version, entities);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
  };
  return async (scope) => {
    const before = await version(scope);
    const known = kept.get(before);
    const entities = known ?? (await read(scope));
    // Another process may have imported while this one read: such a list is given out but not kept.
    if (known !== undefined || (await version(scope)) === before) keep({ version: before, entities });
    return entities;
  };
}
