import { libraryOf } from '../src/answer/fetch.ts';
import { defineCommand } from '../src/command.ts';
import { completeQuoted, completeSpeakers } from '../src/lookup/complete.ts';
import { findQuotations, noQuotations } from '../src/lookup/find-quotations.ts';
import { didYouMean } from '../src/lookup/nothing.ts';
import { quotationList } from '../src/lookup/quotations.ts';
import { readStart, startOption } from '../src/lookup/start-option.ts';

export default defineCommand({
  name: 'quote',
  about: 'Words found verbatim in a source, and what was said in substance',
  examples: ['quote', 'quote Sergey Lavrov', 'quote about:terrorism'],
  options: {
    speaker: {
      type: 'text',
      about: 'who said it, such as Sergey Lavrov',
      rest: true,
      complete: completeSpeakers,
    },
    about: { type: 'text', about: 'what it is about, such as terrorism', complete: completeQuoted },
    start: startOption,
  },
  run: async ({ speaker, about, start }, context) => {
    const { library } = await libraryOf(context.knowledge, context.origin.workspace);
    const found = findQuotations(speaker, about, context.now.toPlainDate(), library);
    switch (found.state) {
      case 'found': {
        const options = {
          ...(speaker === undefined ? {} : { speaker }),
          ...(about === undefined ? {} : { about }),
        };
        return quotationList({ ...found, start: readStart(start), options }, library);
      }
      case 'several':
        return didYouMean(speaker ?? '', found, 'quote', 'speaker', library);
      case 'none':
        return noQuotations(found, library);
    }
  },
});
