import { dateWords } from '../../../text/date-words.ts';
import { numberWord, ordinalWord } from '../../../text/number-words.ts';
import { unitEvidence } from '../../evidence.ts';
import type { Evidence, NonEmpty } from '../../model.ts';
import { wordUnit } from '../../word-claim.ts';
import { andWords, type Fact, factAnswer } from '../fact.ts';
import { kindOf, shortName, tiesTo } from '../relations.ts';
import { type Asked, dayAsked, evidenceOf } from './asked.ts';

/** `How many members did it have once X was in?`, with their names. */
export function readCount(asked: Asked): Fact | undefined {
  if (
    !/\bhow many (?:full |dialogue |sco |founding |\w+ )?(members?|observers?|partners?|countries|states|nations)/.test(
      asked.query.folded,
    )
  )
    return undefined;
  const day = dayAsked(asked);
  const ties = tiesTo(asked.library, asked.organisation.id, kindOf(asked.status), day);
  if (ties.length === 0) return undefined;
  const name = shortName(asked.organisation);
  const isNow = day === asked.query.today.toString();
  const when = isNow ? `has (as of ${dateWords(day)})` : `had, on ${dateWords(day)},`;
  const last = asked.countries[0];
  const order = last === undefined ? '' : ` ${last.name} was the ${ordinalWord(ties.length)}.`;
  const names = andWords(ties.map((tie) => tie.subject.name));
  const plural = `${asked.status}${ties.length === 1 ? '' : 's'}`;
  const stated = figuresOf(asked);
  const truly = last !== undefined && ties.at(-1)?.subject.id === last.id ? order : '';
  return factAnswer(
    [
      [
        `The ${name} ${when} ${numberWord(ties.length)} ${plural}: ${names}.${truly}`,
        evidenceOf(ties, asked),
      ],
      ...stated,
    ],
    'relations: count',
  );
}

/** What somebody gave as the number in the time asked about: it need not be that of the relations. */
function figuresOf(asked: Asked): readonly (readonly [string, NonEmpty<Evidence>])[] {
  const [window] = asked.query.times.windows;
  if (window === undefined) return [];
  const about = new RegExp(`^(?:\\w+ )?${asked.status}s of the ${shortName(asked.organisation)}$`);
  const unit = asked.library.units.find(
    ({ source, from, until }) =>
      source.type === 'figure' &&
      about.test(source.figure.measure) &&
      from <= window.until &&
      until >= window.from,
  );
  return unit === undefined ? [] : [[wordUnit(unit).text, [unitEvidence(unit)]]];
}
