import { libraryOf } from '../src/answer/fetch.ts';
import { defineCommand } from '../src/command.ts';
import type { Entity } from '../src/knowledge/model.ts';
import { completePeople } from '../src/lookup/complete.ts';
import { findEntity } from '../src/lookup/find-entity.ts';
import { didYouMean, unknownName } from '../src/lookup/nothing.ts';
import { ofEntity } from '../src/lookup/subject.ts';
import { subjectCard } from '../src/lookup/subject-card.ts';

export default defineCommand({
  name: 'who',
  about: 'A person or organisation: offices with dates, what happened, what was said',
  examples: ['who Sergey Lavrov', 'who S. Jaishankar', 'who Zhang Ming'],
  options: {
    name: {
      type: 'text',
      about: 'name of a person or an organisation, such as Sergey Lavrov',
      required: true,
      rest: true,
      complete: completePeople,
    },
  },
  run: async ({ name }, context) => {
    const { library } = await libraryOf(context.knowledge, context.origin.workspace);
    const found = findEntity(name, library);
    switch (found.state) {
      case 'one': {
        const subject = ofEntity(found.entity, name, library);
        const today = context.now.toPlainDate().toString();
        return subjectCard(found.guessed ? { ...subject, guessedFrom: name } : subject, today, library);
      }
      case 'several':
        return didYouMean(name, found, 'who', 'name', library);
      case 'none':
        return unknownName(name, found.nearest.filter(isSomebody), 'who', 'name', library);
    }
  },
});

const isSomebody = ({ kind }: Entity): boolean => kind === 'person' || kind === 'organisation';
