import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { Receipt } from '../../../src/answer/model.ts';
import type { Command, Context } from '../../../src/command.ts';
import { readLine } from '../../../src/command-line.ts';
import type { Document } from '../../../src/document/model.ts';
import { plainBody } from '../../../src/document/plain.ts';
import { ReaderError } from '../../../src/errors.ts';
import { findAction, parseOptions } from '../../../src/options.ts';
import { makeContext } from '../../support/context.ts';
import { actionsOf, firstLine, linesOf, under } from '../../support/document-facts.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';
import { lookupWorld } from '../lookup/world.ts';

const knowledge = memoryKnowledge(lookupWorld);
const command = (name: string): Command => {
  const found = commands.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
};

/** Runs a line as it is typed. */
async function type(line: string, context: Context = makeContext({ knowledge })): Promise<Document> {
  const [name = ''] = line.split(' ');
  const invocation = readLine(command(name), line.slice(name.length));
  const action = findAction(command(name), undefined);
  return action.run(parseOptions(invocation, action.options) as never, context);
}
const complete = async (name: string, option: string, typed: string): Promise<readonly string[]> => {
  const action = findAction(command(name), undefined);
  const choices = await action.options[option]?.complete?.(typed, makeContext({ knowledge }));
  return (choices ?? []).map((choice) => choice.name);
};

describe('wrong input', () => {
  it.each([
    ['timeline Gullport from:banana'],
    ['timeline Gullport to:2020-02-31'],
    ['timeline Gullport from:2020 to:2019'],
    ['brief Gullport period:whenever'],
    ['why nothing-like-it'],
    ['help frobnicate'],
    ['who'],
    ['about'],
  ])('/%s is refused in one sentence that says what to do', async (line) => {
    const fault = await type(line).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(fault).toBeInstanceOf(ReaderError);
    expect((fault as Error).message).toMatch(/^[^.!]+(?:\.[^.! ][^.!]*)*[.]$/);
  });
});

describe('names', () => {
  it('that several people have lead to a choice, each button to one of them', async () => {
    const document = await type('who Berg');
    expect(document.kind).toBe('nothing');
    expect(firstLine(document)).toBe('“Berg” can mean more than one here. Did you mean:');
    const first = await Promise.all(
      actionsOf(document).map(async (action) => (await type(`who ${action.invocation.options.name}`)).title),
    );
    expect(first).toEqual(['Ada Berg', 'Olaf Berg']);
  });
  it('that nobody has are said to be unknown', async () => {
    const document = await type('who Macron');
    expect(document.kind).toBe('nothing');
    expect(firstLine(document)).toMatch(/^Nothing here on “Macron”\. The desk covers/);
  });
});

describe('/article', () => {
  it('shows the one article that a search finds, each statement cited', async () => {
    const document = await type('article herring');
    expect(document.title).toBe('Ministers talk herring in Gullport');
    expect(under(document, 'What it says')[0]).toBe(
      '1 April 2022 · Eva Falk of Sudland met the Norland minister in Gullport on 1 April 2022. [1]',
    );
    expect(document.sources).toHaveLength(1);
  });
  it('says that there is no link where none is recorded', async () => {
    const articles = lookupWorld.articles.map(({ url: _, publisher: __, ...article }) => article);
    const bare = memoryKnowledge({ ...lookupWorld, articles });
    const document = await type('article herring', makeContext({ knowledge: bare }));
    expect(firstLine(document)).toBe('Publisher not recorded · 2 April 2022 · no link recorded [1]');
  });
  it('offers the nearest where no article holds all the words', async () => {
    const document = await type('article herring volcano');
    expect(document.kind).toBe('nothing');
    expect(actionsOf(document)[0]?.label).toBe('Ministers talk herring in Gullport');
  });
});

describe('/quote', () => {
  it('shows the latest where nothing is asked for', async () => {
    expect(firstLine(await type('quote'))).toBe('2 quotations, 1 verbatim, the latest first.');
  });
  it('says that somebody is not quoted, and who is', async () => {
    const document = await type('quote Olaf Berg');
    expect(firstLine(document)).toMatch(/^No quotation here by Olaf Berg\./);
    expect(actionsOf(document).map((action) => action.label)).toEqual(['Eva Falk']);
  });
});

describe('/why', () => {
  const receipt: Receipt = {
    id: 'r1',
    question: 'When did Estia join?',
    now: '2026-11-20T09:00:00Z',
    workspace: 'w1',
    dataVersion: 'old',
    reading: ['Wanted: when'],
    considered: [],
    status: 'answered',
    used: ['estia-joins'],
  };
  const asked = (workspace: string): Context =>
    makeContext({ knowledge, receipts: [receipt], origin: { workspace } });
  it('shows a receipt in the workspace where the question was asked', async () => {
    expect(plainBody(await type('why r1', asked('w1')))).toContain('When did Estia join?');
  });
  it('does not know it in any other, in the same words as for one that never was', async () => {
    const fault = await type('why r1', asked('w2')).catch((reason: Error) => reason.message);
    const never = await type('why r2', asked('w2')).catch((reason: Error) => reason.message);
    expect(fault).toBe((never as string).replace('r2', 'r1'));
    expect(fault).not.toContain('Estia');
  });
});

describe('/help', () => {
  it('lists every command that can be typed, and none that is hidden', async () => {
    const shown = commands.filter((each) => !each.hidden).map((each) => `/${each.name} ${each.about}`);
    expect(linesOf(await type('help'))).toEqual(shown);
  });
  it('explains one, with its examples as buttons and no hidden option', async () => {
    const document = await type('help timeline');
    expect(plainBody(document)).toContain('subject');
    expect(plainBody(document)).not.toContain('first item to show');
    expect(actionsOf(document)[0]?.invocation).toEqual({
      command: 'timeline',
      options: { subject: 'India' },
    });
    expect((await type('help /timeline')).title).toBe('/timeline');
  });
});

describe('/status', () => {
  const schedule = (id: string, workspace: string) => ({
    id,
    place: { platform: 'console', workspace, channel: 'c1' },
    owner: 'r1',
    zone: 'Asia/Kolkata',
    at: ['09:00'],
    days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const,
    topics: [],
    size: 5,
    state: 'active' as const,
    activeFrom: '2026-11-01T00:00:00Z',
  });
  const delivery = (id: string, of: string, state: 'sent' | 'failed', error?: string) => ({
    id,
    schedule: of,
    slot: `2026-11-2${id}@09:00`,
    due: `2026-11-2${id}T03:30:00Z`,
    place: { platform: 'console', workspace: 'w1', channel: 'c1' },
    state,
    attempts: 1,
    ...(error === undefined ? {} : { error }),
  });
  const context = makeContext({
    knowledge,
    schedules: [schedule('mine', 'w1'), schedule('theirs', 'w2')],
    deliveries: [
      delivery('1', 'mine', 'sent'),
      delivery('2', 'mine', 'failed', 'channel gone'),
      delivery('3', 'theirs', 'sent'),
    ],
    status: { lastTick: Temporal.Instant.from('2026-11-23T08:59:50Z') },
  });
  it('tells of this workspace alone', async () => {
    const body = plainBody(await type('status', context));
    expect(body).toContain('mine · daily at 09:00 Asia/Kolkata · channel c1 · active');
    expect(body).toContain('1 sent, 1 failed; last fault: channel gone');
    expect(body).not.toContain('theirs');
    expect(body).toContain('up for 3 days');
    expect(body).toContain('last looked at 10 seconds ago');
  });
  it('is for the reader alone', async () => {
    expect((await type('status', context)).private).toBe(true);
  });
});

describe('autocompletion', () => {
  it('offers only what has content', async () => {
    expect(await complete('who', 'name', 'fal')).toEqual(['Eva Falk']);
    expect(await complete('about', 'subject', 'ghost')).toEqual([]);
    expect(await complete('quote', 'speaker', '')).toEqual(['Eva Falk']);
  });
  it('finds by alias and in spite of accents and case', async () => {
    expect(await complete('about', 'subject', 'll')).toContain('Lake League');
    expect(await complete('who', 'name', 'ÉVA')).toEqual(['Eva Falk']);
  });
  it('offers places to /about and not to /who', async () => {
    expect(await complete('about', 'subject', 'gull')).toEqual(['Gullport']);
    expect(await complete('who', 'name', 'gull')).toEqual([]);
  });
  it('offers topics, titles of articles and names of commands', async () => {
    expect(await complete('timeline', 'subject', 'ferr')).toEqual(['ferries']);
    expect(await complete('article', 'search', 'herring')).toEqual(['Ministers talk herring in Gullport']);
    expect(await complete('help', 'command', 'ti')).toEqual(['timeline']);
  });
});
