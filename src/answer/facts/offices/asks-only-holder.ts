import { fold, words } from '../../../text/fold.ts';
import { stem } from '../../../text/stem.ts';
import { joinPhrases } from '../../lexicon/phrases.ts';
import { stopWords } from '../../lexicon/stop-words.ts';
import type { Library } from '../../library.ts';
import type { Query } from '../../query.ts';
import { isPartOf } from '../relations.ts';
import type { Office } from './office.ts';

/** Words beside an office that ask for nothing but who held it. */
const plain: ReadonlySet<string> = new Set(
  `head run lead chief boss serve hold office post job position role first person current currently ever secretariat list name
charge ministry director far order incumbent after before over succeed replace follow elect appoint become next precede predecessor
successor early late mid back year years organisation bloc country nation state leader term year ago past time current sitting then still`
    .split(/\s+/)
    .map(stem),
);

/** A clause that only gives the time: `when Belarus joined`, `at the 2019 summit`. */
const timeClause = /\b(when|at the (?!head|helm|top\b)|during|as of|at the time|in office)\b.*$/;

/** True when the words beside the office, its owner and the time only ask who it was. */
export function asksOnlyHolder(query: Query, office: Office, library: Library): boolean {
  const clause = query.times.rest.replace(timeClause, '');
  const titles = new Set(office.tenures.flatMap((tenure) => tenure.stems));
  const owned = new Set(
    query.terms.filter((term) => term.ids.length > 0).flatMap((term) => term.said.split(' ')),
  );
  if (isOfAnother(clause, query, office, library)) return false;
  return joinPhrases(words(clause)).every(
    (word) =>
      stopWords.has(word) ||
      titles.has(stem(word)) ||
      plain.has(stem(word)) ||
      owned.has(fold(word)) ||
      /^\d+$/.test(word),
  );
}

/** A body stands in the clause that the office is none of: `who led the observers at the US presidential election`. */
const isOfAnother = (clause: string, query: Query, office: Office, library: Library): boolean =>
  query.mentions.some(
    (mention) =>
      clause.includes(mention.said) &&
      mention.ids.every((id) => {
        const named = library.gazetteer.entities.get(id);
        return (
          named?.kind === 'organisation' &&
          !office.tenures.some((tenure) =>
            tenure.of.some((of) => of === id || isPartOf(named, library.gazetteer.entities.get(of))),
          )
        );
      }),
  );
