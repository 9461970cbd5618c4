import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness } from '../support/slack/harness.ts';
import { eventCallback, mention, slashCommand } from '../support/slack/payloads.ts';
import { type Forgery, type SignedAnswer, sendSigned } from '../support/slack/signed.ts';
import { world } from '../support/slack/stand-in.ts';

/** The signed HTTP endpoint stands in the open: it must take what Slack signed and nothing else. */
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ over: 'http' });
});
/** Answers that come after the tests that asked for them. */
const later: Promise<SignedAnswer>[] = [];
afterAll(async () => {
  const answers = await Promise.all(later);
  await harness[Symbol.asyncDispose]();
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

const command = () => ({
  form: { ...slashCommand({ command: '/ask', text: 'x', responseUrl: harness.gate.responses.create() }) },
});

const forgeries: readonly (readonly [string, Forgery])[] = [
  ['another secret', { secret: 'not-the-secret-of-the-test' }],
  ['a timestamp of six minutes ago', { age: 360 }],
  ['a body that was changed after signing', { swapped: 'command=%2Fask&text=y' }],
  ['no signature', { headers: { 'x-slack-signature': '' } }],
  ['another version of the signature', { headers: { 'x-slack-signature': 'v1=00' } }],
  ['a signature that is not hex', { headers: { 'x-slack-signature': 'v0=zz' } }],
  ['a timestamp that is no number', { headers: { 'x-slack-request-timestamp': 'now' } }],
];

test.each(forgeries)('a request with %s is refused and goes no further', async (_, forgery) => {
  const seen = harness.desk.seen.length;
  expect((await sendSigned(harness.eventsUrl, command(), forgery)).status).toBe(401);
  expect(harness.desk.seen.length).toBe(seen);
});

test('a request of four minutes ago is still taken', async () => {
  expect((await sendSigned(harness.eventsUrl, command(), { age: 240 })).status).toBe(200);
});

test('a signed request that somebody kept and sends again is answered once', async () => {
  const payload = command();
  await sendSigned(harness.eventsUrl, payload);
  await harness.gate.responses.first(payload.form.response_url ?? '');
  const seen = harness.desk.seen.length;
  expect((await sendSigned(harness.eventsUrl, payload, { age: 1 })).status).toBe(200);
  expect(harness.desk.seen.length).toBe(seen);
});

test('Slack’s question whether the address is ours is answered', async () => {
  const answer = await sendSigned(harness.eventsUrl, {
    json: { type: 'url_verification', challenge: 'c-1' },
  });
  expect(answer.body).toContain('c-1');
});

test.each([
  ['GET', '/slack/events'],
  ['POST', '/elsewhere'],
  ['GET', '//'],
])('%s %s is not served, and the next request is', async (method, path) => {
  const response = await fetch(new URL(harness.eventsUrl).origin + path, { method });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect((await sendSigned(harness.eventsUrl, command())).status).toBe(200);
});

test('correctly signed bodies that hold nothing of ours do no harm; null and what is not JSON are refused', async () => {
  const seen = harness.desk.seen.length;
  const refused = [{ json: null }, { form: { payload: ' null\n' } }, { form: { payload: '{' } }];
  // Bolt lets these wait for somebody to acknowledge them; what matters is that nothing falls over.
  const ignored = [
    { json: 5 },
    { json: [] },
    { json: { type: 'event_callback', event: null } },
    { form: { payload: '{"type":"block_actions","actions":[null]}' } },
  ].map((payload) => sendSigned(harness.eventsUrl, payload));
  const answers = await Promise.all(refused.map((payload) => sendSigned(harness.eventsUrl, payload)));
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  expect((await sendSigned(harness.eventsUrl, command())).status).toBe(200);
  expect(harness.desk.seen.slice(seen).filter(({ invocation }) => invocation.command !== 'ask')).toEqual([]);
  later.push(...ignored);
});

test('a store that hangs does not delay the acknowledgement of an event', async () => {
  harness.inbox.mode = 'hangs';
  const { after, status } = await sendSigned(harness.eventsUrl, { json: eventCallback(mention('x')) });
  harness.inbox.mode = 'works';
  expect(status).toBe(200);
  expect(after).toBeLessThan(1_500);
});

test('a port in use is a wrong setting, said in one line', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  await using second = await startHarness({ over: 'http', settings: { port }, connect: false });
  await expect(second.adapter.connect(second.desk)).rejects.toMatchObject({
    name: 'ConfigError',
    message: `SLACK_PORT: port ${port} is in use; set SLACK_PORT to a free one, or stop the other program.`,
  });
  await new Promise((resolve) => taken.close(resolve));
});

test('no line of the log holds a token or the secret', async () => {
  await sendSigned(harness.eventsUrl, command(), { secret: 'another' });
  const log = JSON.stringify(harness.log);
  for (const secret of [world.botToken, world.signingSecret]) expect(log).not.toContain(secret);
});

test('closing ends the endpoint at once, and twice is as good as once', async () => {
  await using other = await startHarness({ over: 'http' });
  expect(other.adapter.state()).toMatch(/^listening at 127\.0\.0\.1:\d+$/);
  await other.adapter[Symbol.asyncDispose]();
  await expect(sendSigned(other.eventsUrl, { json: {} })).rejects.toThrow();
  expect(other.adapter.state()).toBe('closed');
});

test('a body over the limit is refused', async () => {
  const huge = { form: { text: 'x'.repeat(5 * 1024 * 1024) } };
  expect((await sendSigned(harness.eventsUrl, huge)).status).toBe(413);
});
