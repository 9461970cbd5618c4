import { libraryOf } from '../src/answer/fetch.ts';
import { composeBriefing } from '../src/briefing/compose.ts';
import { defineCommand } from '../src/command.ts';
import { completeSubjects } from '../src/lookup/complete.ts';
import { nearestEvents } from '../src/lookup/nearest-events.ts';
import { didYouMean, unknownName } from '../src/lookup/nothing.ts';
import { readPeriod } from '../src/lookup/read-period.ts';
import { readSubject } from '../src/lookup/subject.ts';

export default defineCommand({
  name: 'brief',
  about: 'A briefing: what happened, who, what was said, figures, and what is not known',
  examples: ['brief India period:2023', 'brief Goa 2023', 'brief Iran period:"2021 to 2023"'],
  options: {
    topic: {
      type: 'text',
      about: 'a name, a topic or words, such as India or trade',
      required: true,
      rest: true,
      complete: completeSubjects,
    },
    period: { type: 'text', about: 'such as 2023, May 2023, 2020 to 2023 or last 30 days' },
  },
  run: async ({ topic, period }, context) => {
    const { library } = await libraryOf(context.knowledge, context.origin.workspace);
    const today = context.now.toPlainDate();
    const span = period === undefined ? {} : readPeriod(period, today);
    const read = readSubject(topic, today, library);
    switch (read.state) {
      case 'one':
        return composeBriefing({ subject: read.subject, period: span, today: today.toString() }, library);
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
