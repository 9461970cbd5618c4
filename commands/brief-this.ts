import { libraryOf } from '../src/answer/fetch.ts';
import { deliverBriefing } from '../src/briefing/deliver.ts';
import { subjectOfAnswer } from '../src/briefing/subject-of-answer.ts';
import { type Context, defineCommand } from '../src/command.ts';
import { ReaderError } from '../src/errors.ts';
import { readSubject, type Subject } from '../src/lookup/subject.ts';

const refusal = 'There is nothing to brief on that here; type /brief with a name or a topic.';

/**
 * What the button “Brief” under answers and digests does: nobody types it. It carries the receipt of an answer or the topic of
 * a digest, so that it works in any later version and after any restart. Its reader alone sees the briefing, as with every
 * button that looks something up; since Slack shows no picture in such a message it has none.
 */
export default defineCommand({
  name: 'brief-this',
  about: 'A briefing on what an answer or a digest is about',
  examples: [],
  hidden: true,
  private: true,
  options: {
    receipt: { type: 'text', about: 'of the answer' },
    topic: { type: 'text', about: 'of the digest, such as India on 15 June' },
  },
  run: async ({ receipt, topic }, context) => {
    const { library, version } = await libraryOf(context.knowledge, context.origin.workspace);
    const today = context.now.toPlainDate();
    const subject =
      receipt === undefined
        ? subjectOn(topic ?? '', today, library)
        : subjectOfAnswer(await ownReceipt(receipt, context), library);
    if (subject === undefined) throw new ReaderError(refusal);
    const request = { subject, period: {}, today: today.toString(), dataVersion: version, pictured: false };
    return deliverBriefing(request, library, context);
  },
});

/** A receipt of another workspace is as unknown as one that never was. */
async function ownReceipt(id: string, { receipts, origin }: Context) {
  const receipt = await receipts.get(id);
  if (receipt?.workspace === origin.workspace) return receipt;
  throw new ReaderError('That answer is no longer here; ask again, or type /brief with a name or a topic.');
}

function subjectOn(
  topic: string,
  today: Temporal.PlainDate,
  library: Awaited<ReturnType<typeof libraryOf>>['library'],
): Subject | undefined {
  const read = readSubject(topic, today, library);
  return read.state === 'one' && read.subject.guessedFrom === undefined ? read.subject : undefined;
}
