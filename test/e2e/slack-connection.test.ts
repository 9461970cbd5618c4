import { describe, expect, test } from 'vitest';
import { startChild } from '../support/slack/child.ts';
import { startGate } from '../support/slack/gate.ts';
import { freePort, type Harness, startHarness } from '../support/slack/harness.ts';
import { eventCallback, mention, slashCommand } from '../support/slack/payloads.ts';
import { world } from '../support/slack/stand-in.ts';
import { until, wait } from '../support/slack/until.ts';

const answered = async ({ gate }: Harness): Promise<string> => {
  const responseUrl = gate.responses.create();
  await gate.socket.deliver(
    'slash_commands',
    slashCommand({ command: '/ask', text: 'still there', responseUrl }),
  );
  return (await gate.responses.first(responseUrl)).text;
};

describe('tokens', () => {
  test.each(['invalid_auth', 'account_inactive', 'token_revoked', 'not_allowed_token_type'])(
    'a bot token refused with %s is a wrong setting, said in one line',
    async (code) => {
      await using harness = await startHarness({ over: 'socket', connect: false });
      harness.gate.web.revoke(world.botToken, code);
      const refused = harness.adapter.connect(harness.desk);
      await expect(refused).rejects.toMatchObject({
        name: 'ConfigError',
        faults: [expect.stringMatching(/^SLACK_BOT_TOKEN: /)],
      });
      await expect(refused).rejects.toThrow(`(${code}); install the app again`);
    },
  );

  test('so is an app token, and nothing goes on in the background', async () => {
    await using harness = await startHarness({ over: 'socket', connect: false });
    harness.gate.web.revoke(world.appToken, 'invalid_auth');
    await expect(harness.adapter.connect(harness.desk)).rejects.toThrow(
      /^SLACK_APP_TOKEN: .*connections:write/,
    );
    harness.gate.web.allow(world.appToken);
    await wait(100);
    expect(harness.gate.socket.greeted()).toBe(0);
  });

  test('without a signing secret and an app token there is no way in', async () => {
    await using harness = await startHarness({
      over: 'http',
      settings: { signingSecret: undefined },
      connect: false,
    } as never);
    await expect(harness.adapter.connect(harness.desk)).rejects.toThrow(/^SLACK_SIGNING_SECRET: /);
  });

  test('where Slack cannot be reached at the start the bot starts all the same', async () => {
    await using harness = await startHarness({
      over: 'socket',
      settings: { apiUrl: `http://127.0.0.1:${await freePort()}/api/` },
    });
    expect(harness.adapter.state()).toBe('not reached (ECONNREFUSED); trying again');
  });
});

describe('the second socket', () => {
  test('takes over while the first is changed, so that there is always one', async () => {
    await using harness = await startHarness({ over: 'socket', settings: { spareAfter: 50 } });
    const { socket } = harness.gate;
    await socket.connected(2);
    expect(socket.connections()).toBe(2);
    socket.hold();
    socket.dropOne();
    await until('the loss', () => socket.greeted() === 2 && socket.connections() <= 2);
    expect(harness.adapter.state()).toBe('connected over Socket Mode');
    const responseUrl = harness.gate.responses.create();
    const payload = slashCommand({ command: '/ask', text: 'still here', responseUrl });
    await socket.deliver('slash_commands', payload);
    expect((await harness.gate.responses.first(responseUrl)).text).toContain('still here');
    socket.release();
    await until('two again', () => socket.connections() === 2);
  });

  test('is not opened before its time, and never after closing', async () => {
    const harness = await startHarness({ over: 'socket', settings: { spareAfter: 300 } });
    expect(harness.gate.socket.greeted()).toBe(1);
    await harness.adapter[Symbol.asyncDispose]();
    await wait(500);
    expect(harness.gate.socket.greeted()).toBe(1);
    await harness.gate[Symbol.asyncDispose]();
  });

  test('costs nothing where Slack does not give it', async () => {
    await using harness = await startHarness({ over: 'socket', settings: { spareAfter: 50 } });
    harness.gate.web.fail('apps.connections.open', { kind: 'error', code: 'too_many_websockets' });
    await until('the refusal', () =>
      harness.log.some(({ fields }) => JSON.stringify(fields).includes('too_many')),
    );
    expect(harness.adapter.state()).toBe('connected over Socket Mode');
    await harness.gate.socket.connected(2);
  });
});

describe('a socket that is lost', () => {
  test('is replaced at once when Slack asks for it, and after it broke', async () => {
    await using harness = await startHarness({ over: 'socket' });
    const { socket } = harness.gate;
    const begun = performance.now();
    socket.refresh();
    await socket.connected(2);
    expect(performance.now() - begun).toBeLessThan(3_000);
    await until('one connection', () => socket.connections() === 1);
    expect(await answered(harness)).toContain('still there');
    socket.drop();
    await socket.connected(3);
    await until('a state that says so', () => harness.adapter.state() === 'connected over Socket Mode');
    expect(await answered(harness)).toContain('still there');
  });

  test('is sought again through faults of the Web API', async () => {
    await using harness = await startHarness({ over: 'socket' });
    harness.gate.web.fail(
      'apps.connections.open',
      { kind: 'status', status: 500, commit: false },
      { kind: 'limited', seconds: 1 },
    );
    harness.gate.socket.drop();
    await until('a state that says so', () => harness.adapter.state() === 'reconnecting (HTTP 500)');
    await harness.gate.socket.connected(2, 10_000);
    expect(await answered(harness)).toContain('still there');
  });

  test('an event that was not acknowledged comes again on the new one and is answered once', async () => {
    await using harness = await startHarness({ over: 'socket' });
    const event = eventCallback(mention('once'));
    harness.gate.socket.deliver('events_api', event).catch(() => {});
    harness.gate.socket.drop();
    await harness.gate.socket.connected(2);
    await harness.gate.socket.deliver('events_api', event, 1);
    const posts = () => harness.gate.web.calls.filter(({ method }) => method === 'chat.postMessage').length;
    await until('an answer', () => posts() > 0);
    await wait(100);
    expect(posts()).toBe(1);
  });

  test('what is no envelope is passed over', async () => {
    await using harness = await startHarness({ over: 'socket' });
    for (const text of [
      '{',
      'null',
      '[]',
      '{"type":"events_api"}',
      '{"type":"slash_commands","payload":null}',
    ]) {
      harness.gate.socket.sendRaw(text);
    }
    expect(await answered(harness)).toContain('still there');
  });
});

/** Faults of the library that ended the whole process: looked for in one of its own. */
describe('the process lives on', () => {
  test('when it is stopped while a new connection waits for hello', async () => {
    await using gate = await startGate();
    await using child = await startChild(gate.apiUrl);
    gate.socket.hold();
    gate.socket.refresh();
    await until(
      'a second connection',
      () => gate.web.calls.filter((c) => c.method === 'apps.connections.open').length > 1,
    );
    await until('a socket', () => gate.socket.connections() > 0);
    const begun = performance.now();
    expect(await child.ask('stop', 'stopped')).toBe('stopped closed');
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(await child.end()).toBe(0);
    expect(child.complaints()).toBe('');
  });

  test('when a new connection is refused with invalid_auth, and says so', async () => {
    await using gate = await startGate();
    await using child = await startChild(gate.apiUrl);
    gate.web.revoke(world.appToken, 'invalid_auth');
    gate.socket.drop();
    await wait(500);
    expect(await child.ask('state', 'state')).toBe(
      'state not connected: Slack refuses SLACK_APP_TOKEN (invalid_auth)',
    );
    expect(child.status()).toBeUndefined();
    await child.ask('stop', 'stopped');
    expect(await child.end()).toBe(0);
    expect(child.complaints()).toBe('');
  });

  test('when Slack’s side neither answers the farewell nor the request for an address', async () => {
    await using gate = await startGate();
    await using child = await startChild(gate.apiUrl);
    gate.web.fail('apps.connections.open', { kind: 'slow', milliseconds: 8_000 });
    gate.socket.drop();
    await wait(200);
    const begun = performance.now();
    await child.ask('stop', 'stopped');
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(await child.end()).toBe(0);
    expect(child.complaints()).toBe('');
  });
});
