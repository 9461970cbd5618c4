import { libraryOf } from '../src/answer/fetch.ts';
import { defineCommand } from '../src/command.ts';
import { ReaderError } from '../src/errors.ts';
import { receiptCard } from '../src/lookup/receipt-card.ts';
import { shorten } from '../src/options.ts';

export default defineCommand({
  name: 'why',
  about: 'How an answer came about: how the question was read and what was used',
  // A receipt is a product of an answer: there is none that would work everywhere.
  examples: [],
  private: true,
  options: {
    receipt: {
      type: 'text',
      about: 'the receipt of an answer; its button Why? fills it in',
      required: true,
      rest: true,
    },
  },
  run: async ({ receipt: id }, context) => {
    const { workspace } = context.origin;
    const receipt = await context.receipts.get(id);
    // A receipt of another workspace is as unknown as one that never was.
    if (receipt === undefined || receipt.workspace !== workspace) {
      throw new ReaderError(
        `No receipt “${shorten(id)}” is here; press Why? under an answer to see how it came about.`,
      );
    }
    const { library, version } = await libraryOf(context.knowledge, workspace);
    return receiptCard(receipt, { library, version, zone: context.now.timeZoneId });
  },
});
