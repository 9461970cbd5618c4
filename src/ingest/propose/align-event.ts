import { shorten } from '../../options.ts';
import { createLocate, type Located } from '../../text/locate.ts';
import { recordKind } from '../desk/event-record.ts';
import type { EventFound, EventParticipant } from '../model.ts';
import type { Aligned, Ground } from './align.ts';
import type { Proposal } from './proposal.ts';
import { sentencesAround, whoIn } from './who-in.ts';

/** Letters of a stretch that can tell a happening. */
const shortest = 12;

/** See align. */
export function alignEvent(proposed: Proposal['events'][number], ground: Ground): Aligned<EventFound> {
  const drop = (why: string) => ({ dropped: `event “${shorten(proposed.quote, 60)}”: ${why}` });
  const span = ground.locate(proposed.quote);
  const around = span === undefined ? undefined : sentencesAround(span, ground);
  if (span === undefined || around === undefined) return drop('its words do not stand in the text');
  if (span.end - span.start < shortest) return drop('its words are too few to tell anything');
  const on = dayIn(proposed.when, around, ground);
  if (on === undefined) return drop(`“${shorten(proposed.when, 30)}” is no date that stands there`);
  const participants: EventParticipant[] = [];
  for (const name of proposed.participants) {
    const who = whoIn(name, around, ground);
    if (who === undefined) return drop(`${shorten(name, 40)} is not named there`);
    participants.push({ name: who.name, role: 'agent', entity: who.entity });
  }
  const place = proposed.place ?? undefined;
  if (place !== undefined && whoIn(place, around, ground) === undefined)
    return drop(`${shorten(place, 40)} is not named there`);
  if (isKnown(proposed.kind, on.start, around, ground)) return drop('it was found already');
  const said = ground.text.slice(around.start, around.end);
  return {
    kept: {
      kind: proposed.kind,
      title: ground.text.slice(span.start, span.end).replace(/\s+/g, ' '),
      on,
      participants,
      ...(place === undefined ? {} : { place }),
      polarity: denied.test(said) ? 'negative' : 'positive',
      modality: modalityOf(said, on.start, ground.found.published),
      evidence: around,
      proposed: true,
    },
  };
}

const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const;

/** The day that our own recogniser reads where the model says that a date stands. */
function dayIn(when: string, around: Located, { text, found }: Ground): EventFound['on'] {
  const there = createLocate(text.slice(around.start, around.end))(when);
  if (there === undefined) return undefined;
  const [start, end] = [around.start + there.start, around.start + there.end];
  const dates = found.dates.filter(
    (each) => each.start < end && each.end > start && (each.type === 'DATE' || each.type === 'TIME'),
  );
  const value = dates.length === 1 ? (dates[0]?.value.slice(0, 10) ?? '') : '';
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return undefined;
  const precision = precisions[value.length as keyof typeof precisions];
  return { start: value, precision };
}

const isKnown = (kind: string, day: string, { start, end }: Located, { found }: Ground): boolean =>
  found.events.some(
    (each) =>
      each.evidence.start < end &&
      each.evidence.end > start &&
      each.on?.start === day &&
      recordKind(each.kind) === kind,
  );

const denied =
  /\b(?:not|never|no longer|nor|without|failed to|refused to|den(?:y|ies|ied)|cancel\w*|call(?:ed|s) off|postpon\w*|abandon\w*)\b|n[’']t\b/i;
const claims =
  /\b(?:accus\w*|alleg\w*|claim\w*|reportedly|blam\w*|according to|said to have|rumou?r\w*|unconfirmed)\b/i;
const ahead =
  /\b(?:will|shall|going to|to be held|set to|scheduled|due to|expected to|plan(?:s|ned)? to|ahead of)\b/i;
/** `May` with a capital is the month. */
const doubtful = /\b(?:might|could|would|if|possibly|perhaps|unless|whether)\b|(?-i:\bmay\b)/i;

/** More careful than the reading of our own clauses: one such word anywhere in the sentence is enough. */
function modalityOf(said: string, day: string, published: string): EventFound['modality'] {
  if (doubtful.test(said)) return 'possible';
  if (claims.test(said)) return 'claimed';
  return ahead.test(said) || day > published ? 'planned' : 'asserted';
}
