import recognizers from '@microsoft/recognizers-text-date-time';
import type { Reader } from './model.ts';

/** `(2019-05-01,2019-06-01,P1M)` → `2019-05`; other stretches by their beginning. */
function rangeOf(timex: string): string {
  const [start = '', , length] = timex.slice(1, -1).split(',');
  if (length === 'P1M') return start.slice(0, 7);
  return length === 'P1Y' ? start.slice(0, 4) : start;
}

/** Of two days that it can be the earlier one: news tells mostly of what was. */
function timexOf(
  { timex = '', value }: { readonly timex?: string; readonly value?: string },
  published: string,
): string {
  if (timex.startsWith('(')) return rangeOf(timex);
  if (/^T\d/.test(timex)) return `${published}${timex}${/^T\d\d$/.test(timex) ? ':00' : ''}`;
  if (/^T/.test(timex)) return `${published}${timex}`;
  return timex.startsWith('X') && value !== undefined ? value : timex;
}

export const recognizersText: Reader = {
  name: 'Recognizers-Text',
  dates: (text, published) =>
    recognizers
      .recognizeDateTime(text, 'en-us', 0, new Date(`${published}T12:00:00`))
      .map(({ start, end, resolution }) => ({
        start,
        end: end + 1,
        value: timexOf(resolution?.values?.[0] ?? {}, published),
      })),
};
