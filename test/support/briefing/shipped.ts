import { buildLibrary, type Library } from '../../../src/answer/library.ts';
import { composeFile } from '../../../src/briefing/compose-file.ts';
import type { Briefing, Length } from '../../../src/briefing/model.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import type { KnowledgeData } from '../../../src/knowledge/model.ts';
import type { Period } from '../../../src/lookup/period.ts';
import { readSubject, type Subject } from '../../../src/lookup/subject.ts';

export const today = Temporal.PlainDate.from('2026-11-23');

export function libraryIn(data: KnowledgeData): Library {
  return buildLibrary(data.entities, [
    ...data.events.map((event) => ({ type: 'event', event }) as const),
    ...data.articles.map((article) => ({ type: 'article', article }) as const),
  ]);
}

/** The shipped data with its library. */
export async function shippedLibrary(): Promise<{ readonly data: KnowledgeData; readonly library: Library }> {
  const data = await loadKnowledge('data');
  return { data, library: libraryIn(data) };
}

export function subjectOf(topic: string, library: Library): Subject {
  const read = readSubject(topic, today, library);
  if (read.state !== 'one') throw new Error(`${topic} is ${read.state}`);
  return read.subject;
}

/** A briefing for a file; fails where there is none. */
export function fileOn(
  topic: string,
  library: Library,
  length: Length = 'full',
  period: Period = {},
): Briefing {
  const subject = subjectOf(topic, library);
  const briefing = composeFile(
    { subject, period, today: today.toString(), length, dataVersion: 'data-1' },
    library,
  );
  if (briefing === undefined) throw new Error(`there is nothing on ${topic}`);
  return briefing;
}
