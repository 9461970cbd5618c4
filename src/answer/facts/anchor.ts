import type { Library } from '../library.ts';
import type { Query } from '../query.ts';
import { rank } from '../rank.ts';
import { understand } from '../understand.ts';
import { allTies } from './relations.ts';

/**
 * The day that a clause like `when Belarus became a member` or `at the July 2022 council` points to: from the time named,
 * from a relation, else from the event that agrees best with the clause. Undefined without a clause.
 */
export function anchorDay(query: Query, library: Library): string | undefined {
  const clause = /\b(?:when|at the time (?:of|when)?|during|as of|once|by the time|at the|as)\b (.+)$/.exec(
    query.folded.replace(/^when\b/, ''),
  )?.[1];
  const window = query.times.windows[0];
  if (clause === undefined) return window === undefined ? undefined : middle(window.from, window.until);
  const event = anchorEvent(clause, query, library);
  return event ?? (window === undefined ? undefined : middle(window.from, window.until));
}

function anchorEvent(clause: string, query: Query, library: Library): string | undefined {
  const asked = understand(withNames(clause, query), query.today, library);
  const day = statusDay(clause, asked, library);
  if (day !== undefined) return day;
  const best = rank({ ...asked, wanted: 'when' }, library, 8).filter(
    (ranked) => ranked.unit.source.type === 'event',
  );
  const top = best[0];
  if (top === undefined || top.coverage < 0.6) return undefined;
  if (!/\bfirst\b/.test(clause)) return top.unit.from;
  const alike = best.filter((ranked) => ranked.coverage >= top.coverage - 0.12);
  return alike.map((ranked) => ranked.unit.from).sort()[0];
}

/** The day that a clause like `Belarus joined` or `the SCO was founded` names, from the relations. */
export function statusDay(clause: string, asked: Query, library: Library): string | undefined {
  const founded = /\b(found\w*|created?|established|set up|born|formed|proclaimed)\b/.test(clause)
    ? asked.mentions
        .flatMap((mention) => mention.ids)
        .flatMap((id) =>
          allTies(library).filter((tie) => tie.relation.kind === 'founder of' && tie.relation.of === id),
        )
        .at(0)?.relation.from
    : undefined;
  if (founded !== undefined) return founded;
  const joins =
    !/\b(?:ask|appl|want|seek|sought|request|bid|propos)\w*/.test(clause) &&
    /\b(member|joined|join|admitted|acceded|got into|entered)\b/.test(clause);
  const country = asked.mentions
    .map((mention) => mention.ids[0])
    .find((id) => library.gazetteer.entities.get(id ?? '')?.kind === 'country');
  const bodies = asked.mentions
    .flatMap((mention) => mention.ids)
    .filter((id) => library.gazetteer.entities.get(id)?.kind === 'organisation');
  if (joins && country !== undefined) {
    const tie = allTies(library).find(
      (each) =>
        each.subject.id === country &&
        each.relation.kind === 'member of' &&
        each.relation.from !== undefined &&
        (bodies.length === 0 || bodies.includes(each.relation.of)),
    );
    if (tie?.relation.from !== undefined) return tie.relation.from;
  }
  return undefined;
}

/** `when it recognised the PRC`: the pronoun stands for the name before it. */
function withNames(clause: string, query: Query): string {
  const [name] = query.mentions;
  return name === undefined || clause.includes(name.said)
    ? clause
    : clause.replace(/^(it|he|she|they)\b/, name.said);
}

/** A stretch that is open on one side: `before 2017`, `since 2016`. */
const isOpen = (from: string): boolean => from < '1000';

/** A day inside a stretch of time: its middle, where an office is least likely to have just changed hands. */
export function middle(from: string, until: string): string {
  if (isOpen(from)) return until;
  const start = Temporal.PlainDate.from(from);
  const days = start.until(Temporal.PlainDate.from(until)).days;
  return start.add({ days: Math.floor(days / 2) }).toString();
}
