import { rangeWords } from '../../text/date-words.ts';
import { unitEvidence } from '../evidence.ts';
import type { Library } from '../library.ts';
import type { Query } from '../query.ts';
import { rank } from '../rank.ts';
import { understand } from '../understand.ts';
import type { Unit } from '../unit.ts';
import { type Fact, factAnswer } from './fact.ts';

/** Share of the clause that an event has to hold to be the one meant. */
const enough = 0.75;

const form =
  /^(?:did|was|were|has|had|is) (.+?) (before|after|earlier than|later than) (.+?)(?: (?:did|was|were|had))?[?.! ]*$/;

/** `Did A sign before B did?`: finds the event of each clause and compares their dates. Undefined unless both are certain. */
export function readEventOrder(query: Query, library: Library): Fact | undefined {
  const [, left, relation, right] = form.exec(query.folded) ?? [];
  if (query.wanted !== 'yes-no' || left === undefined || right === undefined || relation === undefined)
    return undefined;
  const first = eventOf(left, query, library);
  const second =
    eventOf(right, query, library) ?? eventOf(withName(left, right, query, library), query, library);
  if (first === undefined || second === undefined || first.from === second.from) return undefined;
  const isBefore = first.from < second.from;
  const holds = isBefore === (relation === 'before' || relation === 'earlier than');
  const text = `${holds ? 'Yes' : 'No'}. ${tell(first)}; ${tell(second)}.`;
  return factAnswer([[text, [unitEvidence(first), unitEvidence(second)]]], 'events: order', 0.85);
}

/** `Cambodia` out of `… before Cambodia did`: the first clause said of the other name. */
function withName(left: string, right: string, query: Query, library: Library): string {
  const [mine] = understand(left, query.today, library).mentions;
  const [other] = understand(right, query.today, library).mentions;
  return mine === undefined || other === undefined ? right : left.replace(mine.said, other.said);
}

function eventOf(clause: string, query: Query, library: Library): Unit | undefined {
  const asked = understand(clause, query.today, library);
  if (asked.terms.length < 2) return undefined;
  const [best] = rank({ ...asked, wanted: 'when' }, library, 1);
  const sure = best !== undefined && best.coverage >= enough && best.strangers.length === 0;
  const names = best?.uncovered.some((term) => term.ids.length > 0) === true;
  return sure && !names && best.unit.source.type === 'event' ? best.unit : undefined;
}

const tell = (unit: Unit): string =>
  unit.source.type === 'event'
    ? `${unit.title} (${rangeWords(unit.source.event.date, unit.source.event.endDate)})`
    : '';
