import { defineCommand } from '../src/command.ts';
import { notice } from '../src/document/build.ts';
import { ReaderError } from '../src/errors.ts';
import { shorten } from '../src/options.ts';

/** Longest note that is kept, in UTF-16 code units. */
const longestNote = 1_000;

export default defineCommand({
  name: 'feedback',
  about: 'Tells the editors that an answer helped, or what is wrong with it',
  examples: [],
  private: true,
  options: {
    receipt: { type: 'text', about: 'the answer’s receipt, as its buttons and /why show it', required: true },
    verdict: { type: 'text', about: 'helpful or wrong; wrong when left out', choices: ['helpful', 'wrong'] },
    note: { type: 'text', about: 'what is wrong, or where it is told better', rest: true },
  },
  run: async ({ receipt: id, verdict = 'wrong', note }, { receipts, feedback, origin, now }) => {
    const receipt = await receipts.get(id.trim());
    if (receipt === undefined || receipt.workspace !== origin.workspace) {
      throw new ReaderError(
        `There is no receipt “${shorten(id, 20)}” here; press the button under an answer.`,
      );
    }
    if (note !== undefined && note.length > longestNote) {
      throw new ReaderError(`A note takes at most ${longestNote} characters; say it in fewer words.`);
    }
    await feedback.put({
      receipt: receipt.id,
      workspace: origin.workspace,
      reader: origin.reader.id,
      verdict: verdict === 'helpful' ? 'helpful' : 'wrong',
      ...(note === undefined ? {} : { note }),
      at: now.toInstant().toString(),
    });
    return notice(
      verdict === 'helpful' || note !== undefined
        ? 'Noted for the editors, with the receipt of the answer.'
        : `Noted for the editors; to say what is wrong, type /feedback receipt:${receipt.id} and your words.`,
    );
  },
});
