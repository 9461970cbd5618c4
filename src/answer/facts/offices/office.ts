import type { Entity } from '../../../knowledge/model.ts';
import { fold } from '../../../text/fold.ts';
import { stem } from '../../../text/stem.ts';
import { joinPhrases } from '../../lexicon/phrases.ts';
import type { Library } from '../../library.ts';
import type { Query } from '../../query.ts';
import { compare } from '../relations.ts';
import { allTenures, type Tenure } from './tenure.ts';

/** The office that a question means: words of a title, and whose it is. */
export interface Office {
  readonly label: string;
  readonly tenures: readonly Tenure[];
  /** The question says whose it is. */
  readonly owned: boolean;
}

/** Verbs and nouns that mean the top office of an organisation. */
const topJob =
  /\b(head|heads|headed|heading|led|leads|leading|lead|run|ran|runs|running|chief|boss|in charge|at the helm|director|top (?:job|official|post))\b/;

/** The office that a question names by its title or by what it is at the top of; undefined without one. */
export function officeOf(query: Query, library: Library, people: readonly Entity[]): Office | undefined {
  const list = joinPhrases(query.words).map(stem);
  const owners = ownersIn(query, library);
  const tenures = allTenures(library);
  const byTitle = tenures.filter(
    (tenure) => tenure.stems.length > 0 && tenure.stems.every((each) => list.includes(each)),
  );
  const longest = Math.max(0, ...byTitle.map((tenure) => tenure.stems.length));
  const full = byTitle.filter((tenure) => tenure.stems.length === longest);
  if (full.length > 0) {
    const owned = full.filter((tenure) => tenure.of.some((id) => owners.has(id)));
    const own =
      people.length > 0
        ? full.filter((tenure) => people.some((person) => sharesOffice(person, tenure, tenures)))
        : [];
    const chosen = owned.length > 0 ? owned : own.length > 0 ? own : sameOwner(full, owners, library);
    if (chosen.length > 0) return { label: chosen[0]?.title ?? '', tenures: chosen, owned: owned.length > 0 };
  }
  return leaderOf(query, tenures, owners, library) ?? topOffice(query, tenures, owners);
}

/** `the leader of X` is whoever of its presidents and prime ministers the records speak of most. */
function leaderOf(
  query: Query,
  tenures: readonly Tenure[],
  owners: ReadonlySet<string>,
  library: Library,
): Office | undefined {
  if (!/\b(leaders?|led|leads?|ruled?|headed|governed|in power)\b/.test(query.folded) || owners.size !== 1)
    return undefined;
  const [owner = ''] = owners;
  if (library.gazetteer.entities.get(owner)?.kind !== 'country') return undefined;
  const weigh = (title: string): readonly [number, readonly Tenure[]] => {
    const stems = joinPhrases(title.split(' ')).map(stem).join(' ');
    const series = tenures.filter(
      (tenure) => tenure.stems.join(' ') === stems && tenure.of.some((id) => owners.has(id)),
    );
    const told = series.map((tenure) => library.entities.count(tenure.person.id));
    return [told.reduce((sum, each) => sum + each, 0), series];
  };
  const [best] = ['president', 'prime minister'].map(weigh).sort((left, right) => right[0] - left[0]);
  return best === undefined || best[0] === 0
    ? undefined
    : { label: best[1][0]?.title ?? '', tenures: best[1], owned: true };
}

/** Organisations and countries named; capitals stand for their countries only when nothing else is named. */
function ownersIn(query: Query, library: Library): ReadonlySet<string> {
  const clause = query.words.findIndex((word) => /^(when|during|while)$/.test(word));
  const main = query.mentions.filter((mention) => clause <= 0 || mention.start < clause);
  const named = main
    .flatMap((mention) => mention.ids)
    .filter((id) => ['country', 'organisation'].includes(library.gazetteer.entities.get(id)?.kind ?? ''));
  const bosses = main.flatMap((mention) =>
    query.folded.includes(`${mention.said}'s `)
      ? mention.ids.flatMap((id) => countryOf(library.gazetteer.entities.get(id), library))
      : [],
  );
  if (named.length === 0 && bosses.length > 0) return new Set(bosses);
  const capitals = main.flatMap((mention) =>
    mention.ids.flatMap((id) => library.gazetteer.countryOfCapital.get(id) ?? []),
  );
  return new Set(named.length > 0 ? named : capitals);
}

/** `Putin's foreign minister` is one of the country that Putin serves, `the Kremlin's` one of where it stands. */
const countryOf = (entity: Entity | undefined, library: Library): readonly string[] =>
  entity?.kind === 'person' || entity?.kind === 'place'
    ? [library.gazetteer.countries.get(fold(entity.country ?? '')) ?? ''].filter(Boolean)
    : [];

const sharesOffice = (person: Entity, tenure: Tenure, tenures: readonly Tenure[]): boolean =>
  tenures.some((other) => other.person.id === person.id && other.of.some((id) => tenure.of.includes(id)));

/** A title without an owner means the organisation's own one, as in `who was secretary-general in 2017`. */
function sameOwner(
  tenures: readonly Tenure[],
  owners: ReadonlySet<string>,
  library: Library,
): readonly Tenure[] {
  const main = ownersByCount(tenures, library)[0];
  if (main === undefined || (owners.size > 0 && !owners.has(main))) return [];
  return tenures.filter(
    (tenure) => tenure.of.includes(main) && library.gazetteer.entities.get(main)?.kind === 'organisation',
  );
}

function ownersByCount(tenures: readonly Tenure[], library: Library): readonly string[] {
  const counts = new Map<string, number>();
  for (const tenure of tenures) {
    const id = tenure.of[0];
    if (id !== undefined && library.gazetteer.entities.get(id)?.kind === 'organisation')
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort((left, right) => right[1] - left[1] || compare(left[0], right[0]))
    .map(([id]) => id);
}

/** `who runs RATS`: the one office that several people held there one after another. */
function topOffice(
  query: Query,
  tenures: readonly Tenure[],
  owners: ReadonlySet<string>,
): Office | undefined {
  if (!topJob.test(query.folded) && !/\bsecretariat\b/.test(query.folded)) return undefined;
  const secretariat =
    /\bsecretariat\b/.test(query.folded) || /\bat the head of the (organi[sz]ation|bloc)/.test(query.folded);
  const least = owners.size > 0 && !secretariat ? 1 : 2;
  const best = bestSeries(
    least,
    tenures.filter((tenure) =>
      secretariat
        ? tenure.stems.join(' ') === stem('secretarygeneral')
        : tenure.of.some((id) => owners.has(id)),
    ),
  );
  return best;
}

function bestSeries(least: number, tenures: readonly Tenure[]): Office | undefined {
  const groups = new Map<string, Tenure[]>();
  for (const tenure of tenures.filter((each) => each.from !== undefined)) {
    const key = `${tenure.stems.join(' ')}|${tenure.organisation}`;
    groups.set(key, [...(groups.get(key) ?? []), tenure]);
  }
  const [best] = [...groups.values()].sort((left, right) => right.length - left.length);
  return best === undefined || best.length < least
    ? undefined
    : { label: best[0]?.title ?? '', tenures: best, owned: false };
}

/** The terms whose beginning is known, oldest first. */
export const dated = (office: Office): readonly Tenure[] =>
  office.tenures.filter((tenure) => tenure.from !== undefined);

/** The office that one person held, with all who held it: for `the predecessor of X`. The owner named, if one is. */
export function officeHeldBy(person: Entity, query: Query, library: Library): Office | undefined {
  const owners = ownersIn(query, library);
  const tenures = allTenures(library);
  const mine = tenures.filter((tenure) => tenure.person.id === person.id && tenure.from !== undefined);
  const pivot = mine.findLast((tenure) => tenure.of.some((id) => owners.has(id))) ?? mine.at(-1);
  if (pivot === undefined) return undefined;
  const series = tenures.filter(
    (tenure) =>
      tenure.organisation === pivot.organisation && tenure.stems.join(' ') === pivot.stems.join(' '),
  );
  return series.length < 2 ? undefined : { label: pivot.title, tenures: series, owned: false };
}
