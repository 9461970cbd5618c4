import type { EventFound } from '../../model.ts';
import { eventKinds, kindsByWord } from './event-kinds.ts';
import type { Lead } from './lead.ts';
import { mainDay } from './main-day.ts';
import { mainParticipants } from './main-participants.ts';
import { mainPlace } from './main-place.ts';

/** What the article is about: who by its headline, where and when by its first sentences. */
export function mainEvent(lead: Lead): EventFound | undefined {
  const first = lead.sentences[0];
  if (first === undefined) return undefined;
  const told =
    lead.told.find(
      ({ evidence, kind }) =>
        evidence.start < (lead.sentences[3]?.start ?? Number.POSITIVE_INFINITY) && kind !== 'statement',
    ) ?? lead.told[0];
  const participants = mainParticipants(lead, told);
  const place = mainPlace(lead) ?? told?.place;
  return {
    kind: kindOf(lead.headline) ?? told?.kind ?? 'other',
    title:
      lead.headline === ''
        ? (told?.title ?? lead.cast.text.slice(first.start, Math.min(first.end, first.start + 160)))
        : lead.headline,
    on: lead.headline === '' && told?.on !== undefined ? told.on : { start: mainDay(lead), precision: 'day' },
    participants,
    ...(place === undefined ? {} : { place }),
    polarity: told?.polarity ?? 'positive',
    modality: told?.modality ?? 'asserted',
    ...(told?.attribution === undefined ? {} : { attribution: told.attribution }),
    evidence: told?.evidence ?? { start: first.start, end: first.end },
  };
}

/** The kind of the first word of the headline that tells of an event, by the order of the kinds. */
function kindOf(headline: string): string | undefined {
  let rank = Number.POSITIVE_INFINITY;
  for (const word of headline.matchAll(/[a-z]+/gi))
    for (const index of kindsByWord.get(word[0].toLowerCase()) ?? []) {
      const pattern = eventKinds[index]?.pattern;
      if (pattern === undefined) continue;
      pattern.lastIndex = word.index;
      if (pattern.test(headline)) rank = Math.min(rank, index);
    }
  return eventKinds[rank]?.kind;
}
