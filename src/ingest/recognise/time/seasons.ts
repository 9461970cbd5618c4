import { partSource, partWords } from './lexicon.ts';
import { implied, stated, sticky, type TimeRecogniser } from './recogniser.ts';
import { steps } from './unit-away.ts';
import { quarterValue } from './values.ts';

const seasons: Readonly<Record<string, readonly [code: string, month: number]>> = {
  spring: ['SP', 3],
  summer: ['SU', 6],
  autumn: ['FA', 9],
  fall: ['FA', 9],
  winter: ['WI', 12],
};

const season: TimeRecogniser = {
  name: 'season: last fall, the summer of 2019',
  first: [...partWords, 'last', 'this', 'next', 'spring', 'summer', 'autumn', 'fall', 'winter'],
  pattern: sticky(
    `(?:${partSource} )?(?:(last|this|next) |the )?(spring|summer|autumn|fall|winter)(?:(?: of| in|,)? (\\d{4}))?\\b(?!\\s(?:olympic|games|camp|school|palace))`,
  ),
  read(m, { published, tense, before }) {
    const [code, month] = seasons[(m[2] ?? '').toLowerCase()] ?? ['', 1];
    if (m[3] !== undefined) return stated('DATE', `${m[3]}-${code}`);
    const lead = m[1]?.toLowerCase();
    const said = lead !== undefined || /(?:^|\s)(?:in|by|since|until|during)(?:\sthe)?\s$/i.test(before);
    if (!said || (lead === undefined && /^(?:spring|fall)$/i.test(m[0]))) return undefined;
    const passed = published.month >= month;
    if (lead === 'last')
      return implied('DATE', `${published.year - (published.month >= month + 3 ? 0 : 1)}-${code}`);
    if (lead === 'next' || (lead === undefined && tense() === 'future'))
      return implied('DATE', `${published.year + (passed ? 1 : 0)}-${code}`);
    return implied('DATE', `${published.year - (lead === undefined && !passed ? 1 : 0)}-${code}`);
  },
};

const quarters: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  final: 4,
  last: 4,
};

const quarter: TimeRecogniser = {
  name: 'quarter or half: the third quarter of 2012, the first half of the year',
  first: ['the', 'first', 'second', 'third', 'fourth', 'final'],
  pattern: sticky(
    '(?:the )?(first|second|third|fourth|final) (quarter|half)(?: of (?:(\\d{4})|(last|this|next) year|the year))?\\b(?! of)',
  ),
  read(m, { published }) {
    const nth = quarters[(m[1] ?? '').toLowerCase()] ?? 1;
    const half = (m[2] ?? '').toLowerCase() === 'half';
    if (half && (nth > 2 || !/\sof\s/.test(m[0]))) return undefined;
    const year =
      m[3] === undefined ? published.year + (steps[(m[4] ?? 'this').toLowerCase()] ?? 0) : Number(m[3]);
    return implied(
      'DATE',
      half ? `${year}-H${nth}` : quarterValue(Temporal.PlainDate.from({ year, month: nth * 3, day: 1 })),
    );
  },
};

/** Parts of years. */
export const yearParts: readonly TimeRecogniser[] = [quarter, season];
