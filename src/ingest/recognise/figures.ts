import { amountSource, readAmount } from '../../text/amounts.ts';
import type { FigureFound, TimeFound } from '../model.ts';

const currencies: Readonly<Record<string, string>> = {
  $: 'US dollar',
  US$: 'US dollar',
  '€': 'euro',
  '£': 'pound',
  '¥': 'yen',
  '₹': 'rupee',
  Rs: 'rupee',
  'Rs.': 'rupee',
  RM: 'ringgit',
  R: 'rand',
  dollars: 'US dollar',
  dollar: 'US dollar',
  euros: 'euro',
  euro: 'euro',
  pounds: 'pound',
  rupees: 'rupee',
  yuan: 'yuan',
  roubles: 'rouble',
  rubles: 'rouble',
  yen: 'yen',
  won: 'won',
  dirhams: 'dirham',
  rand: 'rand',
  naira: 'naira',
  pesos: 'peso',
  shillings: 'shilling',
};
const scales: Readonly<Record<string, number>> = {
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  crore: 1e7,
  lakh: 1e5,
  thousand: 1e3,
  k: 1e3,
};
const measures: Readonly<Record<string, string>> = {
  percent: 'percent',
  'per cent': 'percent',
  '%': 'percent',
  'percentage points': 'percentage point',
  km: 'kilometre',
  kilometres: 'kilometre',
  kilometers: 'kilometre',
  miles: 'mile',
  metres: 'metre',
  meters: 'metre',
  feet: 'foot',
  kg: 'kilogram',
  kilograms: 'kilogram',
  tonnes: 'tonne',
  tons: 'tonne',
  barrels: 'barrel',
  hectares: 'hectare',
  acres: 'acre',
  litres: 'litre',
  liters: 'litre',
  megawatts: 'megawatt',
  mw: 'megawatt',
  degrees: 'degree',
};
const number = `(?:\\d{1,3}(?:,\\d{2,3}){1,5}(?:\\.\\d{1,3})?|\\d{1,12}(?:\\.\\d{1,4})?)`;
const money = new RegExp(
  `(?:US\\$|[$€£¥₹]|\\bRs\\.?|\\bRM)\\s?(${number})(?:\\s?(million|billion|trillion|crore|lakh|thousand|mn|bn|m|k)\\b)?`,
  'gu',
);
const moneyWords = new RegExp(
  `\\b(${number})\\s(?:(million|billion|trillion|crore|lakh|thousand)\\s)?(dollars?|euros?|pounds|rupees|yuan|roubles|rubles|yen|won|dirhams|rand|naira|pesos|shillings)\\b`,
  'giu',
);
const measured = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(${number}|${amountSource})(?:\\s(million|billion|thousand))?(?:\\s|-)?(percentage points|per cent|percent|%|kilomet(?:res|ers)|km|miles|met(?:res|ers)|feet|kilograms|kg|tonnes|tons|barrels|hectares|acres|lit(?:res|ers)|megawatts|mw|degrees)(?![\\p{L}])`,
  'giu',
);
const counted = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£-])(${amountSource}|${number})(?:\\s(million|billion))?\\s((?:[\\p{Ll}-]{3,16}\\s){0,2}?(?:people|persons|men|women|children|civilians|soldiers|troops|workers|students|voters|members|passengers|victims|refugees|migrants|residents|officers|police|homes|houses|buildings|vehicles|cars|cases|deaths|votes|seats|jobs|countries|states|times|villas|ships|aircraft|drones|missiles|rescuers|articles|families|pupils|schools|hospitals|prisoners|hostages|protesters|employees|customers|users|athletes|goals|points))\\b`,
  'giu',
);

/** Figures of a text: money, shares, measures, counts and stretches of hours, with what they measure. */
export function findFigures(text: string, dates: readonly TimeFound[]): readonly FigureFound[] {
  const found = [...moneyIn(text), ...measuresIn(text), ...countsIn(text), ...hoursIn(text, dates)];
  return found
    .sort((left, right) => left.start - right.start || right.end - left.end)
    .filter(
      (figure, index, all) => !all.slice(Math.max(0, index - 4), index).some(({ end }) => figure.start < end),
    );
}

const scaled = (said: string, scale: string | undefined): number | undefined => {
  const value = readAmount(said);
  return value === undefined ? undefined : value * (scales[(scale ?? '').toLowerCase()] ?? 1);
};

function figure(
  text: string,
  match: RegExpMatchArray,
  value: number | undefined,
  unit: string,
  measure: string,
): readonly FigureFound[] {
  const start = match.index ?? 0;
  const end = start + match[0].trimEnd().length;
  return value === undefined || !Number.isFinite(value)
    ? []
    : [{ text: text.slice(start, end), start, end, value, unit, measure }];
}

function moneyIn(text: string): readonly FigureFound[] {
  const signed = [...text.matchAll(money)].flatMap((match) => {
    const sign = /^(?:US\$|[$€£¥₹]|Rs\.?|RM)/.exec(match[0])?.[0] ?? '$';
    return figure(
      text,
      match,
      scaled(match[1] ?? '', match[2]),
      currencies[sign] ?? sign,
      measureAround(text, match),
    );
  });
  const named = [...text.matchAll(moneyWords)].flatMap((match) =>
    figure(
      text,
      match,
      scaled(match[1] ?? '', match[2]),
      currencies[(match[3] ?? '').toLowerCase()] ?? match[3] ?? '',
      measureAround(text, match),
    ),
  );
  return [...signed, ...named];
}

const measuresIn = (text: string): readonly FigureFound[] =>
  [...text.matchAll(measured)].flatMap((match) =>
    figure(
      text,
      match,
      scaled(match[1] ?? '', match[2]),
      measures[(match[3] ?? '').toLowerCase()] ?? match[3] ?? '',
      measureAround(text, match),
    ),
  );

const countsIn = (text: string): readonly FigureFound[] =>
  [...text.matchAll(counted)].flatMap((match) => {
    if (/^an?$/i.test(match[1] ?? '')) return [];
    const things = (match[3] ?? '').toLowerCase();
    const after =
      /^\s(killed|injured|wounded|dead|arrested|missing|died|were killed|were injured|affected|displaced|infected)\b/i.exec(
        text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 20),
      );
    return figure(
      text,
      match,
      scaled(match[1] ?? '', match[2]),
      things.split(' ').at(-1) ?? things,
      after === null ? things : `${things} ${after[1]}`,
    );
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

const measureAround = (text: string, match: RegExpMatchArray): string =>
  around(text, match.index ?? 0, (match.index ?? 0) + match[0].length);

/** What a figure measures: the words that `of`, `in` or `for` lead after it, else those before it. */
function around(text: string, start: number, end: number): string {
  const after = /^\s(?:of|in|for|worth of)\s((?:[\p{L}\p{N}’'-]+\s?){1,5})/u.exec(
    text.slice(end, end + 60),
  )?.[1];
  const before = /([\p{L}\p{N}’'-]+(?:\s[\p{L}\p{N}’'-]+){0,5})[\s(]*$/u.exec(
    text.slice(Math.max(0, start - 60), start),
  )?.[1];
  const pronoun = /^(?:that|this|it|them|him|her|the first time)\b/i.test(after ?? '');
  return (after === undefined || pronoun ? (before ?? '') : after).trim();
}
