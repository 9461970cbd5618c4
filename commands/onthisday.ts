import { type Choice, type Context, defineCommand } from '../src/command.ts';
import { askAction, briefAction } from '../src/digest/edition.ts';
import { nearestDay } from '../src/digest/nearest-day.ts';
import { type DayItem, onThisDay } from '../src/digest/on-this-day.ts';
import { presentDay } from '../src/digest/present-day.ts';
import { readDay } from '../src/digest/read-day.ts';
import { isAbout } from '../src/digest/topics.ts';
import { paragraph } from '../src/document/build.ts';
import type { Action, Document } from '../src/document/model.ts';
import { shorten } from '../src/options.ts';
import { monthDayWords } from '../src/text/date-words.ts';

const pageSize = 8;

export default defineCommand({
  name: 'onthisday',
  about: 'What happened on a day of the year, in every year the desk knows',
  examples: ['onthisday', 'onthisday 15 June', 'onthisday date:05-04 topic:India'],
  options: {
    date: {
      type: 'text',
      about: 'a day such as 15 June, 06-15, today or tomorrow; today when left out',
      rest: true,
      complete: completeDay,
    },
    topic: { type: 'text', about: 'only what has to do with it: a name, a country or a word' },
    full: { type: 'boolean', about: 'yes shows a summary under each line' },
    start: { type: 'integer', about: 'position of the first one shown', hidden: true },
  },
  run: async ({ date, topic, full, start }, context) => {
    const monthDay = readDay(date ?? 'today', context.now.toPlainDate());
    const items = await itemsOf(monthDay, topic, context);
    if (items.length === 0) return presentEmpty(monthDay, topic, context);
    const options = { date: monthDay, ...(topic === undefined ? {} : { topic }) };
    return presentDay({
      monthDay,
      items,
      start: Math.min(Math.max(0, start ?? 0), items.length - 1),
      size: pageSize,
      full: full ?? false,
      more: { command: 'onthisday', options: { ...options, ...(full ? { full: 'yes' } : {}) } },
      actions: [
        ...(full ? [] : [details(options)]),
        askAction(monthDay),
        ...briefAction([monthDay], topic === undefined ? [] : [topic]),
        dayButton(stepDay(monthDay, -1)),
        dayButton(stepDay(monthDay, 1)),
      ],
      footer: footer(items),
    });
  },
});

async function itemsOf(
  monthDay: string,
  topic: string | undefined,
  context: Context,
): Promise<readonly DayItem[]> {
  const { knowledge, origin, now } = context;
  const events = await knowledge.eventsOn(origin.workspace, monthDay);
  const entities = topic === undefined ? [] : await knowledge.entities(origin.workspace);
  const wanted = topic === undefined ? events : events.filter((event) => isAbout(event, topic, entities));
  return onThisDay(wanted, monthDay, now.toPlainDate());
}

const details = (options: Readonly<Record<string, string>>): Action => ({
  label: 'Details',
  invocation: { command: 'onthisday', options: { ...options, full: 'yes' } },
});

const dayButton = (monthDay: string): Action => ({
  label: monthDayWords(monthDay),
  invocation: { command: 'onthisday', options: { date: monthDay } },
});

/** The day before or after, in a leap year, so that 29 February is among them. */
const stepDay = (monthDay: string, days: number): string =>
  Temporal.PlainDate.from(`2000-${monthDay}`).add({ days }).toString().slice(5);

function footer(items: readonly DayItem[]): string {
  const spans = items.some((item) => item.days > 1);
  const note = spans ? ' What lasted several days is shown on each of them.' : '';
  return `Dates are those of the events.${note} Only days that are known for sure are shown.`;
}

async function presentEmpty(
  monthDay: string,
  topic: string | undefined,
  context: Context,
): Promise<Document> {
  const days = await context.knowledge.monthDays(context.origin.workspace);
  const nearest = nearestDay(
    days.filter((day) => day !== monthDay),
    monthDay,
  );
  const about = topic === undefined ? '' : ` about ${shorten(topic, 60)}`;
  const whole: readonly Action[] = topic === undefined ? [] : [dayButton(monthDay)];
  const actions = [...whole, ...(nearest === undefined ? [] : [dayButton(nearest)])];
  const closest =
    nearest === undefined || topic !== undefined
      ? ''
      : ` The nearest day with something is ${monthDayWords(nearest)}.`;
  return {
    kind: 'nothing',
    blocks: [
      paragraph(`Nothing here is dated ${monthDayWords(monthDay)}${about}.${closest}`),
      ...(actions.length === 0 ? [] : [{ type: 'actions', actions } as const]),
    ],
    sources: [],
  };
}

/** Days that have something, from the one typed or today on. */
async function completeDay(typed: string, context: Context): Promise<readonly Choice[]> {
  const days = await context.knowledge.monthDays(context.origin.workspace);
  const said = typed.trim().toLowerCase();
  const today = context.now.toPlainDate().toString().slice(5);
  const fitting = days
    .map((day) => ({ name: monthDayWords(day), value: day }))
    .filter(
      ({ name, value }) =>
        said === '' ||
        value.startsWith(said) ||
        name
          .toLowerCase()
          .split(' ')
          .some((word) => word.startsWith(said)) ||
        name.toLowerCase().startsWith(said),
    );
  const ahead = fitting.filter(({ value }) => value >= today);
  return (said === '' ? [...ahead, ...fitting] : fitting).slice(0, 25);
}
