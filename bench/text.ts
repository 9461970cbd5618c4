import { join } from 'node:path';
import { type Marked, readExam, readNews } from './annotated.ts';
import { chronoNode } from './peers/chrono.ts';
import { compromise } from './peers/compromise.ts';
import type { Reader } from './peers/model.ts';
import { ours } from './peers/ours.ts';
import { recognizersText } from './peers/recognizers-text.ts';
import { agreement } from './score.ts';

// Readers of times and of names side by side, in one run and on the same texts: how well, and how fast.

const readers: readonly Reader[] = [ours, chronoNode, recognizersText, compromise];
/** Texts of others with their annotations, where they are at hand. */
const exams = join(import.meta.dirname, '..', '..', 'shared', 'eval', 'nlp');

interface Text {
  readonly text: string;
  readonly published: string;
  readonly gold: readonly Marked[];
}
type Find = (text: string, published: string) => readonly Marked[];

/** Some texts to warm up, then all of them; CPU time, so that a busy machine counts for less. */
const warming = 25;

function measure(name: string, texts: readonly Text[], find: Find): string {
  for (const { text, published } of texts.slice(0, warming)) find(text, published);
  const before = process.cpuUsage();
  const found = texts.map(({ text, published, gold }) => [find(text, published), gold] as const);
  const { user, system } = process.cpuUsage(before);
  const letters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const { found: overlap, right, exact } = agreement(found);
  return [
    name.padEnd(22),
    ...[overlap, right, exact].map((share) => share.toFixed(1).padStart(9)),
    `${Math.round((letters / Math.max(1, user + system)) * 1e6).toLocaleString('en')}`.padStart(14),
  ].join('');
}

function compare(
  what: string,
  texts: readonly Text[] | undefined,
  of: (reader: Reader) => Find | undefined,
): void {
  if (texts === undefined) {
    console.log(`\n${what}: skipped, the texts are not here`);
    return;
  }
  console.log(`\n${what} (${texts.length} texts)`);
  console.log(`${''.padEnd(22)}    found    value    exact  characters/s`);
  for (const reader of readers) {
    const find = of(reader);
    if (find !== undefined) console.log(measure(reader.name, texts, find));
  }
}

const kinds: Readonly<Record<string, string>> = { PER: 'person', LOC: 'place', ORG: 'organisation' };

const news = await readNews();
const dates = await readExam(join(exams, 'dates-aquaint.jsonl'), 'value');
const names = await readExam(join(exams, 'entities-worldwide.jsonl'), 'type');
console.log(
  'F1: found = overlaps; value = and has the value or kind; exact = and has the same place. Speed by CPU time.',
);
const datesOf = ({ dates: find }: Reader): Find | undefined => find;
const namesOf = ({ names: find }: Reader): Find | undefined => find;
compare(
  'Times, own news',
  news.map((each) => ({ ...each, gold: each.dates })),
  datesOf,
);
compare('Times, development half of the exam', dates, datesOf);
compare(
  'Names, own news',
  news.map((each) => ({ ...each, gold: each.names })),
  namesOf,
);
compare(
  'Names, development half of the exam',
  names?.map((each) => ({
    ...each,
    gold: each.gold
      .flatMap((one) => ({ ...one, value: kinds[one.value] ?? '' }))
      .filter(({ value }) => value !== ''),
  })),
  namesOf,
);
