import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram, startProgram, temporaryFolder } from '../support/program.ts';
import { type Gate, startGate } from '../support/slack/gate.ts';
import { world } from '../support/slack/stand-in.ts';

// The program is asked to stop in the midst of a delivery: it ends with 0 within ten seconds, and what was under way is
// neither lost nor doubled at the next start. Stopping an idle one is in start.test.ts.

const rules = { TICK_SECONDS: '1', LEASE_SECONDS: '4', SETTLE_SECONDS: '1', LOG_LEVEL: 'error' };

let gate: Gate;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let runs = 0;
beforeAll(async () => {
  gate = await startGate();
  folder = await temporaryFolder();
});
afterAll(async () => {
  await gate[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** A database with one digest that is due, and the settings of a bot that posts it. */
async function withDigest(more: Readonly<Record<string, string>> = {}) {
  runs += 1;
  const file = join(folder.path, `stop-${runs}.db`);
  const environment = {
    ...rules,
    ...more,
    DATABASE_URL: `sqlite:${file}`,
    SLACK_BOT_TOKEN: world.botToken,
    SLACK_APP_TOKEN: world.appToken,
    SLACK_API_URL: gate.apiUrl,
  };
  const due = Temporal.Now.zonedDateTimeISO('UTC').round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const at = [due.toPlainTime().toString({ smallestUnit: 'minute' })];
  const { team: workspace, channel } = world;
  const line = JSON.stringify({
    platform: 'slack',
    workspace,
    channel,
    zone: 'UTC',
    at,
    empty: 'nearest',
    topics: [],
  });
  // The id of a digest says when it was added: no two of one minute are taken for the same.
  const now = due.subtract({ minutes: 1, seconds: runs }).toInstant().toString();
  const added = await runProgram(['schedule', 'add', '--batch', '--now', now], {
    environment,
    input: `${line}\n`,
  });
  expect(added).toMatchObject({ status: 0, err: '' });
  return { environment, file };
}

const posts = () => gate.web.calls.filter(({ method }) => method === 'chat.postMessage');

/** Waits for so many more posts than before. */
const posted = (before: number) =>
  expect.poll(() => posts().length, { timeout: 30_000, interval: 50 }).toBeGreaterThan(before);

async function states(environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { out } = await runProgram(['deliveries', '--json'], { environment });
  return (JSON.parse(out) as { state: string }[]).map(({ state }) => state);
}

/** Messages that stand in the channel under the id of the one delivery. */
async function standing(environment: Readonly<Record<string, string>>): Promise<number> {
  const { out } = await runProgram(['deliveries', '--json'], { environment });
  const [row] = JSON.parse(out) as { id: string }[];
  const history = await gate.standIn.call('conversations.history', { channel: world.channel, limit: 200 });
  const messages = history.messages as { metadata?: { event_payload?: { delivery?: string } } }[];
  return messages.filter(({ metadata }) => metadata?.event_payload?.delivery === row?.id).length;
}

async function stopsInTime(program: ReturnType<typeof startProgram>): Promise<void> {
  const asked = performance.now();
  expect((await program.stop()).status).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
}

/** Another start finishes what the first one left: one message, sent. */
async function arrivesOnce(environment: Readonly<Record<string, string>>): Promise<void> {
  await using again = startProgram(['start'], { environment });
  await expect.poll(() => states(environment), { timeout: 60_000, interval: 500 }).toEqual(['sent']);
  expect(await standing(environment)).toBe(1);
  await again.stop();
}

const connected = /Slack|slack|connected|Dateline/;

describe('a program that is asked to stop', { timeout: 120_000 }, () => {
  it('while another one holds the database, before anything is claimed', async () => {
    const { environment, file } = await withDigest();
    const other = new DatabaseSync(file);
    await using program = startProgram(['start'], { environment });
    await program.said(connected);
    other.exec('begin immediate');
    await sleep(2_000);
    await stopsInTime(program);
    other.exec('rollback');
    other.close();
    await arrivesOnce(environment);
  });

  it('while its digest waits for the end of a limit', async () => {
    const { environment } = await withDigest();
    gate.web.fail('chat.postMessage', { kind: 'limited', seconds: 3 });
    const before = posts().length;
    await using program = startProgram(['start'], { environment });
    await posted(before);
    await stopsInTime(program);
    await arrivesOnce(environment);
  });

  it('while Slack does not answer a post', async () => {
    // A call lasts up to 9 s then: longer than stopping may.
    const { environment } = await withDigest({ LEASE_SECONDS: '30', SETTLE_SECONDS: '5' });
    gate.web.fail('chat.postMessage', { kind: 'slow', milliseconds: 11_000 });
    const before = posts().length;
    await using program = startProgram(['start'], { environment });
    await posted(before);
    await stopsInTime(program);
    // The call that nobody waits for any more is carried out in the end; the next start finds its message.
    await arrivesOnce(environment);
  });

  it('when it has posted and cannot write down that it has', async () => {
    const { environment, file } = await withDigest();
    gate.web.fail('chat.postMessage', { kind: 'slow', milliseconds: 800 });
    const before = posts().length;
    await using program = startProgram(['start'], { environment });
    await posted(before);
    const other = new DatabaseSync(file, { timeout: 1_000 });
    other.exec('begin immediate');
    await sleep(1_200);
    await stopsInTime(program);
    other.exec('rollback');
    other.close();
    await arrivesOnce(environment);
  });
});
