/**
 * Lets a few through at a time under each name, in the order in which they came. A turn that is taken early by whoever
 * then stands still is lost to all others: so a process asks for few turns ahead.
 */
export interface Gate {
  /** Resolves once there is room; the result gives the room back, and may be called again without harm. */
  enter(name: string): Promise<() => void>;
}

export function createGate(width: number): Gate {
  const inside = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();

  function leave(name: string): void {
    const next = waiting.get(name)?.shift();
    if (next !== undefined) next();
    else inside.set(name, (inside.get(name) ?? 1) - 1);
  }

  return {
    async enter(name) {
      const count = inside.get(name) ?? 0;
      if (count < width) inside.set(name, count + 1);
      else {
        const queue = waiting.get(name) ?? [];
        waiting.set(name, queue);
        await new Promise<void>((resolve) => queue.push(resolve));
      }
      let isIn = true;
      return () => {
        if (isIn) leave(name);
        isIn = false;
      };
    },
  };
}
