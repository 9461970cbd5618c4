import type { Document } from '../../document/model.ts';
import type { Changes, PlatformAdapter } from '../platform.ts';
import { createNaming, type Naming, nameCommands, namingDispatch } from './name-commands.ts';

/**
 * The adapter with everything that it sends naming commands as readers type them in this workspace. What the commands
 * are it learns from the desk, so before `connect` documents stay as they are.
 */
export function withNaming(adapter: PlatformAdapter, prefix: string): PlatformAdapter {
  let naming: Naming = (text) => text;
  const named = (document: Document): Document => nameCommands(document, naming);
  const { changes } = adapter;
  return {
    ...adapter,
    connect(desk) {
      naming = createNaming(desk.commands, prefix);
      return adapter.connect({ ...desk, dispatch: namingDispatch(desk.dispatch, naming) });
    },
    post: (place, document, marker, options) => adapter.post(place, named(document), marker, options),
    ...(changes === undefined ? {} : { changes: nameChanges(changes, named) }),
  };
}

const nameChanges = (changes: Changes, named: (document: Document) => Document): Changes => ({
  edit: (place, id, document, marker) => changes.edit(place, id, named(document), marker),
  reply: (place, id, document, marker) => changes.reply(place, id, named(document), marker),
  tell: (place, person, document, marker) => changes.tell(place, person, named(document), marker),
  findReply: changes.findReply,
  findTold: changes.findTold,
  dress: (place, id, what) => changes.dress(place, id, what),
});
