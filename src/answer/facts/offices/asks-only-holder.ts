import { fold, words } from '../../../text/fold.ts';
import { stem } from '../../../text/stem.ts';
import { joinPhrases } from '../../lexicon/phrases.ts';
import { stopWords } from '../../lexicon/stop-words.ts';
import type { Query } from '../../query.ts';
import type { Office } from './office.ts';

/** Words beside an office that ask for nothing but who held it. */
const plain: ReadonlySet<string> = new Set(
  `head run lead chief boss serve hold office post job position role first person current currently ever secretariat list name
charge ministry director far order incumbent after before over succeed replace follow elect appoint become next precede predecessor
successor early late mid back organisation bloc country nation state leader term year ago past time current sitting then still`
    .split(/\s+/)
    .map(stem),
);

/** A clause that only gives the time: `when Belarus joined`, `at the 2019 summit`. */
const timeClause = /\b(when|at the|during|as of|at the time|in office)\b.*$/;

/** True when the words beside the office, its owner and the time only ask who it was. */
export function asksOnlyHolder(query: Query, office: Office): boolean {
  const clause = query.times.rest.replace(timeClause, '');
  const titles = new Set(office.tenures.flatMap((tenure) => tenure.stems));
  const owned = new Set(
    query.terms.filter((term) => term.ids.length > 0).flatMap((term) => term.said.split(' ')),
  );
  return joinPhrases(words(clause)).every(
    (word) =>
      stopWords.has(word) ||
      titles.has(stem(word)) ||
      plain.has(stem(word)) ||
      owned.has(fold(word)) ||
      /^\d+$/.test(word),
  );
}
