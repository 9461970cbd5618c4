import { ordinalSource, readOrdinal } from '../../../text/amounts.ts';
import { partSource, partWords, yearSource } from './lexicon.ts';
import { stated, sticky, type TimeRecogniser } from './recogniser.ts';
import { decadeValue } from './values.ts';

const decadeNames: Readonly<Record<string, number>> = {
  twenties: 2,
  thirties: 3,
  forties: 4,
  fifties: 5,
  sixties: 6,
  seventies: 7,
  eighties: 8,
  nineties: 9,
};

const decade: TimeRecogniser = {
  name: 'decade: the early 1990s, the sixties',
  first: [...partWords, '0', ...Object.keys(decadeNames)],
  pattern: sticky(
    `(?:${partSource}[- ]?)?(?:the )?(?:(1\\d\\d0|20\\d0)s|['’](\\d0)s|(${Object.keys(decadeNames).join('|')}))\\b`,
  ),
  read(m, { before, published }) {
    if (m[1] !== undefined) return stated('DATE', decadeValue(Number(m[1])));
    if (m[3] !== undefined && !/^the\s/i.test(m[0])) return undefined;
    if (/\b(?:in|his|her|their)\s$/.test(before) && !/^the/i.test(m[0])) return undefined;
    const tens = m[2] === undefined ? (decadeNames[(m[3] ?? '').toLowerCase()] ?? 0) : Number(m[2][0]);
    const century = Math.floor(published.year / 100) - (tens * 10 > published.year % 100 ? 1 : 0);
    return stated('DATE', `${century}${tens}X`);
  },
};

const century: TimeRecogniser = {
  name: 'century: the 19th century, the early twentieth century',
  first: [
    ...partWords,
    '0',
    ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty'.split(
      ' ',
    ),
  ],
  pattern: sticky(`(?:${partSource}[- ]?)?(?:the )?(${ordinalSource})[- ](century|centuries)\\b`),
  read(m) {
    const nth = readOrdinal(m[1] ?? '');
    return nth === undefined ? undefined : stated('DATE', `${String(nth - 1).padStart(2, '0')}XX`);
  },
};

const leads =
  /(?:^|[\s(,–—-])(?:in|since|until|till|by|from|to|of|during|after|before|for|through|between|and|year|early|late|mid|end|or|as|circa|season|fy)[\s-](?:the\s|year\s)?$/i;
/** What a number in front of these words counts. */
const counts =
  /^\s(?:\p{Ll}+s\b(?<!\b(?:is|was|has|this|its|as|us|goes|does|elections|talks|when|after))|people|men|women|children|percent|per|of\sthem|more|troops|km|kg|mm|square|miles|votes|and\sothers)/u;

const year: TimeRecogniser = {
  name: 'year: 1998, in 2001, mid-2015',
  first: [...partWords, '0'],
  pattern: sticky(
    `(?:${partSource}[- ]?)?(${yearSource})\\b(?![-–/]\\d{3}|[.,]\\d|:\\d|['’]?s\\b|°|%|-(?!\\d\\d\\b)\\p{L})`,
  ),
  read(m, { before, after }) {
    const value = Number(m[1]);
    if (
      /[$€£₹#.,/:+]\s?$|\d[-–]$|\b(?:No|Flight|Route|Resolution|Room|Section|Rs|USD|article|page|lot)\.?\s$/i.test(
        before,
      )
    )
      return undefined;
    const lead = leads.test(before) || m[0] !== m[1];
    if (value < 1900 ? !lead : !lead && counts.test(after)) return undefined;
    if (lead && counts.test(after) && !/\b(?:in|since|until|by|during)\s(?:the\s)?$/i.test(before))
      return undefined;
    return stated('DATE', m[1] ?? '');
  },
};

const fiscalYear: TimeRecogniser = {
  name: 'second year of a range: 2015-16, 2015–2016',
  first: ['0'],
  pattern: sticky(`(${yearSource})[-–/](\\d{2})\\b(?![-–/.,]?\\d)`),
  read(m) {
    return (Number(m[1]) + 1) % 100 === Number(m[2]) ? stated('DATE', m[1] ?? '') : undefined;
  },
};

export const years: readonly TimeRecogniser[] = [decade, century, fiscalYear, year];
