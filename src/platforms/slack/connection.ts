/** The way in which events reach us: Socket Mode or signed HTTP. */
export interface Connection {
  /**
   * Opens it. Resolves when events can come, or when Slack could not be reached and it keeps trying by itself.
   * @throws ConfigError where a setting is wrong
   */
  open(): Promise<void>;
  /** Closes within 8 s; never rejects. */
  close(): Promise<void>;
  /** A few words. */
  state(): string;
}
