import nlp from 'compromise';
import dates from 'compromise-dates';
import type { Marked, NameKind } from '../annotated.ts';
import type { Reader } from './model.ts';

nlp.plugin(dates);

interface Json {
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates?: { readonly start: string | null; readonly unit?: string };
  readonly duration?: Readonly<Record<string, number>>;
}
/** What the library's own types leave out. */
interface View {
  readonly json: (options: object) => readonly Json[];
  readonly dates: (options: object) => View;
  readonly durations: () => View;
  readonly people: () => View;
  readonly places: () => View;
  readonly organizations: () => View;
}
const read = (text: string): View => nlp(text) as unknown as View;

const placeOf = ({ offset }: Json): Pick<Marked, 'start' | 'end'> => ({
  start: offset.start,
  end: offset.start + offset.length,
});

function timexOf({ start, unit }: NonNullable<Json['dates']>): string {
  if (start === null) return '';
  switch (unit) {
    case 'year':
      return start.slice(0, 4);
    case 'month':
      return start.slice(0, 7);
    case 'time':
    case 'hour':
    case 'minute':
      return start.slice(0, 16);
    case 'week': {
      const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(start.slice(0, 10));
      return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
    }
    case 'quarter':
      return `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`;
  }
  return start.slice(0, 10);
}

const letters = { years: 'Y', months: 'M', weeks: 'W', days: 'D', hours: 'H', minutes: 'M' };
function stretch(duration: Readonly<Record<string, number>>): string {
  const [unit, count] = Object.entries(duration).find(([, much]) => much > 0) ?? ['', 0];
  const name = (unit.endsWith('s') ? unit : `${unit}s`) as keyof typeof letters;
  return `P${name === 'hours' || name === 'minutes' ? 'T' : ''}${count}${letters[name] ?? ''}`;
}

const named = (view: View, value: NameKind): readonly Marked[] =>
  view.json({ offset: true, terms: false }).map((each) => ({ ...placeOf(each), value }));

export const compromise: Reader = {
  name: 'compromise (+ dates)',
  dates(text, published) {
    const document = read(text);
    const points = document
      .dates({ today: `${published}T12:00:00`, timezone: 'UTC' })
      .json({ offset: true, terms: false })
      .map((each) => ({ ...placeOf(each), value: each.dates === undefined ? '' : timexOf(each.dates) }));
    const stretches = document
      .durations()
      .json({ offset: true, terms: false })
      .map((each) => ({ ...placeOf(each), value: stretch(each.duration ?? {}) }));
    return [
      ...points,
      ...stretches.filter((one) => !points.some(({ start, end }) => start < one.end && one.start < end)),
    ];
  },
  names(text) {
    const document = read(text);
    return [
      ...named(document.people(), 'person'),
      ...named(document.places(), 'place'),
      ...named(document.organizations(), 'organisation'),
    ];
  },
};
