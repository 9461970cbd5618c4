import { describe, expect, it } from 'vitest';
import { createGate, type Room } from '../../../src/digest/gate.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Who is in, by the order in which they came in, and their room. */
function asking(width: number) {
  const gate = createGate(width);
  const rooms = new Map<string, Room>();
  return {
    rooms,
    ask: async (who: string, ...names: readonly string[]) => {
      gate.enter(names).then((room) => rooms.set(who, room));
      await turn();
    },
    leave: async (who: string) => {
      rooms.get(who)?.leave();
      await turn();
    },
    inside: () => [...rooms.keys()].join(' '),
  };
}

describe('the gate', () => {
  it('lets so many in, then each as one leaves, in the order in which they came', async () => {
    const { ask, leave, inside } = asking(2);
    for (const who of ['a', 'b', 'c', 'd']) await ask(who, 't');
    expect(inside()).toBe('a b');
    await leave('b');
    expect(inside()).toBe('a b c');
    // Leaving twice makes no room for two.
    await leave('b');
    expect(inside()).toBe('a b c');
    await leave('a');
    expect(inside()).toBe('a b c d');
  });

  it('takes room under all names that have some, and none under those that have not', async () => {
    const { ask, rooms, inside } = asking(1);
    await ask('a', 'one');
    await ask('b', 'one', 'other');
    expect(rooms.get('b')?.names).toEqual(['other']);
    await ask('c', 'one', 'other');
    expect(inside()).toBe('a b');
  });

  it('lets the next one in under the names that are not kept', async () => {
    const { ask, leave, rooms, inside } = asking(1);
    await ask('a', 'one', 'other');
    await ask('b', 'one');
    await ask('c', 'other');
    rooms.get('a')?.keep('one');
    await turn();
    expect(inside()).toBe('a c');
    // What was given back before is not given back again.
    await ask('d', 'other');
    await leave('a');
    expect(inside()).toBe('a c b');
  });

  it('does not hold up whoever wants another name', async () => {
    const { ask, inside } = asking(1);
    await ask('a', 'one');
    await ask('b', 'one');
    await ask('c', 'other');
    expect(inside()).toBe('a c');
  });
});
