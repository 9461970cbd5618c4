import type { Context } from '../../src/command.ts';
import { describeProfile, describeTiming } from '../../src/digest/describe.ts';
import { nextWords } from '../../src/digest/edition.ts';
import { nextSlot } from '../../src/digest/slots.ts';
import { notice, paragraph, quiet, text } from '../../src/document/build.ts';
import type { Action, Document, ListItem } from '../../src/document/model.ts';
import type { Schedule } from '../../src/store/ports.ts';

export const topicWords = (schedule: Schedule): string =>
  schedule.topics.length === 0 ? '' : `, about ${schedule.topics.join(', ')}`;

function nextLine(schedule: Schedule, { now }: Context): string {
  if (schedule.state === 'paused') return 'paused';
  const next = nextSlot(schedule, now.toInstant());
  if (next === undefined) return 'no next time';
  const today = now.withTimeZone(schedule.zone).toPlainDate();
  const note = next.note === undefined ? '' : ` (${next.note})`;
  return `next ${nextWords(next.instant, schedule.zone, today)}${note}`;
}

/** One digest in a list of them. */
export const listLine = (schedule: Schedule, context: Context): ListItem => ({
  spans: [
    text(schedule.id, 'code'),
    text(` · ${describeTiming(schedule)}${topicWords(schedule)} · ${nextLine(schedule, context)}`),
  ],
  detail: [
    text(
      [
        `Channel ${schedule.place.channel}`,
        `${schedule.size} lines at most`,
        ...describeProfile(schedule),
        ...(schedule.parked === undefined ? [] : [`paused by the desk: ${schedule.parked}`]),
      ].join(' · '),
    ),
  ],
});

/** A sentence on digests, what comes next of each, and the buttons for them. */
export function said(sentence: string, context: Context, schedules: readonly Schedule[]): Document {
  const lines = schedules.map((schedule) => quiet(capital(nextLine(schedule, context)), '.'));
  return {
    ...notice(''),
    blocks: [paragraph(sentence), ...lines, ...(schedules.length === 0 ? [] : [actionsFor(schedules)])],
  };
}

const capital = (line: string): string => `${line.charAt(0).toUpperCase()}${line.slice(1)}`;

/** Buttons for digests; their ids stand on them where there are several. */
export function actionsFor(
  schedules: readonly Schedule[],
): Extract<Document['blocks'][number], { type: 'actions' }> {
  const named = schedules.length > 1;
  const button = (label: string, subcommand: string, id: string, style?: 'danger'): Action => ({
    label: named ? `${label} ${id}` : label,
    invocation: { command: 'digest', subcommand, options: { id } },
    ...(style === undefined ? {} : { style }),
  });
  return {
    type: 'actions',
    actions: schedules.flatMap(({ id, state }) => [
      button('Preview', 'preview', id),
      state === 'active' ? button('Pause', 'pause', id) : button('Resume', 'resume', id),
      ...(named ? [] : [button('Delete', 'delete', id, 'danger')]),
    ]),
  };
}
