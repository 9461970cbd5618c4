import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram, startProgram, temporaryFolder } from '../support/program.ts';

// The whole bot as an operator runs it: the console alone, faults of settings, stopping, digests over a crash.

const ready = /console: open at (http:\/\/\S+?),/;

async function newBot(path: string, more: Readonly<Record<string, string>> = {}) {
  const environment = {
    DATABASE_URL: `sqlite:${join(path, 'bot.db')}`,
    CONSOLE_PORT: '0',
    TICK_SECONDS: '1',
    LEASE_SECONDS: '2',
    ...more,
  };
  const program = startProgram(['start'], { environment });
  const [, url = ''] = await program.said(ready);
  return { program, url, environment };
}

const invoke = async (url: string, line: string, channel = 'general'): Promise<string> => {
  const response = await fetch(`${url}/api/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel, line }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { html: string }).html;
};

const messages = async (url: string, channel: string): Promise<readonly { html: string }[]> =>
  (await fetch(`${url}/api/messages?channel=${channel}`)).json() as Promise<{ html: string }[]>;

describe('start', () => {
  it('opens the console with no settings at all, answers with evidence, and stops within ten seconds', async () => {
    await using folder = await temporaryFolder();
    const { program, url } = await newBot(folder.path);
    await using _ = program;
    expect(await invoke(url, '/ask Who met Jaishankar in Goa?')).toMatch(/Lavrov[\s\S]*class="sources"/);
    expect(await invoke(url, '/onthisday 15 June')).toContain('Six states found');
    const asked = performance.now();
    const { status } = await program.stop();
    expect(status).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });

  it('posts a digest when it is due, once, also when killed at that moment and started again', async () => {
    await using folder = await temporaryFolder();
    const first = await newBot(folder.path);
    await using _ = first.program;
    const due = Temporal.Now.zonedDateTimeISO('UTC')
      .add({ seconds: 61 })
      .round({ smallestUnit: 'minute', roundingMode: 'floor' });
    const time = due.toPlainTime().toString({ smallestUnit: 'minute' });
    expect(await invoke(first.url, `/digest create time:${time} zone:UTC`, 'newsroom')).toContain('is on');
    const wait = Math.max(0, due.epochMilliseconds - Date.now());
    await new Promise((resolve) => setTimeout(resolve, wait));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await first.program.stop('SIGKILL');
    const second = await newBot(folder.path);
    await using __ = second.program;
    await expect.poll(() => digests(second.url), { timeout: 15_000, interval: 300 }).toBe(1);
    // Two more leases and ticks: nothing comes a second time.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await digests(second.url)).toBe(1);
    const ledger = await runProgram(['deliveries', '--json'], { environment: second.environment });
    expect(JSON.parse(ledger.out)).toEqual([
      expect.objectContaining({ state: 'sent', channel: 'newsroom', slot: `${due.toPlainDate()}@${time}` }),
    ]);
  }, 120_000);

  const digests = async (url: string): Promise<number> =>
    (await messages(url, 'newsroom')).filter((message) => message.html.includes('On this day')).length;
});

describe('faults of settings', () => {
  it('lists every wrong setting at once, with what to write, and repeats no secret', async () => {
    const environment = { CONSOLE_PORT: 'eighty', SLACK_BOT_TOKEN: 'secret-token', TICK_SECONDS: '0' };
    const { status, err } = await runProgram(['start'], { environment });
    expect(status).toBe(2);
    for (const name of Object.keys(environment)) expect(err).toContain(name);
    expect(err).not.toContain('secret-token');
  });

  it('says in one line that the port is in use', async () => {
    await using folder = await temporaryFolder();
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const environment = { CONSOLE_PORT: port, DATABASE_URL: join(folder.path, 'bot.db') };
    const { status, err } = await runProgram(['start'], { environment });
    server.close();
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(`Port ${port} is in use`)]);
  });

  it('says in one line that the database cannot be opened', async () => {
    await using folder = await temporaryFolder();
    const { status, err } = await runProgram(['start'], { environment: { DATABASE_URL: folder.path } });
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('DATABASE_URL');
  });

  it('tells every fault of a broken data folder, and starts nothing', async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'data', 'chronology'), { recursive: true });
    await writeFile(join(folder.path, 'data', 'chronology', '2001.json'), '{ "events": [');
    const environment = { DATA_DIR: join(folder.path, 'data'), DATABASE_URL: join(folder.path, 'bot.db') };
    const { status, out, err } = await runProgram(['start'], { environment });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('2001.json: is not JSON');
  });
});
