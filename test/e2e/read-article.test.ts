import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AskJson } from '../../src/answer/ask-json.ts';
import { runCli } from '../../src/cli.ts';
import type { EventFound, Extraction } from '../../src/ingest/model.ts';

/** What an article has to yield, as somebody who reads it would say. */
interface Expected {
  readonly name: string;
  readonly file: string;
  readonly offices: Readonly<Record<string, string>>;
  readonly meeting: { readonly on: string; readonly place: string; readonly who: readonly string[] };
  readonly session: string;
  readonly accusation: { readonly on: string; readonly by: string; readonly who: readonly string[] };
  readonly founding: { readonly year: string; readonly by: readonly string[] };
  readonly accession: { readonly year: string; readonly who: readonly string[] };
  readonly speaker: string;
  readonly quotations: number;
  readonly minutes: number;
  readonly question: string;
  readonly answer: string;
  /** What the question finds in the data that ships. */
  readonly before: RegExp;
}

const articles: readonly Expected[] = [
  {
    name: 'the article on the meeting in Goa',
    // It lies beside the project and not in it.
    file: join(import.meta.dirname, '../../../shared/seed/goa-2023-05-04.txt'),
    offices: { 'Sergey Lavrov': 'Russian Foreign Minister', 'S Jaishankar': 'External Affairs Minister' },
    meeting: { on: '2023-05-04', place: 'Goa', who: ['Sergey Lavrov', 'S Jaishankar'] },
    session: '2023-05-05',
    accusation: { on: '2023-05-03', by: 'Russia', who: ['Russia', 'Ukraine'] },
    founding: {
      year: '2001',
      by: ['Russia', 'China', 'Kyrgyz Republic', 'Kazakhstan', 'Tajikistan', 'Uzbekistan'],
    },
    accession: { year: '2017', who: ['India', 'Pakistan'] },
    speaker: 'Sergey Lavrov',
    quotations: 2,
    minutes: 90,
    question: 'Who met Jaishankar in Goa?',
    answer: 'Lavrov',
    before: /Lavrov/,
  },
  {
    name: 'an article of our own on another meeting',
    file: join(import.meta.dirname, 'articles/port-alden-2024-03-14.txt'),
    offices: { 'Ada Brekke': 'Trade Minister', 'Jonas Tilgard': 'Environment Minister' },
    meeting: { on: '2024-03-14', place: 'Port Alden', who: ['Ada Brekke', 'Jonas Tilgard'] },
    session: '2024-03-15',
    accusation: { on: '2024-03-13', by: 'Vestmark', who: ['Vestmark', 'Kalland'] },
    founding: { year: '1998', by: ['Vestmark', 'Sundland', 'Kalland', 'Ostmark'] },
    accession: { year: '2011', who: ['Malta', 'Cyprus'] },
    speaker: 'Ada Brekke',
    quotations: 1,
    minutes: 150,
    question: 'Whom did Ada Brekke meet in Port Alden?',
    answer: 'Jonas Tilgard',
    before: /^Nothing here/,
  },
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-read-article-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(articles)('$name, read as plain text', (expected) => {
  // A skipped test is told of as such: an article that is not there proves nothing.
  const { file, meeting } = expected;
  const isHere = existsSync(file);
  let db = '';
  let text = '';
  let record: Extraction;

  async function run(...args: readonly string[]): Promise<string> {
    const out: string[] = [];
    const err: string[] = [];
    const status = await runCli([...args, '--db', db, '--now', '2024-11-25T09:00:00Z'], {
      environment: {},
      lines: async function* () {},
      print: (line) => void out.push(line),
      complain: (line) => void err.push(line),
      clock: () => Temporal.Instant.from('2024-11-25T09:00:00Z'),
      stop: new AbortController().signal,
    });
    expect([status, err]).toEqual([0, []]);
    return out.join('\n');
  }
  const ask = async (): Promise<AskJson> => JSON.parse(await run('ask', '--json', expected.question));

  beforeAll(async () => {
    if (!isHere) return;
    db = join(folder, `${articles.indexOf(expected)}.db`);
    text = await readFile(file, 'utf8');
    record = JSON.parse(await run('extract', '--json', file));
  });

  const events = (kind: string): readonly EventFound[] =>
    record.events.filter((event) => event.kind === kind);
  const who = (event: EventFound | undefined): readonly string[] =>
    event?.participants.map(({ name }) => name) ?? [];

  test.skipIf(!isHere)('yields both people with their offices', () => {
    for (const [name, office] of Object.entries(expected.offices))
      expect(
        record.mentions.filter((each) => each.name === name).flatMap(({ title }) => title ?? []),
      ).toContain(office);
  });
  test.skipIf(!isHere)('yields the meeting, first of all', () => {
    const [first] = record.events;
    expect(first).toMatchObject({
      kind: 'meeting',
      place: meeting.place,
      on: { start: meeting.on, precision: 'day' },
    });
    expect(who(first)).toEqual(meeting.who);
  });
  test.skipIf(!isHere)('yields the main session of the day after, as still to come', () => {
    expect(events('session').map(({ on, modality }) => [on?.start, modality])).toContainEqual([
      expected.session,
      'planned',
    ]);
  });
  test.skipIf(!isHere)('yields the accusation of the day before, as a claim and no fact', () => {
    const [accusation] = events('accusation');
    expect(accusation).toMatchObject({
      on: { start: expected.accusation.on },
      modality: 'claimed',
      attribution: expected.accusation.by,
    });
    expect(who(accusation)).toEqual(expected.accusation.who);
  });
  test.skipIf(!isHere)('yields the founding with its year and all its founders', () => {
    const [founding] = events('founding');
    expect(founding).toMatchObject({ on: { start: expected.founding.year, precision: 'year' } });
    expect(who(founding)).toEqual(expect.arrayContaining([...expected.founding.by]));
  });
  test.skipIf(!isHere)('yields the accession with its year and members', () => {
    const [accession] = events('accession');
    expect(accession).toMatchObject({ on: { start: expected.accession.year, precision: 'year' } });
    expect(who(accession)).toEqual(expected.accession.who);
  });
  test.skipIf(!isHere)('yields who said what', () => {
    const named = (start: number): string | undefined =>
      record.mentions.find((each) => each.start <= start && start < each.end)?.name;
    const said = record.quotations.filter(
      ({ speaker }) => speaker !== null && (speaker.name ?? named(speaker.start)) === expected.speaker,
    );
    expect(said).toHaveLength(expected.quotations);
    expect(said.some(({ direct }) => direct)).toBe(true);
  });
  test.skipIf(!isHere)('yields how long it took, in minutes', () => {
    expect(record.figures).toContainEqual(
      expect.objectContaining({ value: expected.minutes, unit: 'minute' }),
    );
  });
  test.skipIf(!isHere)('keeps to its words: whatever is found stands in the text', () => {
    for (const { start, end, text: said } of [
      ...record.mentions,
      ...record.dates,
      ...record.quotations,
      ...record.figures,
    ])
      expect(text.slice(start, end)).toBe(said);
  });

  test.skipIf(!isHere)(
    'answers nothing before it is accepted, then with its own sentence, and nothing once it is rejected',
    async () => {
      const fromIt = ({ evidence }: AskJson, id: string) => evidence.filter((each) => each.article === id);
      const [{ article: id } = { article: '' }] = JSON.parse(await run('ingest', file, '--json'));
      const before = await ask();
      expect(before.text).toMatch(expected.before);
      expect(fromIt(before, id)).toEqual([]);
      await run('article', 'accept', id);
      const { status, text: said, evidence } = await ask();
      expect(status).toBe('answered');
      expect(said).toContain(expected.answer);
      const own = fromIt({ evidence } as AskJson, id);
      expect(own.length).toBeGreaterThan(0);
      for (const { quote, publisher, date } of own) {
        expect(text).toContain(quote);
        expect(publisher).toBe('publisher not recorded');
        expect(date).toBe(meeting.on);
      }
      await run('article', 'reject', id);
      expect(fromIt(await ask(), id)).toEqual([]);
    },
  );
});
