import { cite, eventEvidence, evidenceSource, quiet, SourceList, text } from '../document/build.ts';
import type { Action, Document, ListItem, Span } from '../document/model.ts';
import type { Invocation } from '../invocation.ts';
import { monthDayWords } from '../text/date-words.ts';
import { type DayItem, isRound } from './on-this-day.ts';

/** How an anniversary day is shown. */
export interface DayView {
  readonly monthDay: string;
  /** All items of the day, in order. */
  readonly items: readonly DayItem[];
  /** 0-based position of the first one shown, and how many are. */
  readonly start: number;
  readonly size: number;
  /** Says what happened under each line. */
  readonly full?: boolean;
  /** Shows the items after those here. */
  readonly more: Invocation;
  readonly actions: readonly Action[];
  /** Small print under the list. */
  readonly footer: string;
}

/** The message of an anniversary day: one line an item, each with its source. */
export function presentDay(view: DayView): Document {
  const sources = new SourceList();
  const shown = view.items.slice(view.start, view.start + view.size);
  const items = shown.map((item) => dayLine(item, sources, view.full ?? false));
  const hidden = Math.max(0, view.items.length - view.start - shown.length);
  return {
    kind: 'digest',
    title: `On this day: ${monthDayWords(view.monthDay)}`,
    blocks: [
      { type: 'list', items, more: view.more, ...(hidden === 0 ? {} : { hidden }) },
      quiet(view.footer),
      ...(view.actions.length === 0 ? [] : [{ type: 'actions', actions: view.actions } as const]),
    ],
    sources: sources.all,
  };
}

/** `2001 · 25 years ago · Shanghai: Six states found the Shanghai Cooperation Organisation. [1]` */
export function dayLine(item: DayItem, sources: SourceList, full: boolean): ListItem {
  const { event } = item;
  const numbers = [evidenceSource(eventEvidence(event))].map((source) => sources.add(source));
  const year = Number(event.date.slice(0, 4));
  const head: readonly Span[] = [
    text(String(year), 'strong'),
    text(`${agoWords(item.years)} · ${placeWords(item)}${sentence(event.title)} `),
  ];
  const spans = [...head, ...numbers.map((number) => cite(number))];
  const detail = full ? [event.summary, event.note].filter((part) => part !== undefined).join(' ') : '';
  return detail === '' ? { spans } : { spans, detail: [text(detail)] };
}

const agoWords = (years: number): string => (isRound(years) ? ` · ${years} years ago` : '');

function placeWords({ event, day, days }: DayItem): string {
  const place = event.place?.city ?? event.place?.country;
  const named = place !== undefined && event.title.includes(place);
  const parts = [named ? undefined : place, spanWords(event.title, day, days), statusWords(event.status)];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? '' : `${said.join(', ')}: `;
}

const statusWords = (status: DayItem['event']['status']): string | undefined =>
  status === 'announced' ? 'as announced' : undefined;

/** `opens`, `second day`, `closes`; nothing for what lasts one day, or where the title says it. */
function spanWords(title: string, day: number, days: number): string | undefined {
  if (days === 1) return undefined;
  if (day === 1) return /\b(opens?|begins?|starts?)\b/i.test(title) ? undefined : 'opens';
  if (day === days) return /\b(closes?|ends?|concludes?)\b/i.test(title) ? undefined : 'closes';
  return day === 2 ? 'second day' : `day ${day} of ${days}`;
}

const sentence = (title: string): string => (/[.!?…]$/.test(title) ? title : `${title}.`);
