import { libraryOf } from '../src/answer/fetch.ts';
import { deliverBriefing } from '../src/briefing/deliver.ts';
import { exportBriefing } from '../src/briefing/export.ts';
import { formats, isFormat, isLength, lengths } from '../src/briefing/model.ts';
import { type Context, defineCommand } from '../src/command.ts';
import { quiet } from '../src/document/build.ts';
import type { Document } from '../src/document/model.ts';
import { ReaderError } from '../src/errors.ts';
import { completeSubjects } from '../src/lookup/complete.ts';
import { nearestEvents } from '../src/lookup/nearest-events.ts';
import { didYouMean, unknownName } from '../src/lookup/nothing.ts';
import { readPeriod } from '../src/lookup/read-period.ts';
import { readSubject } from '../src/lookup/subject.ts';
import { dateWords } from '../src/text/date-words.ts';

export default defineCommand({
  name: 'brief',
  about: 'A briefing: what happened, who, what was said, figures, and what is not known',
  examples: [
    'brief India period:2023',
    'brief Goa 2023',
    'brief Iran period:"2021 to 2023"',
    'brief India and the SCO length:full format:md',
  ],
  options: {
    topic: {
      type: 'text',
      about: 'a name, a topic or words, such as India or trade',
      required: true,
      rest: true,
      complete: completeSubjects,
    },
    period: { type: 'text', about: 'such as 2023, May 2023, 2020 to 2023 or last 30 days' },
    length: {
      type: 'text',
      about: 'short is one page, full is everything and comes as a file',
      choices: lengths,
    },
    format: { type: 'text', about: 'a message alone, or with a file', choices: formats },
  },
  run: async ({ topic, period, length, format }, context) => {
    const id = /^edition ([a-z0-9]{10})$/i.exec(topic.trim())?.[1]?.toLowerCase();
    if (id !== undefined) return again(id, format, context);
    const { library, version } = await libraryOf(context.knowledge, context.origin.workspace);
    const today = context.now.toPlainDate();
    const span = period === undefined ? {} : readPeriod(period, today);
    const read = readSubject(topic, today, library);
    switch (read.state) {
      case 'one': {
        const request = {
          subject: read.subject,
          period: span,
          today: today.toString(),
          workspace: context.origin.workspace,
          at: context.now.toInstant().toString(),
          dataVersion: version,
          length: isLength(length) ? length : undefined,
          format: isFormat(format) ? format : undefined,
        };
        return deliverBriefing(request, library, context);
      }
      case 'several':
        return didYouMean(topic, read, 'brief', 'topic', library);
      case 'none':
        return unknownName(
          topic,
          read.nearest,
          'brief',
          'topic',
          library,
          nearestEvents(topic, today, library),
        );
    }
  },
});

/** An export as it was made, for those of its own workspace. */
async function again(id: string, format: string | undefined, context: Context): Promise<Document> {
  const kept = await context.editions?.get(id);
  if (kept?.workspace !== context.origin.workspace) {
    throw new ReaderError(`There is no briefing “${id}” here; its id stands at the end of the file.`);
  }
  const { briefing } = kept;
  const wanted = isFormat(format) && format !== 'message' ? format : 'html';
  return {
    kind: 'answer',
    title: briefing.title,
    blocks: [
      quiet(`As it was made on ${dateWords(briefing.edition.asOf)}; data ${briefing.edition.dataVersion}.`),
    ],
    sources: [],
    files: [await exportBriefing(briefing, wanted, context)],
  };
}
