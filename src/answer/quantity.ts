import { words } from '../text/fold.ts';
import { numberOf } from '../text/number-words.ts';
import { stem } from '../text/stem.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Query } from './query.ts';
import type { Unit } from './unit.ts';

/** Words that may stand between a number and what it counts: `26 short-term SCO observers`. */
const between = 4;
/** Likeness from which another word is the same thing counted. */
const sameThing = 0.6;

/** True when a number stands beside what the question counts, or the question counts nothing in particular. */
export function countsThing(unit: Unit, query: Query): boolean {
  const asked = query.terms.filter((term) => term.focus === 'asked' && term.ids.length === 0);
  if (asked.length === 0) return true;
  const things = new Set(
    asked.flatMap(({ stem: stemmed }) => [
      stemmed,
      ...[...synonymsOf(stemmed)].filter(([, worth]) => worth >= sameThing).map(([other]) => other),
    ]),
  );
  const figures = unit.source.type === 'event' ? unit.source.event.figures : [];
  const measured = figures.some(({ measure }) => words(measure).some((word) => things.has(stem(word))));
  if (measured) return true;
  const list = words(`${unit.title} . ${unit.text}`);
  return list.some((word, at) => {
    if (
      !/^\d/.test(word) &&
      numberOf(word) === undefined &&
      !/^(?:hundreds?|thousands?|millions?|dozens?|half|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/.test(
        word,
      )
    )
      return false;
    const beside = [...list.slice(Math.max(0, at - between), at), ...list.slice(at + 1, at + 1 + between)];
    return beside.some((each) => things.has(stem(each)));
  });
}

/** `how long` wants kilometres or hours, `what share` percent, `how much` money. */
export function dimension(unit: Unit, folded: string): number {
  const text = `${unit.title} ${unit.text}`.toLowerCase();
  const fits = (pattern: RegExp): number => (pattern.test(text) ? 0.08 : -0.12);
  if (
    /\bhow far\b|\blen(gth|ght)\b|\bhow long (?:is|was|will)\b.*\b(border|frontier|line|road|railway|river|pipeline|bridge|coast|route)\b/.test(
      folded,
    )
  )
    return fits(/\b\d[\d,.]*-?\s?(km|kilomet|metre|mile)/);
  if (/\bhow long\b/.test(folded))
    return fits(/\b\d[\d,.]*-?\s?(km|kilomet|metre|mile)|(hour|minute|day|week|month|year)s?\b/);
  if (/\b(share|percent\w*|proportion|rate)\b/.test(folded)) return fits(/per ?cent|%/);
  if (/\bhow (high|deep|tall)\b/.test(folded)) return fits(/metre|\bkm\b/);
  if (/\bhow old\b/.test(folded)) return fits(/\byear-old\b|years old|\baged\b|\bborn\b/);
  if (/\b(territory|land|area|acreage)\b/.test(folded)) return fits(/square|hectare|acre|\bkm\b/);
  if (/\bhow much of\b/.test(folded)) return holdsNumber(unit) ? 0.08 : -0.12;
  if (/\bhow much\b.*\bcosts?\b|\bcosts? of\b/.test(folded)) return hasMoney(unit) ? 0.08 : -0.12;
  if (/\bhow much\b|\b(cost|worth|surplus|deficit|turnover|money)\b/.test(folded))
    return fits(/dollar|rupee|yuan|rouble|euro|billion|million|percent|ton/);
  return 0;
}

/** A sum with its currency. */
export const hasMoney = (unit: Unit): boolean =>
  /[$€£₹¥]|\b(dollars?|rupees?|yuan|roubles?|rubles?|euros?|pounds?|tenge|soms?|crore|usd|inr)\b/i.test(
    `${unit.title} ${unit.text}`,
  ) && holdsNumber(unit);

const numberWords =
  /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|hundred|thousand|million|billion|dozen)\b/;

/** True when the text gives a number that is not a date. */
export const holdsNumber = (unit: Unit, spans = true): boolean => {
  const text = `${unit.title} ${unit.text}`
    .toLowerCase()
    .replace(
      /\b(?:\d{1,2}(?: ?[-–] ?| to | and ))?\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?|\b(?:19|20)\d\d\b/g,
      ' ',
    );
  const plain = text.replace(/\b\d+(?:st|nd|rd|th)\b/g, ' ');
  const counted = spans
    ? plain
    : plain.replace(
        /\b[\w]+-(?:day|year|week|month|hour)s?\b|\b(?:\w+) (?:days|years|weeks|months|hours|minutes)\b/g,
        ' ',
      );
  return /\d/.test(counted) || numberWords.test(counted);
};
