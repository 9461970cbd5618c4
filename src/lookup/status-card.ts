import type { BotStatus } from '../command.ts';
import { paragraph, quiet, text } from '../document/build.ts';
import type { Document, ListItem } from '../document/model.ts';
import type { Delivery, DeliveryState, Schedule } from '../store/ports.ts';
import { dateWords } from '../text/date-words.ts';
import { listSection } from './sections.ts';

/** What `/status` tells, gathered by the command. */
export interface StatusView {
  readonly now: Temporal.ZonedDateTime;
  readonly status: BotStatus;
  readonly data: {
    readonly version: string;
    readonly articles: number;
    readonly events: number;
    readonly entities: number;
    readonly from: string;
    readonly until: string;
  };
  /** Schedules of this workspace, each with its deliveries. */
  readonly schedules: readonly { readonly schedule: Schedule; readonly deliveries: readonly Delivery[] }[];
}

/** The state of the running bot and of this workspace's digests, to the reader alone. */
export function statusCard({ now, status, data, schedules }: StatusView): Document {
  const platforms = status.platforms.map(({ name, state }) => line(`${name}: ${state}`));
  const up = durationWords(status.started, now.toInstant());
  return {
    kind: 'notice',
    title: 'Status',
    blocks: [
      paragraph(`Dateline ${status.version}, up for ${up}.`),
      ...listSection('Platforms', platforms),
      ...listSection('Data', [
        line(`${data.events} events, ${data.articles} articles, ${data.entities} entities`),
        line(`From ${dateWords(data.from)} to ${dateWords(data.until)}; version ${data.version}`),
      ]),
      ...listSection('Digests here', schedules.map(scheduleItem)),
      ...(schedules.length === 0 ? [paragraph('No digests are scheduled here.')] : []),
      quiet(tickWords(status.lastTick, now)),
    ],
    sources: [],
    private: true,
  };
}

const line = (words: string): ListItem => ({ spans: [text(words)] });

function scheduleItem({ schedule, deliveries }: StatusView['schedules'][number]): ListItem {
  const when = `${schedule.at.join(', ')} ${schedule.zone}`;
  const days = schedule.days.length === 7 ? 'daily' : schedule.days.join(', ');
  const words = `${schedule.id} · ${days} at ${when} · channel ${schedule.place.channel} · ${schedule.state}`;
  return { spans: [text(words)], detail: [text(deliveryWords(deliveries))] };
}

const order: readonly DeliveryState[] = ['due', 'sending', 'sent', 'failed', 'uncertain', 'skipped'];

/** `12 sent, 1 failed: channel_not_found`. */
function deliveryWords(deliveries: readonly Delivery[]): string {
  const counts = Map.groupBy(deliveries, ({ state }) => state);
  const told = order.flatMap((state) => {
    const count = counts.get(state)?.length ?? 0;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const fault = deliveries
    .filter(({ state, error }) => (state === 'failed' || state === 'uncertain') && error !== undefined)
    .reduce<Delivery | undefined>(
      (last, each) => (last === undefined || each.due > last.due ? each : last),
      undefined,
    );
  if (told.length === 0) return 'Nothing delivered yet.';
  return `${told.join(', ')}${fault === undefined ? '' : `; last fault: ${fault.error}`}`;
}

function tickWords(last: Temporal.Instant | undefined, now: Temporal.ZonedDateTime): string {
  if (last === undefined) return 'The schedule has not been looked at yet.';
  return `The schedule was last looked at ${durationWords(last, now.toInstant())} ago.`;
}

/** `3 days 4 hours`, `5 minutes`, `less than a second`; the two largest units. */
function durationWords(from: Temporal.Instant, until: Temporal.Instant): string {
  const span = from.until(until, { largestUnit: 'hours' });
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(span.hours / 24), 'day'],
    [span.hours % 24, 'hour'],
    [span.minutes, 'minute'],
    [span.seconds, 'second'],
  ];
  const told = parts.filter(([count]) => count > 0).slice(0, 2);
  if (told.length === 0) return 'less than a second';
  return told.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ');
}
