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
  if (earlier.test(query.folded)) return readEarlier(query, library, mine);
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

/** `What post had X held earlier?`, `What had X been before the secretariat?` */
const earlier =
  /^what (?:[\w-]+ )?(?:post|office|position|job|role|title|portfolio)?\b.*\b(?:had|did|was|has)\b.*\b(?:held|hold|done|do|been|be|have|occupied|was)\b.*\b(?:before|earlier|previously|formerly|prior to|beforehand)\b(?! \d)/;

/** What somebody was before the office that is named, or else before the last one. */
function readEarlier(query: Query, library: Library, mine: readonly Tenure[]): Fact | undefined {
  const pivot = pivotOf(query, mine) ?? mine.at(-1);
  const begun = pivot?.from;
  if (begun === undefined) return undefined;
  const before = mine.filter(
    (tenure) => tenure !== pivot && tenure.from !== undefined && tenure.from < begun,
  );
  const named = new Set(query.mentions.flatMap((mention) => mention.ids));
  const there = before.filter((tenure) => tenure.of.some((id) => named.has(id)));
  const [first, ...rest] = (there.length > 0 ? there : before)
    .toReversed()
    .map((tenure) => tell(tenure, 'was', library));
  return first === undefined ? undefined : factAnswer([first, ...rest], 'offices: earlier');
}

function pivotOf(query: Query, mine: readonly Tenure[]): Tenure | undefined {
  const list = joinPhrases(query.words).map(stem);
  const named = mine.find((tenure) => tenure.stems.every((each) => list.includes(each)));
  if (named !== undefined) return named;
  if (/\bsecretariat|sco\b/.test(query.folded))
    return mine.find((tenure) => tenure.stems.includes(stem('secretarygeneral')));
  return undefined;
}
