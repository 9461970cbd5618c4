import { amountSource, readAmount } from '../../text/amounts.ts';
import { inRange } from '../../text/in-range.ts';
import type { FigureFound, TimeFound } from '../model.ts';
import { currencies, fate, measures, scales, things } from './figures/units.ts';

const number = '(?:\\d{1,3}(?:,\\d{2,3}){1,5}(?:\\.\\d{1,3})?|\\d{1,12}(?:\\.\\d{1,4})?)';

const scale = '(?:[\\s-](million|billion|trillion|crore|lakh|thousand|mn|bn|m|k)\\b)?';

const tail = (source: string): RegExp => new RegExp(source, 'iy');

const amountAt = tail(`(?:${number}|${amountSource})`);

const scaleAt = tail(scale);

const currencyAt = tail(
  `\\s(${Object.keys(currencies)
    .filter((word) => /^[a-z]+$/.test(word))
    .join('|')})\\b`,
);

const unitAt = tail(`[\\s-]?(${Object.keys(measures).join('|')})(?![a-z])`);

const thingAt = tail(`\\s((?:[a-z-]{3,16}\\s){0,2}?(?:${things}))\\b${fate}`);

const sign = /(US\$|[$€£¥₹]|\bRs\.?|\bRM)\s?$/;

/** Words that a number can begin with. */
const start =
  /\d[\d,.]*|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine)\b/gi;

/** Figures of a text: money, shares, measures, counts and stretches of hours, with what they measure. */
export function findFigures(text: string, dates: readonly TimeFound[]): readonly FigureFound[] {
  const found: FigureFound[] = [];
  let until = 0;
  for (const { index } of text.matchAll(start)) {
    if (index < until || /[\p{L}\p{N}.,-]/u.test(text[index - 1] ?? ' ')) continue;
    const figure = figureAt(text, index);
    if (figure === undefined) continue;
    found.push(figure);
    until = figure.end;
  }
  const hours = hoursIn(text, dates).filter((each) => inRange(found, each.start, each.end).length === 0);
  return [...found, ...hours].sort((left, right) => left.start - right.start);
}

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

function figureAt(text: string, at: number): FigureFound | undefined {
  const amount = match(amountAt, text, at);
  if (amount === null) return undefined;
  const said = readAmount(amount[0]);
  const afterAmount = at + amount[0].length;
  const larger = match(scaleAt, text, afterAmount);
  const end = afterAmount + (larger?.[0].length ?? 0);
  const value = said === undefined ? undefined : said * (scales[(larger?.[1] ?? '').toLowerCase()] ?? 1);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const currency = sign.exec(text.slice(Math.max(0, at - 4), at));
  if (currency !== null) {
    const from = at - currency[0].length;
    return of(text, from, end, value, currencies[currency[1] ?? ''] ?? 'dollar', around(text, from, end));
  }
  return unitOf(text, at, end, value);
}

function unitOf(text: string, at: number, end: number, value: number): FigureFound | undefined {
  const named = match(currencyAt, text, end) ?? match(unitAt, text, end);
  if (named !== null) {
    const word = (named[1] ?? '').toLowerCase();
    const until = end + named[0].length;
    return of(text, at, until, value, currencies[word] ?? measures[word] ?? word, around(text, at, until));
  }
  const counted = match(thingAt, text, end);
  if (counted === null) return undefined;
  const thing = (counted[1] ?? '').toLowerCase();
  const until = text.indexOf(counted[1] ?? '', end) + thing.length;
  return of(
    text,
    at,
    until,
    value,
    thing.split(/\s/).at(-1) ?? thing,
    counted[2] === undefined ? thing : `${thing} ${counted[2]}`,
  );
}

const of = (
  text: string,
  start: number,
  end: number,
  value: number,
  unit: string,
  measure: string,
): FigureFound => ({
  text: text.slice(start, end),
  start,
  end,
  value,
  unit,
  measure,
});

/** Stretches of hours and minutes are figures too: an hour and a half is 90 minutes. */
function hoursIn(text: string, dates: readonly TimeFound[]): readonly FigureFound[] {
  return dates.flatMap(({ start, end, type, value }) => {
    const match = type === 'DURATION' ? /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(value) : null;
    if (match === null || (match[1] === undefined && match[2] === undefined)) return [];
    const minutes = Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
    return [
      {
        text: text.slice(start, end),
        start,
        end,
        value: minutes,
        unit: 'minute',
        measure: around(text, start, end),
      },
    ];
  });
}

/** What a figure measures: the words that `of`, `in` or `for` lead after it, else those before it. */
function around(text: string, start: number, end: number): string {
  const after = /^\s(?:of|in|for|worth of)\s((?:[\p{L}\p{N}’'-]+\s?){1,5})/u.exec(
    text.slice(end, end + 60),
  )?.[1];
  if (after !== undefined && !/^(?:that|this|it|them|him|her|the first time)\b/i.test(after))
    return after.trim();
  const lead = text.slice(Math.max(0, start - 60), start);
  return (/([\p{L}\p{N}’'-]+(?:\s[\p{L}\p{N}’'-]+){0,5})[\s(]*$/u.exec(lead)?.[1] ?? '').trim();
}
