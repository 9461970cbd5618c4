import { indexAt } from '../../../text/in-range.ts';
import { whenOf } from './event-time.ts';
import { type Lead, leadEnd } from './lead.ts';

/** The day that the first sentences give most weight; else the day of publication. */
export function mainDay(lead: Lead): string {
  const { cast, dates, sentences, published } = lead;
  const end = leadEnd(lead);
  const weights = new Map<string, number>([[published.toString(), 0.5]]);
  for (const date of dates) {
    if (date.start >= end || (date.type !== 'DATE' && date.type !== 'TIME')) continue;
    const when = whenOf(date.value);
    if (when?.precision !== 'day') continue;
    const away = published.until(Temporal.PlainDate.from(when.start)).days;
    if (away > 0 || away < -10) continue;
    const index = indexAt(sentences, date.start);
    const relative =
      /,\s(?:who|which|where|when)\s[^,]{0,90}$|\b(?:after|since|following)\s[^,]{0,60}$/iu.test(
        cast.text.slice(sentences[index]?.start ?? 0, date.start),
      );
    const weight = (relative ? 0.35 : 1) / (1 + 0.4 * index);
    weights.set(when.start, (weights.get(when.start) ?? 0) + weight);
  }
  const best = [...weights].sort((left, right) => right[1] - left[1])[0];
  return best?.[0] ?? published.toString();
}
