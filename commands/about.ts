import { libraryOf } from '../src/answer/fetch.ts';
import { defineCommand } from '../src/command.ts';
import { completeSubjects } from '../src/lookup/complete.ts';
import { nearestEvents } from '../src/lookup/nearest-events.ts';
import { didYouMean, unknownName } from '../src/lookup/nothing.ts';
import { readSubject } from '../src/lookup/subject.ts';
import { subjectCard } from '../src/lookup/subject-card.ts';

export default defineCommand({
  name: 'about',
  about: 'A country, organisation, place, person or topic: what it is, dates, events, figures',
  examples: ['about India', 'about SCO', 'about Peace Mission'],
  options: {
    subject: {
      type: 'text',
      about: 'a name or a topic, such as India or border',
      required: true,
      rest: true,
      complete: completeSubjects,
    },
  },
  run: async ({ subject }, context) => {
    const { library } = await libraryOf(context.knowledge, context.origin.workspace);
    const today = context.now.toPlainDate();
    const read = readSubject(subject, today, library);
    switch (read.state) {
      case 'one':
        return subjectCard(read.subject, today.toString(), library);
      case 'several':
        return didYouMean(subject, read, 'about', 'subject', library);
      case 'none':
        return unknownName(
          subject,
          read.nearest,
          'about',
          'subject',
          library,
          nearestEvents(subject, today, library),
        );
    }
  },
});
