import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The way to a server, which can be broken and mended; it is gone when the test ends. */
export interface Breakable {
  /** The address with this way in the place of the server's own. */
  readonly url: string;
  /** Resets all connections and refuses new ones. */
  readonly cut: () => void;
  /** Lets nothing more through, and says nothing. */
  readonly hang: () => void;
  readonly mend: () => void;
}

export async function breakable(address: string): Promise<Breakable> {
  const url = new URL(address);
  const ends = new Set<Socket>();
  let state: 'open' | 'cut' | 'hanging' = 'open';
  const proxy = createServer((near) => {
    if (state === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(url.port), url.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', (data) => {
        if (state === 'open') to.write(data);
      });
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
      // A connection that was reset on purpose is closed just after, which is looked after above.
      from.on('error', () => from.destroy());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const drop = (): void => {
    for (const end of ends) end.resetAndDestroy();
  };
  onTestFinished(() => {
    drop();
    proxy.close();
  });
  const { port } = proxy.address() as { port: number };
  return {
    url: address.replace(url.host, `127.0.0.1:${port}`),
    cut: () => {
      state = 'cut';
      drop();
    },
    hang: () => {
      state = 'hanging';
    },
    mend: () => {
      state = 'open';
    },
  };
}
