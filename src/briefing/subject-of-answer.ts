import type { Library } from '../answer/library.ts';
import type { Receipt } from '../answer/model.ts';
import { understand } from '../answer/understand.ts';
import { nameFor } from '../lookup/find-entity.ts';
import { readSubject, type Subject } from '../lookup/subject.ts';

/** Names of a question that together are one subject: more of them hold nothing in common. */
const mostNames = 2;

/**
 * What an answer was about: the names that its question has, together where something holds them all, else the first alone;
 * for a question without names, the topic of the first event that the answer rests on. The time is the question's own.
 * Undefined where nothing of that can be briefed.
 */
export function subjectOfAnswer(receipt: Receipt, library: Library): Subject | undefined {
  const today = Temporal.Instant.from(receipt.now).toZonedDateTimeISO('UTC').toPlainDate();
  const query = understand(receipt.question, today, library);
  const ids = [...new Set(query.mentions.flatMap((mention) => mention.ids.slice(0, 1)))];
  const names = ids
    .flatMap((id) => library.gazetteer.entities.get(id) ?? [])
    .slice(0, mostNames)
    .map((entity) => nameFor(entity, library));
  const tries = [
    ...(names.length > 1 ? [names.join(' and ')] : []),
    ...names,
    ...topicsUsed(receipt, library),
  ];
  const subject = tries
    .map((words) => subjectNamed(words, today, library))
    .find((each) => each !== undefined);
  const [window] = query.times.windows;
  if (subject === undefined || window === undefined) return subject;
  return { ...subject, period: { from: window.from, until: window.until } };
}

function subjectNamed(typed: string, today: Temporal.PlainDate, library: Library): Subject | undefined {
  const read = readSubject(typed, today, library);
  if (read.state !== 'one' || read.subject.guessedFrom !== undefined) return undefined;
  return read.subject.holdings.events.length === 0 ? undefined : read.subject;
}

const topicsUsed = ({ used }: Receipt, library: Library): readonly string[] =>
  used.flatMap((id) => {
    const source = library.byId.get(id)?.source;
    return source?.type === 'event' ? source.event.topics.slice(0, 1) : [];
  });
