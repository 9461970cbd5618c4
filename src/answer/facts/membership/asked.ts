import type { Entity } from '../../../knowledge/model.ts';
import type { Library } from '../../library.ts';
import type { Evidence, NonEmpty } from '../../model.ts';
import type { Query } from '../../query.ts';
import { kindOf, type Status, type Tie, tieEvidence, tiesTo } from '../relations.ts';

/** A question about membership, read: which status of which countries in which organisation. */
export interface Asked {
  readonly query: Query;
  readonly library: Library;
  readonly organisation: Entity;
  readonly status: Status;
  readonly countries: readonly Entity[];
}

/** The status that a question names; membership when it names none. */
export function statusOf(folded: string): Status {
  const target = /\b(?:to|a|an|as|full|become|became|made) (?:\w+ )?(?:\w+ )?(member|observer|partner)/.exec(
    folded,
  )?.[1];
  if (/\bfrom\b/.test(folded) && /\bto\b.*\bmember/.test(folded)) return 'member';
  if (target === 'member' || /full member/.test(folded)) return 'member';
  if (/observer/.test(folded)) return 'observer';
  if (/partner/.test(folded)) return 'dialogue partner';
  return 'member';
}

/** Countries named, by name or in spite of a slip. */
export function countriesOf(query: Query, library: Library): readonly Entity[] {
  const ids = new Set(
    query.mentions.filter((mention) => mention.by !== 'capital').map((mention) => mention.ids[0] ?? ''),
  );
  const guessed = query.terms.filter(
    (term) => term.ids.length > 0 && !query.mentions.some((mention) => mention.said === term.said),
  );
  for (const term of guessed) ids.add(term.ids[0] ?? '');
  return [...ids]
    .map((id) => library.gazetteer.entities.get(id))
    .filter((entity) => entity?.kind === 'country') as Entity[];
}

const statuses: readonly Status[] = ['dialogue partner', 'observer', 'member'];

/** All that one country has been to the organisation, the lowest status first. */
export const statusTies = (asked: Asked, country: Entity): readonly (Tie & { readonly status: Status })[] =>
  statuses.flatMap((status) =>
    tiesTo(asked.library, asked.organisation.id, kindOf(status))
      .filter((tie) => tie.subject.id === country.id)
      .map((tie) => ({ ...tie, status })),
  );

/** `a` or `an`. */
export const article = (status: Status): string => (status === 'observer' ? 'an' : 'a');
export const evidenceOf = (ties: readonly Tie[], asked: Asked): NonEmpty<Evidence> =>
  ties.map((tie) => tieEvidence(tie, asked.library)) as unknown as NonEmpty<Evidence>;

/** The day that a count or list is for: after a country's entry, at the end of the time named, or today. */
export function dayAsked(asked: Asked): string {
  const country = asked.countries[0];
  const window = asked.query.times.windows[0];
  if (country !== undefined) {
    const tie = statusTies(asked, country)
      .filter((each) => each.status === 'member')
      .at(-1);
    const from = tie?.relation.from;
    if (from !== undefined && window === undefined) {
      return /\bbefore\b/.test(asked.query.folded) ? dayBefore(from) : from;
    }
  }
  if (window === undefined) return asked.query.today.toString();
  const named = window.grain !== 'span' && /\bbefore\b/.test(asked.query.folded);
  return named ? dayBefore(window.from) : window.until;
}

function dayBefore(date: string): string {
  const day = date.length === 10 ? date : `${date.slice(0, 7)}${date.length === 7 ? '' : '-01'}-01`;
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
