/** One event of a stream as it was sent. */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** An open stream of server-sent events. */
export interface OpenStream extends Disposable {
  /** The next event; rejects when none comes within two seconds or the stream has ended. */
  next(): Promise<StreamEvent>;
  /** Resolves when the other side has ended the stream. */
  readonly ended: Promise<void>;
}

/** Opens a stream the way a browser does; `lastSeen` is its `Last-Event-ID`. */
export async function openStream(address: string, lastSeen?: string): Promise<OpenStream> {
  const stop = new AbortController();
  const headers = lastSeen === undefined ? {} : { 'Last-Event-ID': lastSeen };
  const response = await fetch(address, { headers, signal: stop.signal });
  if (response.body === null || !response.ok) throw new Error(`no stream: ${response.status}`);
  const arrived: StreamEvent[] = [];
  let wake = (): void => undefined;
  const ended = pump(response.body, (event) => {
    arrived.push(event);
    wake();
  });
  return {
    ended,
    async next() {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      wake = resolve;
      const late = setTimeout(() => reject(new Error('no event within two seconds')), 2_000);
      if (arrived.length === 0) await promise.finally(() => clearTimeout(late));
      clearTimeout(late);
      const event = arrived.shift();
      if (event === undefined) throw new Error('the stream has ended');
      return event;
    },
    [Symbol.dispose]: () => stop.abort(),
  };
}

async function pump(body: ReadableStream<Uint8Array>, arrive: (event: StreamEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const piece of body) {
      const blocks = (rest + decoder.decode(piece, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = readEvent(block);
        if (event !== undefined) arrive(event);
      }
    }
  } catch (fault) {
    if (!(fault instanceof Error && fault.name === 'AbortError')) throw fault;
  }
}

/** Comments, the signs of life, are no events. */
function readEvent(block: string): StreamEvent | undefined {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (name !== '') fields.set(name, fields.has(name) ? `${fields.get(name)}\n${value}` : value);
  }
  if (!fields.has('data')) return undefined;
  return {
    id: fields.get('id') ?? '',
    event: fields.get('event') ?? 'message',
    data: fields.get('data') ?? '',
  };
}
