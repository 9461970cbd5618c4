import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../support/slack/harness.ts';
import { slashCommand, viewSubmission } from '../support/slack/payloads.ts';
import { sendSigned } from '../support/slack/signed.ts';
import type { Ack } from '../support/slack/socket-side.ts';
import { world } from '../support/slack/stand-in.ts';
import { until } from '../support/slack/until.ts';
import type { ApiCall } from '../support/slack/web-side.ts';

type Answered = ApiCall & { readonly answer: object };
const answered = (call: ApiCall | undefined): Answered | undefined =>
  call?.answer === undefined ? undefined : (call as Answered);

interface OpenForm {
  readonly view: { readonly id: string; readonly private_metadata: string; readonly callback_id: string };
  readonly drawn: string;
  readonly responseUrl: string;
}

describe.each(['socket', 'http'] as const)('the form for /digest create over %s', (over) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ over });
  });
  afterEach(() => expect(harness.gate.violations()).toEqual([]));
  afterAll(() => harness[Symbol.asyncDispose]());

  async function command(trigger: string): Promise<string> {
    const responseUrl = harness.gate.responses.create();
    const payload = slashCommand({ command: '/digest', text: 'create', trigger, responseUrl });
    if (over === 'socket') await harness.gate.socket.deliver('slash_commands', payload);
    else await sendSigned(harness.eventsUrl, { form: payload });
    return responseUrl;
  }

  async function openForm(): Promise<OpenForm> {
    const { standIn, web } = harness.gate;
    const made = await standIn.call('views.generateTriggerId', { user_id: world.admin });
    const opened = () => web.calls.filter(({ method }) => method === 'views.open');
    const before = opened().length;
    const responseUrl = await command(String(made.trigger_id));
    const call = await until('the form', () => answered(opened()[before]));
    const { id } = call.answer.view as { readonly id: string };
    const drawn = call.body.view as { private_metadata: string; callback_id: string };
    return { view: { ...drawn, id }, drawn: JSON.stringify(drawn), responseUrl };
  }

  async function submit(
    form: OpenForm,
    values: Readonly<Record<string, object>>,
    user?: string,
  ): Promise<Ack> {
    const { private_metadata, callback_id, id } = form.view;
    const payload = viewSubmission({
      view: { id, private_metadata, callback_id },
      values,
      ...(user === undefined ? {} : { user }),
    });
    if (over === 'socket') return harness.gate.socket.deliver('interactive', payload);
    const answer = await sendSigned(harness.eventsUrl, { form: { payload: JSON.stringify(payload) } });
    expect(answer.status).toBe(200);
    return { after: answer.after, ...(answer.body === '' ? {} : { payload: JSON.parse(answer.body) }) };
  }

  const nine = { time: { type: 'timepicker', selected_time: '09:00' } };
  const zone = (value: string) => ({ zone: { type: 'plain_text_input', value } });

  test('opens with a field for each option and the reader’s zone, and makes the digest', async () => {
    const form = await openForm();
    for (const name of ['time', 'zone', 'days', 'topics', 'size'])
      expect(form.drawn).toContain(`"block_id":"${name}"`);
    expect(form.drawn).toContain('"initial_value":"Asia/Kolkata"');
    const days = { days: { type: 'checkboxes', selected_options: [{ value: 'mon' }, { value: 'fri' }] } };
    const ack = await submit(form, { ...nine, ...zone('Europe/Berlin'), ...days, size: { value: null } });
    expect(ack.payload ?? {}).toEqual({});
    const said = await harness.gate.responses.first(form.responseUrl);
    expect(said).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Europe/Berlin'),
    });
    expect(harness.desk.seen.at(-1)).toMatchObject({
      invocation: {
        subcommand: 'create',
        options: { time: '09:00', zone: 'Europe/Berlin', days: 'mon,fri' },
      },
      origin: { channel: world.channel, workspace: world.team },
    });
  });

  test('a mistake shows beside its field and makes nothing', async () => {
    const form = await openForm();
    const ack = await submit(form, { ...nine, ...zone('Mars/Olympus') });
    expect(ack.payload).toMatchObject({
      response_action: 'errors',
      errors: { zone: expect.stringContaining('Mars') },
    });
    expect(harness.gate.responses.of(form.responseUrl)).toEqual([]);
  });

  test('rights are asked for again when the form comes back', async () => {
    const ack = await submit(await openForm(), nine, harness.gate.standIn.reader);
    expect(JSON.stringify(ack.payload)).toContain('Only those who manage');
  });

  test('a slow store holds up no answer: the form says that it is at work, then what came of it', async () => {
    const form = await openForm();
    harness.desk.delay = 2_600;
    const ack = await submit(form, nine);
    harness.desk.delay = 0;
    expect(ack.after).toBeLessThan(2_900);
    expect(ack.payload).toMatchObject({ response_action: 'update' });
    const end = () => harness.gate.web.calls.find(({ method }) => method === 'views.update')?.answer;
    expect(await until('the end', end)).toMatchObject({ ok: true });
    expect((await harness.gate.responses.first(form.responseUrl)).text).toMatch(/^Digest \w+ is on/);
  });

  // The same after the acknowledgement, whichever way the form came.
  test.runIf(over === 'socket')(
    'a form that was closed meanwhile still brings its confirmation',
    async () => {
      const form = await openForm();
      harness.desk.delay = 2_100;
      await submit({ ...form, view: { ...form.view, id: 'V0CLOSED' } }, nine);
      harness.desk.delay = 0;
      expect((await harness.gate.responses.first(form.responseUrl)).text).toMatch(/^Digest \w+ is on/);
    },
  );

  test('a form sent twice makes one digest', async () => {
    const form = await openForm();
    const { private_metadata, callback_id, id } = form.view;
    const payload = viewSubmission({ view: { id, private_metadata, callback_id }, values: nine });
    const count = harness.desk.seen.length;
    for (const _ of [1, 2]) {
      if (over === 'socket') await harness.gate.socket.deliver('interactive', payload);
      else await sendSigned(harness.eventsUrl, { form: { payload: JSON.stringify(payload) } });
    }
    expect(harness.desk.seen.length).toBe(count + 1);
  });

  test('where Slack does not open it, the reader is told what to type', async () => {
    const url = await command('an-expired-trigger');
    expect((await harness.gate.responses.first(url)).text).toBe(
      'The form did not open; type /digest create time:09:00 instead.',
    );
  });
});
