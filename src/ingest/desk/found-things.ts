import type { Edits } from '../../store/desk-ports.ts';
import type { EventFound, Extraction, MentionFound, QuotationFound } from '../model.ts';

/** Something found, with the key under which an editor leaves it out. */
export interface Keyed<T> {
  readonly key: string;
  readonly found: T;
}

/** A name of the text, however often it stands there. */
export interface NameFound {
  readonly name: string;
  readonly kind: MentionFound['kind'];
  readonly entity: string | null;
  readonly title?: string;
  readonly times: number;
}

const keyed = <T>(letter: string, found: readonly T[], { dropped = [] }: Edits): readonly Keyed<T>[] =>
  found
    .map((each, at) => ({ key: `${letter}${at + 1}`, found: each }))
    .filter(({ key }) => !dropped.includes(key));

/** Events that are no mere words of somebody. */
export const eventsOf = (extraction: Extraction, edits: Edits): readonly Keyed<EventFound>[] =>
  keyed('e', extraction.events, edits).filter(
    ({ found }) => found.kind !== 'statement' || found.on !== undefined,
  );

/** Words between quotation marks whose speaker is known. */
export const quotationsOf = (extraction: Extraction, edits: Edits): readonly Keyed<QuotationFound>[] =>
  keyed(
    'q',
    extraction.quotations.filter((each) => each.direct && each.speaker !== null),
    edits,
  );

/** Names by how often they stand in the text; one for each entity or full name. */
export function namesOf(extraction: Extraction, edits: Edits): readonly Keyed<NameFound>[] {
  const found = new Map<string, NameFound>();
  for (const { name, kind, entity, title } of extraction.mentions) {
    const key = entity ?? `${kind} ${name.toLowerCase()}`;
    const known = found.get(key);
    const longer = known !== undefined && known.name.length >= name.length ? known.name : name;
    const office = known?.title ?? title;
    const times = (known?.times ?? 0) + 1;
    found.set(key, { name: longer, kind, entity, times, ...(office === undefined ? {} : { title: office }) });
  }
  const byTimes = [...found.values()].toSorted((one, other) => other.times - one.times);
  return keyed('n', byTimes, edits);
}
