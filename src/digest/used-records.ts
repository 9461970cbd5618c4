import type { Event } from '../knowledge/model.ts';
import type { UsedRecord } from '../store/ports.ts';
import { rangeWords } from '../text/date-words.ts';

/** What a message shows of an event, by field: when one of these changes, the message is wrong. */
export function usedRecord(event: Event, on: string, isFull: boolean): UsedRecord {
  const shown = {
    title: event.title,
    date: rangeWords(event.date, event.endDate),
    place: event.place?.city ?? event.place?.country ?? '',
    status: event.status,
    sources: event.sources.map(({ publisher, url }) => [publisher, url ?? ''].join(' ').trim()).join('; '),
    ...(isFull ? { summary: [event.summary, event.note ?? ''].join(' ').trim() } : {}),
  };
  return { id: event.id, on, shown };
}

/** What has changed of a record since it was shown, in words; nothing where all still stands. */
export function changesOf(was: UsedRecord, now: UsedRecord | undefined): readonly string[] {
  if (now === undefined) return [`“${was.shown.title ?? was.id}” is withdrawn`];
  return Object.entries(was.shown)
    .filter(([field, words]) => now.shown[field] !== words)
    .map(([field, words]) => changeWords(field, words, now.shown[field] ?? '', now.shown.title ?? ''));
}

function changeWords(field: string, was: string, is: string, title: string): string {
  switch (field) {
    case 'title':
      return `“${was}” now reads “${is}”`;
    case 'summary':
      return `the summary of “${title}” is new`;
    case 'sources':
      return `the sources of “${title}” are new`;
    case 'status':
      return is === 'held' ? `“${title}” is confirmed` : `“${title}” is known from its announcement only`;
  }
  return `the ${field} of “${title}” is ${is === '' ? 'left out' : is}${was === '' ? '' : `, not ${was}`}`;
}
