import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram, startProgram, temporaryFolder } from '../support/program.ts';

// The program under plain node, as an operator or an exam runs it. Protects the contract of the command line.

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let db: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  db = join(folder.path, 'test.db');
});
afterAll(() => folder[Symbol.asyncDispose]());

const now = ['--now', '2026-11-23T09:00:00Z'];
const run = (args: readonly string[], input?: string) =>
  runProgram([...args, '--db', db], input === undefined ? {} : { input });

describe('ask', () => {
  it('answers the question the project began with, on plain text', async () => {
    const { status, out, err } = await run(['ask', ...now, 'Who met Jaishankar in Goa?']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/Lavrov/);
    expect(out).toMatch(/\[1\]/);
    expect(out).toMatch(/https?:\/\//);
  });

  it('prints the documented JSON, with evidence that claims point to', async () => {
    const { out } = await run(['ask', ...now, '--json', 'When did India become a member of the SCO?']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ status: 'answered', missing: [], nearest: [] });
    expect(answer.text).toContain('9 June 2017');
    expect(answer.evidence[answer.claims[0].evidence[0]].date).toBe('2017-06-09');
    expect(answer.receipt).toMatch(/^[a-z0-9]+$/);
  });

  it('says politely that it does not know what is outside its field', async () => {
    const { status, out } = await run(['ask', ...now, '--json', 'What is the capital of France?']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: 'unanswered', claims: [], evidence: [] });
  });

  it('answers a batch in order, and says which line cannot be read without losing the others', async () => {
    const lines = [
      '{"id":"a","question":"Who met Jaishankar in Goa?","now":"2026-11-23T09:00:00Z"}',
      'not json',
      '{"id":"c"}',
      '{"id":"d","question":"When did Iran join the SCO?","now":"2026-11-23T09:00:00Z"}',
    ];
    const { status, out } = await run(['ask', '--batch'], `${lines.join('\n')}\n`);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.id)).toEqual(['a', null, 'c', 'd']);
    expect(answers.map((answer) => answer.status)).toEqual(['answered', undefined, undefined, 'answered']);
    expect(answers[1].error).toContain('Line 2');
    expect(answers[2].error).toContain('question');
    expect(status).toBe(2);
  });

  it('keeps a receipt that /why can show', async () => {
    const { out } = await run(['ask', ...now, '--json', 'Who met Jaishankar in Goa?']);
    const why = await run(['why', JSON.parse(out).receipt, ...now]);
    expect(why.status).toBe(0);
    expect(why.out).toContain('Who met Jaishankar in Goa?');
  });
});

describe('onthisday', () => {
  it('shows the founding on 15 June, the most important first', async () => {
    const { out } = await run(['onthisday', '06-15', ...now, '--json']);
    const day = JSON.parse(out);
    expect(day.on).toBe('06-15');
    expect(day.items[0]).toMatchObject({ date: '2001-06-15', years: 25 });
    expect(day.items[0].title).toContain('found the Shanghai Cooperation Organisation');
    expect(day.items[0].evidence[0].url).toMatch(/^https?:/);
  });

  it('refuses a day that does not exist in one sentence, with what to type', async () => {
    const { status, out, err } = await run(['onthisday', '31', 'April', ...now]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.trim()).toBe('There is no 31 April; try /onthisday 30 April.');
  });
});

describe('render', () => {
  it.each(['discord', 'slack', 'console'])(
    'prints the payloads for %s as they would be sent',
    async (platform) => {
      const { status, out } = await run(['render', '--platform', platform, '/onthisday date:06-15', ...now]);
      expect(status).toBe(0);
      const payloads = JSON.parse(out);
      expect(payloads).toHaveLength(1);
      expect(out).toContain('Six states found');
    },
  );

  it('names commands for Slack as they are typed there, with the prefix of the settings', async () => {
    const args = ['render', '--platform', 'slack', '/ask', ...now, '--db', db];
    const { out } = await runProgram(args, { environment: { SLACK_COMMAND_PREFIX: 'sco-' } });
    expect(JSON.parse(out)[0].text).toContain('/sco-ask needs question');
    const { out: plain } = await runProgram(args);
    expect(JSON.parse(plain)[0].text).toContain('/ask needs question');
  });

  it('asks for a platform where none is said', async () => {
    const { status, err } = await run(['render', '/help']);
    expect(status).toBe(2);
    expect(err).toContain('--platform discord');
  });
});

describe('commands and manifest', () => {
  it('prints what is registered with Discord', async () => {
    const { out } = await runProgram(['commands', '--platform', 'discord']);
    const names = JSON.parse(out).map((command: { name: string }) => command.name);
    expect(names).toEqual(expect.arrayContaining(['ask', 'onthisday', 'digest', 'who', 'help']));
  });

  it('prints the Slack manifest, with the prefix of the settings', async () => {
    const { out } = await runProgram(['manifest', 'slack'], {
      environment: { SLACK_COMMAND_PREFIX: 'sco-' },
    });
    expect(out).toContain('"/sco-ask"');
  });
});

describe('check', () => {
  it('passes the shipped data', async () => {
    const { status, out } = await runProgram(['check']);
    expect(out).toMatch(/^Nothing wrong: \d+ articles/);
    expect(status).toBe(0);
  });

  it('tells every fault of a file, with its place, and exits 2', async () => {
    const file = join(folder.path, 'broken.json');
    const event = { id: 'Bad Id', date: '2023-02-30', title: '', kind: 'party', sources: [] };
    await writeFile(file, JSON.stringify({ events: [event] }));
    const { status, out, err } = await runProgram(['check', file]);
    expect(status).toBe(2);
    for (const field of ['id', 'date', 'title', 'kind', 'sources', 'summary']) {
      expect(out).toContain(`events[0].${field}:`);
    }
    expect(err).toMatch(/faults in the data/);
  });
});

describe('schedule', () => {
  it('adds, lists, previews and removes', async () => {
    const place = ['--platform', 'console', '--workspace', 'console', '--channel', 'newsroom'];
    const timing = ['--zone', 'asia/kolkata', '--at', '09:00', '--days', 'mon-fri'];
    const added = JSON.parse((await run(['schedule', 'add', ...place, ...timing, ...now])).out);
    expect(added.next).toBe('2026-11-24T03:30:00Z');
    expect((await run(['schedule', 'list'])).out).toContain('Mon–Fri at 09:00 (Asia/Kolkata)');
    expect((await run(['schedule', 'preview', added.schedule, ...now])).out).toContain(
      'On this day: 24 November',
    );
    expect((await run(['schedule', 'remove', added.schedule])).status).toBe(0);
    expect((await run(['schedule', 'list'])).out).not.toContain(added.schedule);
  });

  it('takes a file that Windows wrote, and refuses a platform that is none and an id that is no text', async () => {
    const line = { platform: 'slack', workspace: 'T1', channel: 'C1', zone: 'UTC', at: ['09:00'] };
    const lines = [line, { ...line, platform: 'telegram' }, { ...line, workspace: 1 }];
    const input = `\uFEFF${lines.map((each) => JSON.stringify(each)).join('\r\n')}\r\n`;
    const { status, out } = await run(['schedule', 'add', '--batch'], input);
    expect(
      out
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each).error),
    ).toEqual([
      undefined,
      'Line 2: There is no platform “telegram”; there is discord, slack, console.',
      'Line 3: “workspace” is no text; write it between quotation marks.',
    ]);
    expect(status).toBe(2);
  });

  it('tells digests of one channel apart that are added with the same --now, and refuses the same one again', async () => {
    const line = { platform: 'console', workspace: 'console', channel: 'random', zone: 'UTC', at: ['09:00'] };
    const add = (more: object) =>
      run(
        ['schedule', 'add', '--batch', '--now', '2026-03-01T00:00:00Z'],
        JSON.stringify({ ...line, ...more }),
      );
    expect([await add({}), await add({ size: 2 })]).toMatchObject([{ status: 0 }, { status: 0 }]);
    const again = await add({ size: 2 });
    expect(again.status).toBe(2);
    expect(again.out).toContain('added at that moment already');
  });

  it('takes JSON Lines, and refuses a zone or time that is none', async () => {
    const line = { platform: 'console', workspace: 'console', channel: 'general', at: ['09:00'] };
    const lines = [
      { ...line, id: 'ok', zone: 'Europe/Berlin' },
      { ...line, id: 'zone', zone: 'Mars/Olympus' },
      { ...line, id: 'time', zone: 'UTC', at: ['25:00'] },
    ];
    const input = lines.map((each) => JSON.stringify(each)).join('\n');
    const { status, out } = await run(['schedule', 'add', '--batch'], input);
    const results = out
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each));
    expect(results.map((result) => Object.hasOwn(result, 'error'))).toEqual([false, true, true]);
    expect(status).toBe(2);
  });

  it('says so where the dates are the wrong way round', async () => {
    const range = ['--from', '2026-03-09', '--until', '2026-03-07'];
    const { status, out, err } = await runProgram([
      'schedule',
      'slots',
      '--zone',
      'UTC',
      '--at',
      '9:00',
      ...range,
    ]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toBe('--until 2026-03-07 lies before --from 2026-03-09; turn them round.\n');
  });

  it('prints one slot a local date through both clock changes', async () => {
    const range = ['--from', '2026-03-07', '--until', '2026-03-09'];
    const { out } = await runProgram([
      'schedule',
      'slots',
      '--zone',
      'America/New_York',
      '--at',
      '02:30',
      ...range,
    ]);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { slot: '2026-03-07@02:30', instant: '2026-03-07T07:30:00Z' },
      {
        slot: '2026-03-08@02:30',
        instant: '2026-03-08T07:30:00Z',
        note: 'clocks go forward: there is no 02:30, posted at 03:30',
      },
      { slot: '2026-03-09@02:30', instant: '2026-03-09T06:30:00Z' },
    ]);
  });
});

describe('help', () => {
  it('lists what there is, and says the version', async () => {
    const help = await runProgram(['--help']);
    expect(help.status).toBe(0);
    for (const name of ['start', 'schedule', 'onthisday', 'timeline']) expect(help.out).toContain(name);
    expect(help.out).not.toContain('warm-up');
    expect((await runProgram(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('mistakes', () => {
  it('Ctrl-C ends a batch that waits for input at once', async () => {
    await using program = startProgram(['ask', '--batch', '--db', db]);
    program.child.stdin?.write('{"id":"a","question":"Who met Jaishankar in Goa?"}\n');
    await program.said(/"id":"a"/);
    const asked = performance.now();
    program.child.kill('SIGINT');
    await program.finished;
    expect(performance.now() - asked).toBeLessThan(4_000);
  });

  it('says what there is where nothing was typed', async () => {
    const { status, err } = await runProgram([]);
    expect(status).toBe(2);
    expect(err).toMatch(/^Say what to do: start, ask, /);
  });

  it.each([
    [['nonsense'], 'There is no command “nonsense”'],
    [['ask', '--now', 'yesterday', 'Who?'], '--now takes a moment'],
    [['digest', 'create', '--time', 'soon'], 'is not a time'],
    [['who'], '/who needs name'],
  ])('%j is said in one line on standard error, with status 2', async (args, sentence) => {
    const { status, out, err } = await run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
