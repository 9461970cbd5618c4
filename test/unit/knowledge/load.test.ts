import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { faultLine, fieldPath } from '../../../src/knowledge/fault.ts';
import { checkKnowledge, loadKnowledge } from '../../../src/knowledge/load.ts';
import { type Changes, files, otherEntity, rightEntity, rightEvent } from './small-data.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-data-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(changes: Changes = {}): Promise<void> {
  for (const { file, text } of files(changes)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
const wrong: Changes = {
  events: [{ ...rightEvent, kind: 'party', date: '2001-02-30' }],
  entities: [{ ...rightEntity, name: '' }, otherEntity],
};

describe('loading a data directory', () => {
  test('the data that ships is right', async () => {
    const data = await loadKnowledge('data');
    expect(data.events.length).toBeGreaterThan(500);
    expect(data.articles.length).toBeGreaterThan(10);
    expect(data.entities.length).toBeGreaterThan(100);
  });

  test('all faults come in one ConfigError, a line each with file, field, reason and record', async () => {
    await write(wrong);
    const fault: unknown = await loadKnowledge(folder).catch((error: unknown) => error);
    if (!(fault instanceof ConfigError)) throw fault;
    expect(fault.faults).toHaveLength(3);
    expect(fault.faults[0]).toBe(
      `${join(folder, 'chronology/2001.json')}: events[0].date: "2001-02-30": no such date is in the calendar, write one that is (in founding)`,
    );
  });

  test.each([
    ['a folder that is not there', 'nowhere', 'there is no such folder'],
    ['a folder without data', '.', 'holds no data, write into it one of: articles, chronology, entities'],
  ])('%s is told', async (_, path, reason) => {
    await expect(loadKnowledge(join(folder, path))).rejects.toThrow(reason);
  });

  test('a folder with a name that is not read is told, not passed over', async () => {
    await write();
    await mkdir(join(folder, 'article'));
    await mkdir(join(folder, 'constructor'));
    await mkdir(join(folder, '.git'));
    await mkdir(join(folder, 'schema'));
    const { faults } = await checkKnowledge(folder);
    expect(faults.map(({ file }) => relative(folder, file)).sort()).toEqual(['article', 'constructor']);
  });
});

describe('checking', () => {
  test('a directory: how much there is, or zeros with the faults', async () => {
    await write();
    expect(await checkKnowledge(folder)).toEqual({
      faults: [],
      counts: { articles: 1, events: 1, entities: 2 },
    });
    await write(wrong);
    expect(await checkKnowledge(folder)).toMatchObject({ counts: { articles: 0, events: 0, entities: 0 } });
  });

  test('one file of a directory is read with the others, and only its own faults are told', async () => {
    await write(wrong);
    const { faults } = await checkKnowledge(join(folder, 'entities/all.json'));
    expect(faults.map(({ field }) => field)).toEqual(['entities[0].name']);
    expect((await checkKnowledge(join(folder, 'articles/report.json'))).faults).toEqual([]);
  });

  test('however its path is written, a file is not taken for a second one beside itself', async () => {
    await write();
    const straight = join(folder, 'chronology/2001.json');
    const written = [straight, `./${relative('.', straight)}`, `${folder}/articles/../chronology/2001.json`];
    for (const path of written) expect((await checkKnowledge(path)).faults).toEqual([]);
  });

  test('a file elsewhere is read against the directory that is named', async () => {
    await write();
    const file = join(folder, 'draft.json');
    await writeFile(file, JSON.stringify({ events: [{ ...rightEvent, id: 'second', date: '2001-06-16' }] }));
    expect((await checkKnowledge(file)).faults).toHaveLength(1);
    expect(await checkKnowledge(file, folder)).toMatchObject({ faults: [] });
    await writeFile(file, JSON.stringify({ events: [rightEvent] }));
    expect((await checkKnowledge(file, folder)).faults.map(({ reason }) => reason)).toEqual([
      `founding is used twice, first in ${join(folder, 'chronology/2001.json')}, write another id`,
    ]);
  });

  test('a path that is not there is told', async () => {
    expect((await checkKnowledge(join(folder, 'none.json'))).faults).toHaveLength(1);
  });
});

describe('a fault', () => {
  test('is one line: file, field, reason, record', () => {
    expect(faultLine({ file: 'a.json', field: 'events[3].date', reason: 'is missing', record: 'x' })).toBe(
      'a.json: events[3].date: is missing (in x)',
    );
    expect(faultLine({ file: 'a.json', field: '', reason: 'is not JSON' })).toBe('a.json: is not JSON');
    expect(fieldPath(['events', 3, 'place', 'city'])).toBe('events[3].place.city');
    expect(fieldPath([])).toBe('');
  });
});
