import { dateWords } from '../../../text/date-words.ts';
import { numberWord, ordinalWord } from '../../../text/number-words.ts';
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
  const truly = last !== undefined && ties.at(-1)?.subject.id === last.id ? order : '';
  return factAnswer(
    [
      [
        `The ${name} ${when} ${numberWord(ties.length)} ${plural}: ${names}.${truly}`,
        evidenceOf(ties, asked),
      ],
    ],
    'relations: count',
  );
}
