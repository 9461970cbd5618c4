import type { Entity } from '../../../knowledge/model.ts';
import { stem } from '../../../text/stem.ts';
import { coversDay } from '../../covers-day.ts';
import { joinPhrases } from '../../lexicon/phrases.ts';
import type { Library } from '../../library.ts';
import type { Query } from '../../query.ts';
import { anchorDay } from '../anchor.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { holderVerb, tell } from './tell.ts';
import { allTenures, startedBy, type Tenure } from './tenure.ts';

/** `What office did X hold when …?`, `What did X do after the secretariat?` */
export function readOfficeOf(query: Query, library: Library, people: readonly Entity[]): Fact | undefined {
  const person = people[0];
  if (person === undefined || people.length > 1) return undefined;
  const mine = allTenures(library).filter((tenure) => tenure.person.id === person.id);
  if (
    /\bwhat (?:was )?(?:[\w'’-]+ )?(?:\w+'s )?(office|post|position|job|role|title|portfolio|capacity)\b/.test(
      query.folded,
    )
  ) {
    const day = anchorDay(query, library) ?? query.today.toString();
    const then = mine.filter((tenure) => coversDay(tenure.from, tenure.to, day) && startedBy(tenure, day));
    const [first, ...rest] = then.map((tenure) => tell(tenure, holderVerb(tenure), library, day));
    return first === undefined ? undefined : factAnswer([first, ...rest], 'offices: of a person');
  }
  if (
    !/\bwhat (did|was|has|is|became)\b.*\b(do|become|became|go on|before|after)\b/.test(query.folded) ||
    !/\b(before|after|afterwards|later|next|previously|go on)\b/.test(query.folded)
  )
    return undefined;
  const pivot = pivotOf(query, mine);
  if (pivot === undefined) return undefined;
  const before = /\bbefore\b|\bpreviously\b/.test(query.folded);
  const others = mine.filter(
    (tenure) =>
      tenure !== pivot &&
      (before ? (tenure.from ?? '9') < (pivot.from ?? '') : (tenure.from ?? '') >= (pivot.to ?? '9')),
  );
  const [first, ...rest] = others.map((tenure) => tell(tenure, 'was', library));
  return first === undefined ? undefined : factAnswer([first, ...rest], 'offices: before and after');
}

function pivotOf(query: Query, mine: readonly Tenure[]): Tenure | undefined {
  const list = joinPhrases(query.words).map(stem);
  const named = mine.find((tenure) => tenure.stems.every((each) => list.includes(each)));
  if (named !== undefined) return named;
  if (/\bsecretariat|sco\b/.test(query.folded))
    return mine.find((tenure) => tenure.stems.includes(stem('secretarygeneral')));
  return undefined;
}
