import type { EventEdit, NameEdit, QuotationEdit } from '../../store/desk-ports.ts';
import { fold } from '../../text/fold.ts';
import type { EventFound, EventParticipant, Extraction, QuotationFound } from '../model.ts';
import type { NameFound } from './found-things.ts';

/** Whoever the text calls so; null where it calls nobody so, or somebody of whom the data knows nothing. */
function entityCalled(name: string, { mentions }: Extraction): string | null {
  const wanted = fold(name);
  const named = mentions.filter((each) => fold(each.name) === wanted || fold(each.text) === wanted);
  const ids = new Set(named.flatMap(({ entity }) => entity ?? []));
  const [id] = ids;
  return ids.size === 1 && id !== undefined ? id : null;
}

const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const;

function dayOf(date: string | null): Pick<EventFound, 'on'> {
  const precision = date === null ? undefined : precisions[date.length as keyof typeof precisions];
  return date === null || precision === undefined ? {} : { on: { start: date, precision } };
}

/** An event as an editor has changed it. */
export function editEvent(found: EventFound, edit: EventEdit, extraction: Extraction): EventFound {
  const { on, place, attribution, ...rest } = found;
  const where = edit.place === undefined ? place : (edit.place ?? undefined);
  const modality = edit.modality ?? found.modality;
  return {
    ...rest,
    title: edit.title ?? found.title,
    kind: edit.kind ?? found.kind,
    modality,
    ...(edit.date === undefined ? (on === undefined ? {} : { on }) : dayOf(edit.date)),
    ...(where === undefined ? {} : { place: where }),
    // What is no claim any more is nobody's.
    ...(attribution === undefined || modality !== 'claimed' ? {} : { attribution }),
    participants:
      edit.participants?.map((name) => participantCalled(name, found, extraction)) ?? found.participants,
  };
}

const participantCalled = (name: string, found: EventFound, extraction: Extraction): EventParticipant =>
  found.participants.find((each) => fold(each.name) === fold(name)) ?? {
    name,
    role: 'agent',
    entity: entityCalled(name, extraction),
  };

/** A quotation with the speaker whom an editor has named. */
export function editQuotation(
  found: QuotationFound,
  { speaker }: QuotationEdit,
  extraction: Extraction,
): QuotationFound {
  if (speaker === undefined) return found;
  const { start, end } = found.speaker ?? found;
  return { ...found, speaker: { text: speaker, start, end, entity: entityCalled(speaker, extraction) } };
}

/** A name as an editor has changed it; what the text calls it stays one of its forms. */
export function editName(found: NameFound, { name, kind, aliases, same }: NameEdit): NameFound {
  const called = name !== undefined && fold(name) !== fold(found.name) ? [found.name] : [];
  return {
    ...found,
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    forms: [...(aliases ?? found.forms), ...called],
    ...(aliases === undefined ? {} : { areEdited: true as const }),
    ...(same === undefined ? {} : { entity: same }),
  };
}
