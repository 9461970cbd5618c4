/**
 * Lets a few in at a time under each name. A row that is taken and then waits for its turn uses up its lease, and a turn
 * that is taken early by whoever then stands still is lost to all others: so a process holds few rows that wait.
 */
export interface Gate {
  /** Resolves once there is room under one of the names, and takes it under each of them that has some. */
  enter(names: readonly string[]): Promise<Room>;
}

/** Room that was taken. */
export interface Room {
  /** Under which names. */
  readonly names: readonly string[];
  /** Gives back the room under all other names. */
  keep(name: string): void;
  /** Gives back all of it; may be called again without harm. */
  leave(): void;
}

/** @param width how many may be in under one name */
export function createGate(width: number): Gate {
  const inside = new Map<string, number>();
  /** In the order in which they came. */
  const waiting = new Set<{ readonly names: readonly string[]; readonly go: (room: Room) => void }>();

  function take(names: readonly string[]): Room | undefined {
    const free = names.filter((name) => (inside.get(name) ?? 0) < width);
    for (const name of free) inside.set(name, (inside.get(name) ?? 0) + 1);
    return free.length === 0 ? undefined : roomOf(free);
  }

  function roomOf(names: readonly string[]): Room {
    const held = new Set(names);
    const giveBack = (given: readonly string[]): void => {
      for (const name of given) if (held.delete(name)) inside.set(name, (inside.get(name) ?? 1) - 1);
      admit();
    };
    return {
      names,
      keep: (kept) => giveBack(names.filter((name) => name !== kept)),
      leave: () => giveBack(names),
    };
  }

  function admit(): void {
    for (const waiter of waiting) {
      const room = take(waiter.names);
      if (room === undefined) continue;
      waiting.delete(waiter);
      waiter.go(room);
    }
  }

  return {
    enter: async (names) =>
      take(names) ?? new Promise<Room>((resolve) => waiting.add({ names, go: resolve })),
  };
}
