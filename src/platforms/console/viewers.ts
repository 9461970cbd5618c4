import type { StandingMessage } from './message.ts';

/** What one open page is told of. */
export interface Viewer {
  show(message: StandingMessage): void;
  /** The desk is closing: end the stream. */
  leave(): void;
}

/** The open pages. A message shown twice is harmless: a page knows it by its id. */
export interface Viewers {
  /** Adds a page; the function returned takes it off again. */
  join(viewer: Viewer): () => void;
  show(message: StandingMessage): void;
  count(): number;
  close(): void;
}

/** No pages yet. */
export function createViewers(): Viewers {
  const open = new Set<Viewer>();
  return {
    join(viewer) {
      open.add(viewer);
      return () => open.delete(viewer);
    },
    show: (message) => {
      for (const viewer of open) viewer.show(message);
    },
    count: () => open.size,
    close() {
      for (const viewer of open) viewer.leave();
      open.clear();
    },
  };
}
