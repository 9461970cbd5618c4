import { isOwnId } from '../../knowledge/own-names.ts';
import type { Edits } from '../../store/desk-ports.ts';
import { fold } from '../../text/fold.ts';
import type { EventFound, Extraction, MentionFound, QuotationFound } from '../model.ts';
import { editEvent, editName, editQuotation } from './apply-edits.ts';

/** Something found, with the code under which an editor leaves it out or changes it. */
export interface Keyed<T> {
  readonly key: string;
  /** Where it stands in the text: what an edit of it is kept under, since codes shift when the recognisers get better. */
  readonly place: string;
  readonly found: T;
}

/** A name of the text, however often it stands there. */
export interface NameFound {
  readonly name: string;
  readonly kind: MentionFound['kind'];
  readonly entity: string | null;
  readonly title?: string;
  readonly times: number;
  /** Other forms of it: `SCO`, `Varga`. */
  readonly forms: readonly string[];
  /** Where it stands first. */
  readonly start: number;
  /** An editor has said which forms there are. */
  readonly areEdited?: true;
  readonly proposed?: true;
}

const keyed = <T>(
  letter: string,
  found: readonly T[],
  { dropped = [] }: Edits,
  placeOf: (each: T) => string,
): readonly Keyed<T>[] => {
  const seen = new Map<string, number>();
  return found
    .map((each, at) => {
      const spot = placeOf(each);
      const before = seen.get(spot) ?? 0;
      seen.set(spot, before + 1);
      return { key: `${letter}${at + 1}`, place: before === 0 ? spot : `${spot} ${before + 1}`, found: each };
    })
    .filter(({ key }) => !dropped.includes(key));
};

const edited = <T, E>(
  list: readonly Keyed<T>[],
  edits: Readonly<Record<string, E>> | undefined,
  edit: (found: T, change: E) => T,
): readonly Keyed<T>[] =>
  edits === undefined
    ? list
    : list.map((each) => {
        const change = Object.hasOwn(edits, each.place) ? edits[each.place] : undefined;
        return change === undefined ? each : { ...each, found: edit(each.found, change) };
      });

/** Events that are no mere words of somebody. */
export const eventsOf = (extraction: Extraction, edits: Edits): readonly Keyed<EventFound>[] =>
  edited(
    keyed('e', extraction.events, edits, ({ kind, evidence }) => `${kind} ${evidence.start}-${evidence.end}`),
    edits.events,
    (found, change) => editEvent(found, change, extraction),
  ).filter(({ found }) => found.kind !== 'statement' || found.on !== undefined);

/** Words between quotation marks whose speaker is known. */
export const quotationsOf = (extraction: Extraction, edits: Edits): readonly Keyed<QuotationFound>[] =>
  edited(
    keyed(
      'q',
      extraction.quotations.filter((each) => each.direct && each.speaker !== null),
      edits,
      ({ start, end }) => `${start}-${end}`,
    ),
    edits.quotations,
    (found, change) => editQuotation(found, change, extraction),
  );

/** What tells a name of the text from others: the entity that ships, else its kind and words. */
export const groupOf = ({ kind, name, entity }: Pick<MentionFound, 'kind' | 'name' | 'entity'>): string =>
  entity === null || isOwnId(entity) ? `${kind} ${fold(name)}` : entity;

/** Names by how often they stand in the text; one for each entity or full name. */
export function namesOf(extraction: Extraction, edits: Edits): readonly Keyed<NameFound>[] {
  const found = new Map<string, NameFound>();
  for (const mention of extraction.mentions) {
    const group = groupOf(mention);
    found.set(group, addMention(found.get(group), mention));
  }
  const byTimes = [...found].toSorted(([, one], [, other]) => other.times - one.times);
  const groups = new Map(byTimes.map(([group, name]) => [name, group]));
  return edited(
    keyed(
      'n',
      byTimes.map(([, name]) => name),
      edits,
      (name) => groups.get(name) ?? '',
    ),
    edits.names,
    editName,
  );
}

/** A line in capitals tells how a name is spelt less well than any other. */
const isFuller = (name: string, known: string): boolean =>
  name.length > known.length || (name.length === known.length && known === known.toUpperCase());

function addMention(known: NameFound | undefined, mention: MentionFound): NameFound {
  const { name, kind, entity, start, text, proposed } = mention;
  const longer = known === undefined || isFuller(name, known.name) ? name : known.name;
  const title = known?.title ?? mention.title;
  const form = /\s\s|[\n\t]/.test(text) ? text.replace(/\s+/g, ' ') : text;
  const forms = [...new Set([...(known?.forms ?? []), known?.name ?? name, form])];
  const isProposed = (known === undefined || known.proposed) && proposed;
  return {
    name: longer,
    kind,
    entity,
    times: (known?.times ?? 0) + 1,
    forms: forms.filter((form) => form !== longer),
    start: known?.start ?? start,
    ...(title === undefined ? {} : { title }),
    ...(isProposed ? { proposed: true } : {}),
  };
}
