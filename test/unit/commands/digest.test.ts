import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { Context } from '../../../src/command.ts';
import { readLine } from '../../../src/command-line.ts';
import type { Document } from '../../../src/document/model.ts';
import { plainDocument } from '../../../src/document/plain.ts';
import { findAction, parseOptions } from '../../../src/options.ts';
import type { Delivery } from '../../../src/store/ports.ts';
import { makeContext } from '../../support/context.ts';
import { event, memoryKnowledge } from '../../support/memory-knowledge.ts';
import { schedule } from '../../support/schedule.ts';

// Digests as their managers meet them: calendar, history, run, show, and the buttons under notices.

const place = { platform: 'console', workspace: 'w1', channel: 'c1' };
const knowledge = memoryKnowledge({
  articles: [],
  entities: [],
  events: [event('e', '2015-11-24', 'Something happens', '')],
});
const sent: Delivery = {
  id: 'abcdefghijklmnopqrstuvwxy',
  schedule: 'd1',
  slot: '2026-11-23@08:00',
  due: '2026-11-23T08:00:00Z',
  place,
  state: 'sent',
  attempts: 2,
  messageId: 'm1',
  edition: { kind: 'digest', title: 'On this day: 23 November', blocks: [], sources: [] },
  basis: {
    dataVersion: 'v1',
    asOf: '2026-11-23T08:00:01Z',
    records: [{ id: 'e', on: '2026-11-23', shown: {} }],
  },
};

const context = (more: Partial<Parameters<typeof makeContext>[0]> = {}): Context =>
  makeContext({
    knowledge,
    schedules: [schedule({ place, at: ['08:00', '18:00'] })],
    deliveries: [sent],
    ...more,
  });

async function type(line: string, on: Context = context()): Promise<Document> {
  const [name = ''] = line.split(' ');
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const invocation = readLine(command, line.slice(name.length));
  const action = findAction(command, invocation.subcommand);
  return action.run(parseOptions(invocation, action.options) as never, on);
}
const said = async (line: string, on?: Context): Promise<string> => plainDocument(await type(line, on));
const manager = { permissions: new Set(['manage-digests'] as const) };

describe('/digest calendar', () => {
  it('shows the next fourteen times, local and UTC, with how much there is', async () => {
    const lines = (await said('digest calendar')).split('\n').filter((line) => /^\w{3} \d/.test(line));
    expect(lines).toHaveLength(14);
    expect(lines[0]).toBe('Mon 23 November 2026 | 18:00 | 18:00 | 0 | empty: a short note');
    expect(lines[1]).toBe('Tue 24 November 2026 | 08:00 | 08:00 | 1 | ');
  });

  it('says what the clocks do, and that a quiet day stays quiet', async () => {
    const odd = schedule({
      place,
      zone: 'America/New_York',
      at: ['02:30'],
      profile: { quiet: ['03-09'] },
    });
    const text = await said('digest calendar', context({ now: '2026-03-07T12:00[UTC]', schedules: [odd] }));
    expect(text).toContain('Sun 8 March 2026 | 03:30 | 07:30 | 0 | clocks go forward');
    expect(text).toMatch(/Mon 9 March 2026 .* nothing posted: a quiet day/);
  });
});

describe('/digest history and show', () => {
  it('tell what was posted, and an edition’s data and time', async () => {
    expect(await said('digest history')).toContain('2026-11-23 08:00 · posted after 2 attempts · abcdefghij');
    const shown = await said('digest show abcdefghij');
    expect(shown).toContain('Data v1, as of 23 November 2026, 08:00 UTC. Records: e.');
    expect(shown).toContain('Message m1 in channel c1.');
  });

  it('show nothing of another workspace', async () => {
    const elsewhere = context({ origin: { workspace: 'w2' } });
    await expect(said('digest show abcdefghij', elsewhere)).rejects.toThrow('no edition');
  });
});

describe('/digest run', () => {
  it('asks first where today has one', async () => {
    const on = context();
    const document = await type('digest run', on);
    expect(plainDocument(document)).toContain('Today’s was posted at 08:00. Today’s comes at 18:00.');
    expect(await on.deliveries.list()).toHaveLength(1);
    expect(document.blocks.find((block) => block.type === 'actions')?.actions).toHaveLength(2);
  });

  it('posts beside it, through the ledger', async () => {
    const on = context();
    expect(await said('digest run replace:no', on)).toContain('goes out now');
    expect((await on.deliveries.list()).map(({ slot, state }) => [slot, state])).toEqual([
      ['2026-11-23@08:00', 'sent'],
      ['2026-11-23@09:00+run', 'due'],
    ]);
    expect(await said('digest run replace:no', on)).toContain('already');
  });

  it('instead of what is to come, which is recorded as left out', async () => {
    const on = context({ deliveries: [] });
    await said('digest run replace:yes', on);
    expect((await on.deliveries.list()).map(({ slot, state }) => [slot, state])).toEqual(
      [
        ['2026-11-23@08:00', 'skipped'],
        ['2026-11-23@18:00', 'skipped'],
        ['2026-11-23@09:00+run', 'due'],
      ].slice(1),
    );
  });

  it('instead of what was posted: that message gets the new edition', async () => {
    const on = context();
    await said('digest run replace:yes', on);
    expect(await on.errands.list()).toMatchObject([{ kind: 'correct', target: 'm1', delivery: sent.id }]);
    expect(await on.deliveries.list()).toHaveLength(1);
  });
});

describe('the buttons of the desk', () => {
  const { edition: _, messageId: __, ...rest } = sent;
  const due: Delivery = { ...rest, state: 'due', attempts: 0, notBefore: '2026-11-23T14:00:00Z' };

  it('approve an edition once, for those who manage digests here', async () => {
    const on = context({ deliveries: [due], origin: manager });
    expect(await said(`edition do:approve id:${due.id}`, on)).toContain('goes out in a moment');
    expect((await on.deliveries.list())[0]).toMatchObject({ state: 'due', approvedBy: 'r1' });
    expect((await on.deliveries.list())[0]?.notBefore).toBeUndefined();
    expect(await said(`edition do:approve id:${due.id}`, on)).toContain('already');
  });

  it('or leave it out', async () => {
    const on = context({ deliveries: [due], origin: manager });
    await said(`edition do:refuse id:${due.id}`, on);
    expect((await on.deliveries.list())[0]?.state).toBe('skipped');
  });

  it.each([
    ['a reader without the right', {}],
    ['a manager of another workspace', { ...manager, workspace: 'w2' }],
  ])('not for %s', async (_, origin) => {
    const on = context({ deliveries: [due], origin });
    await expect(said(`edition do:approve id:${due.id}`, on)).rejects.toThrow();
    expect((await on.deliveries.list())[0]?.approvedBy).toBeUndefined();
  });

  const parked = schedule({ place, owner: 'r1', state: 'paused', parked: 'the channel is gone' });
  it('resume a parked digest with one click of its owner, also from a private message', async () => {
    const on = context({ schedules: [parked], origin: { workspace: 'dm-1' } });
    expect(await said('edition do:resume id:d1', on)).toContain('is on again');
    const [resumed] = await on.schedules.list();
    expect(resumed).toMatchObject({ state: 'active', activeFrom: '2026-11-23T09:00:00Z' });
    expect(resumed?.parked).toBeUndefined();
  });

  it('not for somebody else', async () => {
    const on = context({
      schedules: [parked],
      origin: { workspace: 'dm-2', reader: { id: 'x', name: 'X' } },
    });
    await expect(said('edition do:resume id:d1', on)).rejects.toThrow('not yours');
  });
});
