/**
 * A mistake that a reader can mend. Its message is one sentence that says what to type instead;
 * it is shown as it is, on every platform. Exit status 2 on the command line.
 */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
}

/** A wrong setting, data file or resource that the operator can mend: one line for each fault. Exit status 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}
