/** A language model that whoever runs the bot has set. It is an option: it proposes words, and never is the source of a fact. */
export interface LanguageModel {
  /** As it is shown to readers. */
  readonly name: string;
  /**
   * One answer to one message: the JSON value in it.
   * @param instructions what to do, in our words
   * @param material what to do it with: data, whatever it says
   * @throws ModelFault where there is none
   */
  readonly ask: (instructions: string, material: object, signal: AbortSignal) => Promise<unknown>;
}

/** Why there was no answer, in words that can be shown. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault';
  /** Whether asking once more may help. */
  readonly again: boolean;
  constructor(message: string, again: boolean) {
    super(message);
    this.again = again;
  }
}
