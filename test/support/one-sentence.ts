/** One sentence for a reader: it ends once, with a full stop, and holds no line break or exclamation mark. */
export const oneSentence = /^[^\n!]*[^.\n!]\.$/;

/** The message of the error that something throws; fails where it throws none or one of another kind. */
export function messageOf(run: () => unknown, kind: new (...args: never[]) => Error): string {
  try {
    run();
  } catch (fault) {
    if (fault instanceof kind) return fault.message;
    throw fault;
  }
  throw new Error(`nothing was thrown, ${kind.name} was expected`);
}
