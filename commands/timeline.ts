import { libraryOf } from '../src/answer/fetch.ts';
import { type Context, defineCommand } from '../src/command.ts';
import type { Document } from '../src/document/model.ts';
import { completeSubjects } from '../src/lookup/complete.ts';
import { nearestEvents } from '../src/lookup/nearest-events.ts';
import { didYouMean, unknownName } from '../src/lookup/nothing.ts';
import { readFromTo } from '../src/lookup/read-period.ts';
import { readStart, startOption } from '../src/lookup/start-option.ts';
import { readSubject } from '../src/lookup/subject.ts';
import { type TimelineRequest, timeline, timelineEvents } from '../src/lookup/timeline.ts';
import { timelinePicture } from '../src/pictures/timeline-drawing.ts';

export default defineCommand({
  name: 'timeline',
  about: 'What happened to a country, a person, a topic or some words, in order of time',
  examples: ['timeline India', 'timeline SCO from:2001 to:2005', 'timeline Belarus from:"June 2009"'],
  options: {
    subject: {
      type: 'text',
      about: 'a name, a topic or words, such as Belarus or border talks',
      required: true,
      rest: true,
      complete: completeSubjects,
    },
    from: { type: 'text', about: 'first date, such as 2017, June 2017 or 9 June 2017' },
    to: { type: 'text', about: 'last date, such as 2017, June 2017 or 9 June 2017' },
    picture: { type: 'boolean', about: 'yes draws the most important ones on a line of time' },
    start: startOption,
  },
  run: async ({ subject, from, to, picture, start }, context) => {
    const { library } = await libraryOf(context.knowledge, context.origin.workspace);
    const today = context.now.toPlainDate();
    const period = readFromTo(from, to, today);
    const read = readSubject(subject, today, library);
    switch (read.state) {
      case 'one': {
        const options = {
          subject,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        };
        const request = { subject: read.subject, period, start: readStart(start), options };
        const document = timeline(request, library);
        return picture === true ? withPicture(document, request, context) : document;
      }
      case 'several':
        return didYouMean(subject, read, 'timeline', 'subject', library);
      case 'none':
        return unknownName(
          subject,
          read.nearest,
          'timeline',
          'subject',
          library,
          nearestEvents(subject, today, library),
        );
    }
  },
});

/** The message with its events drawn, after the first line; as it is where there are too few to draw. */
async function withPicture(
  document: Document,
  request: TimelineRequest,
  { pictures }: Context,
): Promise<Document> {
  const picture = await timelinePicture(timelineEvents(request), request.subject.label, pictures);
  if (picture === undefined) return document;
  const [first, ...others] = document.blocks;
  return { ...document, blocks: [...(first === undefined ? [] : [first]), picture, ...others] };
}
