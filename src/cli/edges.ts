/** The outside world as the command line sees it; `main.ts` gives the real one. */
export interface Edges {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Lines of standard input. */
  readonly lines: () => AsyncIterable<string>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly clock: () => Temporal.Instant;
  /** Aborts when the process is asked to stop. */
  readonly stop: AbortSignal;
  /**
   * Hands over the faults of promises that a library has left to nobody; without a listener they end the process. One that
   * runs for months has to outlive them.
   */
  readonly onLeftOver?: (listen: (fault: unknown) => void) => void;
}
