import { importance } from '../knowledge/importance.ts';
import { fold } from '../text/fold.ts';
import { numberOf } from '../text/number-words.ts';
import type { Grain } from '../text/time-expressions.ts';
import { statusDay } from './facts/anchor.ts';
import { allTenures } from './facts/offices/tenure.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Library } from './library.ts';
import type { Query, Term } from './query.ts';
import { rank } from './rank.ts';
import { understand } from './understand.ts';
import type { Unit } from './unit.ts';
import { readWorldTime, type WorldTime } from './world-times.ts';

const counts = 'the|an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d+|a couple of|the very';
const shift = new RegExp(
  `,?\\s*\\b(?:${counts}) (day|week|month|year)s? (before|after|earlier than|prior to|following) (?!in\\b|last\\b)(.+?)[?.!]*$`,
);
const sameTime =
  /,?\s*\b(?:on|in) the (?:same |very )?(day|week|month|year) (of|that|when|as) (?!in\b)(.+?)[?.!]*$/;
/** `on the day Belarus joined`: without a word that joins. */
const bareTime =
  /,?\s*\bon the (?:very |same )?(day) ()((?!of\b|that\b|when\b|as\b|before\b|after\b)\p{L}[\p{L}'-]* .+?)[?.!]*$/u;

/**
 * Turns `what happened two days after the Goa council` into `what happened` on the day meant: finds the event that the
 * clause names and counts from it. The question as it was when there is no such clause or no such event.
 */
export function resolveRelative(query: Query, library: Library): Query {
  const match = shift.exec(query.folded) ?? sameTime.exec(query.folded) ?? bareTime.exec(query.folded);
  const clause = match?.[3];
  if (match === null || clause === undefined) return resolveSide(query, library);
  const rest = query.folded.slice(0, match.index).trim();
  if (rest.split(' ').length < 2) return query;
  const isName = (text: string): boolean =>
    match[2] === 'as' && understand(text, query.today, library).terms.every((term) => term.ids.length > 0);
  const anchor = anchorOf(wholeClause(clause, rest, isName), query, library);
  if (anchor === undefined) return query;
  const back = match[2] !== 'after' && match[2] !== 'following';
  const same = /^(of|that|when|as|)$/.test(match[2] ?? '');
  const amount = same ? 0 : amountOf(match[0]) * (back ? -1 : 1);
  const begins = /\b(?:arriv\w+|land(?:s|ed)|touch\w* down|open(?:s|ed)|began|begin\w*|start(?:s|ed))\b/.test(
    clause,
  );
  const window = windowAround(back || begins ? anchor.from : anchor.until, amount, match[1] ?? 'day');
  const asked = understand(rest, query.today, library);
  return {
    ...asked,
    question: query.question,
    times: { ...asked.times, windows: [{ ...window, said: match[0].trim() }] },
  };
}

/** `Iran did` or, as in `on the same day as Iran`, the name alone, after `which countries entered BRICS`: what it did stands in the question. */
function wholeClause(clause: string, rest: string, isName: (text: string) => boolean): string {
  const [, doer] = /^(.+?) (?:did|does|was|were)$/.exec(clause) ?? [];
  const who = doer ?? (isName(clause) ? clause : undefined);
  return who === undefined ? clause : `${rest.replace(/^(?:who|which|what)(?: other| else)? /, '')} ${who}`;
}

/** `since Modi took office`, `before the pandemic`: the stretch on that side of an office's beginning or a turning point. */
function resolveSide(query: Query, library: Library): Query {
  const world = readWorldTime(query.folded, query.today.toString());
  const office = world === undefined ? officeSide(query, library) : undefined;
  const found = world ?? office;
  if (found === undefined || found.at < 3) return query;
  const asked = understand(query.folded.slice(0, found.at).trim(), query.today, library);
  const { from, until, said } = found;
  return {
    ...asked,
    question: query.question,
    times: { ...asked.times, windows: [...asked.times.windows, { from, until, said, grain: 'span' }] },
  };
}

function officeSide(query: Query, library: Library): WorldTime | undefined {
  const match = /,?\s*\b(before|since|after) ([^,?.!]+?)[?.! ]*$/.exec(query.folded);
  const clause = match?.[2];
  if (match === null || clause === undefined) return undefined;
  const begin = termBegin(understand(clause, query.today, library), clause, library);
  if (begin === undefined) return undefined;
  const today = query.today.toString();
  const said = match[0].trim();
  return match[1] === 'before'
    ? { from: '0001-01-01', until: begin, said, at: match.index }
    : { from: begin, until: today, said, at: match.index };
}

function amountOf(said: string): number {
  if (/\bcouple\b/.test(said)) return 2;
  const [first] = said.replace(/^,?\s*/, '').split(' ');
  return first === 'the' ? 1 : (numberOf(first ?? '') ?? 1);
}

function anchorOf(
  clause: string,
  query: Query,
  library: Library,
): { readonly from: string; readonly until: string } | undefined {
  const asked = understand(clause, query.today, library);
  const only = asked.times.windows[0];
  if (asked.terms.length === 0 && only !== undefined) return only;
  if (asked.terms.length === 0) return undefined;
  const term = termBegin(asked, clause, library);
  if (term !== undefined) return { from: term, until: term };
  const status = asked.mentions.length < 3 ? statusDay(clause, asked, library) : undefined;
  if (status?.length === 10) return { from: status, until: status };
  // What a country or a person is has no day to count from.
  const dated = rank({ ...asked, wanted: 'when' }, library, 8).filter(({ unit }) => unit.from !== '');
  const [best, ...others] = dated;
  if (best === undefined || best.coverage < 0.6) return undefined;
  // What comes after an event speaks of it too: of those that agree as well, the one whose title says most of it.
  const alike = others.filter(({ coverage }) => coverage >= best.coverage - 0.08).map(({ unit }) => unit);
  const titled = (unit: Unit): number => asked.terms.reduce((sum, term) => sum + inTitle(unit, term), 0);
  // `the day after Pahalgam` means what the place is known for.
  const weight = (unit: Unit): number =>
    unit.source.type === 'event' && asked.terms.length === 1 ? importance(unit.source.event) / 1000 : 0;
  const worth = (unit: Unit): number => titled(unit) + weight(unit);
  const first = alike.reduce((better, unit) => (worth(unit) > worth(better) ? unit : better), best.unit);
  // It was before what speaks of it, and not long before.
  if (!speaksOf(first)) return first;
  return alike.reduce(
    (earlier, unit) =>
      worth(unit) >= worth(first) - asMuch && unit.from < earlier.from && unit.from > yearsBefore(first.from)
        ? unit
        : earlier,
    first,
  );
}

/** A record of what was said or written of something else. */
const speaksOf = ({ source }: Unit): boolean =>
  source.type !== 'event' || source.event.kind === 'statement' || source.event.kind === 'document';

/** Titles that hold the words of the clause nearly as well say the same; so long before at most. */
const asMuch = 0.15;
const yearsBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();

/** How well a title holds a term, 0..1: in its own words, or in like ones. */
function inTitle(unit: Unit, term: Term): number {
  if (unit.heads.has(term.stem) || fold(unit.title).includes(term.said)) return 1;
  return Math.max(
    0,
    ...[...synonymsOf(term.stem)].filter(([other]) => unit.heads.has(other)).map(([, worth]) => worth),
  );
}

/** `Yermekbayev took over`, `Modi took office`: the day on which the last office of the person began. */
function termBegin(asked: Query, clause: string, library: Library): string | undefined {
  if (
    !/\b(took (?:over|office|charge|the helm)|takes? over|came to power|became \w+ ?(?:minister|president|general)?$|began (?:his|her) term)\b/.test(
      clause,
    )
  )
    return undefined;
  const [person, another] = asked.mentions;
  if (person === undefined || another !== undefined) return undefined;
  return allTenures(library)
    .filter((tenure) => person.ids.includes(tenure.person.id) && tenure.from?.length === 10)
    .at(-1)?.from;
}

function windowAround(
  day: string,
  amount: number,
  unit: string,
): { readonly from: string; readonly until: string; readonly grain: Grain } {
  const start = Temporal.PlainDate.from(day);
  if (unit === 'day') {
    const then = start.add({ days: amount }).toString();
    return { from: then, until: then, grain: 'day' };
  }
  if (unit === 'year') {
    const then = start.add({ years: amount });
    return { from: `${then.year}-01-01`, until: `${then.year}-12-31`, grain: 'year' };
  }
  const then = unit === 'week' ? start.add({ weeks: amount }) : start.add({ months: amount });
  const play = unit === 'week' ? 3 : 15;
  return {
    from: then.subtract({ days: play }).toString(),
    until: then.add({ days: play }).toString(),
    grain: 'span',
  };
}
