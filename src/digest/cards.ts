import { notice, paragraph, quiet, text } from '../document/build.ts';
import type { Action, Block, Document, ListItem } from '../document/model.ts';
import type { Delivery, Errand, Schedule } from '../store/ports.ts';
import { dateWords } from '../text/date-words.ts';
import type { CalendarLine } from './calendar.ts';
import { describeTiming } from './describe.ts';
import { editionName, weekdayWords } from './edition.ts';
import type { LeftOut } from './select.ts';

// What `/digest calendar`, `history`, `show` and `preview` tell, to the reader alone.

/** The next slots: local and UTC time, how much there is, what is special. */
export function calendarCard(schedule: Schedule, lines: readonly CalendarLine[]): Document {
  const rows = lines.map(({ slot, items, note }) => {
    const local = slot.instant.toZonedDateTimeISO(schedule.zone);
    const cells = [
      `${weekdayWords(slot.date).slice(0, 3)} ${dateWords(slot.date.toString())}`,
      slot.skip === undefined ? local.toPlainTime().toString({ smallestUnit: 'minute' }) : '–',
      slot.instant.toString({ smallestUnit: 'minute' }).slice(11, 16),
      items === undefined ? '–' : String(items),
      note ?? '',
    ];
    return cells.map((cell) => [text(cell)]);
  });
  const paused =
    schedule.state === 'paused'
      ? [paragraph('It is paused: none of these is posted until it is resumed.')]
      : [];
  return {
    ...notice(''),
    title: `Calendar of ${schedule.id}`,
    blocks: [
      ...paused,
      { type: 'table', head: ['Date', schedule.zone, 'UTC', 'Items', 'Note'], rows },
      quiet(`${describeTiming(schedule)}, as the data and the clock rules are now.`),
    ],
  };
}

/** What became of a digest's last slots, and what was corrected. */
export function historyCard(
  schedule: Schedule,
  deliveries: readonly Delivery[],
  errands: readonly Errand[],
): Document {
  if (deliveries.length === 0) return notice(`Digest ${schedule.id} has not been due yet.`, 'nothing');
  const lines = deliveries.toReversed().map((row): ListItem => {
    const corrected = errands.filter(({ delivery, kind }) => kind === 'correct' && delivery === row.id);
    const words = [
      row.error,
      ...corrected.map(({ words, outcome }) => `${words} (${outcome ?? 'under way'})`),
    ].filter((part) => part !== undefined);
    return {
      spans: [
        text(`${row.slot.replace('@', ' ')} · ${stateWords(row)} · `),
        text(editionName(row.id), 'code'),
      ],
      ...(words.length === 0 ? {} : { detail: [text(words.join(' · '))] }),
    };
  });
  const [newest] = deliveries.toReversed().filter(({ edition }) => edition !== undefined);
  const actions: readonly Action[] =
    newest === undefined
      ? []
      : [
          {
            label: 'Show the newest',
            invocation: { command: 'digest', subcommand: 'show', options: { id: editionName(newest.id) } },
          },
        ];
  return {
    ...notice(''),
    title: `History of ${schedule.id}`,
    blocks: [
      { type: 'list', items: lines },
      ...(actions.length === 0 ? [] : [{ type: 'actions', actions } as const]),
    ],
  };
}

function stateWords({ state, attempts }: Delivery): string {
  const tries = attempts > 1 ? ` after ${attempts} attempts` : '';
  switch (state) {
    case 'due':
      return 'waits';
    case 'sending':
      return 'under way';
    case 'sent':
      return `posted${tries}`;
    case 'failed':
      return 'refused';
    case 'uncertain':
      return 'nobody knows whether it arrived';
    case 'skipped':
      return 'not posted';
  }
}

/** One edition as it stands, with what it rests on and what became of it. */
export function editionCard(row: Delivery, errands: readonly Errand[]): Document {
  const head = `Edition ${editionName(row.id)} of digest ${row.schedule}, ${row.slot.replace('@', ' ')}: ${stateWords(row)}.`;
  const basis =
    row.basis === undefined
      ? []
      : [
          quiet(
            `Data ${row.basis.dataVersion}, as of ${instantWords(row.basis.asOf)}. Records: ${row.basis.records.map(({ id }) => id).join(', ') || 'none'}.`,
          ),
        ];
  const log = errands
    .filter(({ kind }) => kind === 'correct')
    .map(({ words, outcome }) => quiet(`${words} (${outcome ?? 'under way'})`));
  const message =
    row.messageId === undefined ? [] : [quiet(`Message ${row.messageId} in channel ${row.place.channel}.`)];
  const blocks: readonly Block[] = row.edition?.blocks ?? [paragraph('It was not put together.')];
  return {
    kind: 'digest',
    ...(row.edition?.title === undefined ? {} : { title: row.edition.title }),
    blocks: [paragraph(head), ...blocks, ...basis, ...message, ...log],
    sources: row.edition?.sources ?? [],
    private: true,
  };
}

const instantWords = (iso: string): string =>
  `${dateWords(iso.slice(0, 10))}, ${Temporal.Instant.from(iso).toString({ smallestUnit: 'minute' }).slice(11, 16)} UTC`;

/** Candidates named one by one in a preview at most. */
const mostNamed = 8;

/** Why each candidate of a preview is in or out. */
export function whyBlocks(shown: number, beyond: number, out: readonly LeftOut[]): readonly Block[] {
  const words = [`In: ${shown} ${shown === 1 ? 'line' : 'lines'}, the most important first`];
  if (beyond > 0) words.push(`${beyond} more beyond its size`);
  words.push(out.length === 0 ? 'nothing left out' : `${out.length} left out`);
  const named = out.slice(0, mostNamed).map(
    ({ event, why }): ListItem => ({
      spans: [text(`${event.date.slice(0, 4)} · ${event.title} · ${why}`)],
    }),
  );
  const hidden = out.length - named.length;
  return [
    paragraph(`${words.join('; ')}.`),
    ...(named.length === 0
      ? []
      : [{ type: 'list', items: named, ...(hidden === 0 ? {} : { hidden }) } as const]),
  ];
}
