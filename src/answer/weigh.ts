import { editDistance, forgiven } from '../text/edit-distance.ts';
import { stem } from '../text/stem.ts';
import { relatedTo } from './lexicon/related-words.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Library } from './library.ts';
import type { Postings } from './postings.ts';
import type { Term } from './query.ts';
import { spellings } from './spellings.ts';

/** A term with how much it counts and the units that hold it. */
export interface Weighed {
  readonly term: Term;
  readonly weight: number;
  /** By position of the unit: how well it holds the term, 0 where it does not. */
  readonly hits: Float64Array;
  /** How many units hold it well. */
  readonly strong: number;
}

/** A word in fewer units than this counts as if it were in so many: an unknown word is not worth more than a rare one. */
const rarest = 3;
/** A name counts at least so much, however often it comes: it says what the question is about. */
const leastOfName = 3.5;
/** Share of its weight that a word keeps which says little. */
const lightly = 0.3;

/** How much a term counts (rare ones more), and how well each unit holds it: the word itself, a like word, a slip of it. */
export function weigh(term: Term, library: Library): Weighed {
  const hits = new Float64Array(library.units.length);
  let found = false;
  const add = (postings: Postings, key: string, worth: number): void =>
    postings.each(key, (at, weight) => {
      if ((hits[at] ?? 0) < weight * worth) hits[at] = weight * worth;
      found = true;
    });
  for (const id of term.ids) {
    add(library.entities, id, 1);
    const country = library.gazetteer.countryOfCapital.get(id);
    if (country !== undefined) add(library.entities, country, 0.75);
  }
  if (term.ids.length === 0) {
    add(library.stems, term.stem, 1);
    for (const [other, worth] of synonymsOf(term.stem)) add(library.stems, other, worth);
    for (const [other, worth] of relatedTo(term.stem)) add(library.stems, other, worth * broadly);
    if (!found) for (const other of nearWords(term.said, library)) add(library.stems, other, 0.7);
  } else {
    add(library.stems, term.stem, 0.9);
    for (const at of holdAll(term.said.split(' '), library)) hits[at] = Math.max(hits[at] ?? 0, inWords);
  }
  const strong = hits.reduce((count, worth) => count + (worth >= 0.5 ? 1 : 0), 0);
  const frequency = Math.max(strong, rarest);
  const emphasis = term.light ? lightly : term.focus === undefined ? 1 : 1.3;
  const rarity = Math.log(1 + library.units.length / frequency);
  const weight = Math.max(rarity, term.ids.length > 0 ? leastOfName : 0) * emphasis;
  return { term, weight, hits, strong };
}

/** Share of its worth that a word keeps which general English relates, but not the lexicon. */
const broadly = 0.9;

/** Worth of a name of several words of which a unit holds each word, though not as that name. */
const inWords = 0.7;

function holdAll(list: readonly string[], library: Library): readonly number[] {
  if (list.length < 2) return [];
  const [first, ...rest] = list.map(
    (word) => new Set((library.stems.get(stem(word)) ?? []).map(([at]) => at)),
  );
  return first === undefined ? [] : [...first].filter((at) => rest.every((others) => others.has(at)));
}

/** Words of the evidence a slip or two away from one that it does not hold. */
function nearWords(word: string, library: Library): readonly string[] {
  const most = forgiven(word);
  if (most === 0) return [];
  const isNear = (other: string): boolean =>
    Math.abs(other.length - word.length) <= most && editDistance(word, other, most) <= most;
  const near = (spellings(library).get(word[0] ?? '') ?? []).filter(isNear);
  return [...new Set(near.map(stem))];
}
