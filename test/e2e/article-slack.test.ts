import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { plainDocument } from '../../src/document/plain.ts';
import { type ArticleTestDesk, openArticleDesk } from '../support/desk/article-desk.ts';
import { type Harness, startHarness } from '../support/slack/harness.ts';
import { buttonPress, messageShortcut, slashCommand, viewSubmission } from '../support/slack/payloads.ts';
import type { Response } from '../support/slack/response-side.ts';
import { sendSigned } from '../support/slack/signed.ts';
import type { Ack } from '../support/slack/socket-side.ts';
import { world } from '../support/slack/stand-in.ts';
import { until } from '../support/slack/until.ts';

const id = '2023-05-04-ministers-meet-in-gullport';

describe.each(['socket', 'http'] as const)('articles over %s', (over) => {
  let harness: Harness;
  let desk: ArticleTestDesk;
  beforeAll(async () => {
    desk = await openArticleDesk();
    harness = await startHarness({ over, answers: desk.desk });
  });
  afterEach(() => expect(harness.gate.violations()).toEqual([]));
  afterAll(async () => {
    await harness[Symbol.asyncDispose]();
    await desk[Symbol.asyncDispose]();
  });

  async function interact(payload: object): Promise<Ack> {
    if (over === 'socket') return harness.gate.socket.deliver('interactive', payload);
    const answer = await sendSigned(harness.eventsUrl, { form: { payload: JSON.stringify(payload) } });
    expect(answer.status).toBe(200);
    return { after: answer.after, ...(answer.body === '' ? {} : { payload: JSON.parse(answer.body) }) };
  }

  /** “Add to the desk” in the menu of a message. */
  async function onMessage(message: object): Promise<Response> {
    const responseUrl = harness.gate.responses.create();
    await interact(messageShortcut({ callback: 'article/add', message, responseUrl }));
    return harness.gate.responses.first(responseUrl);
  }
  const listed = () => desk.store.desk.list(world.team);

  describe('“Add to the desk” on a message', () => {
    test('with a link brings the article in, under that message', async () => {
      const card = await onMessage({ text: `Seen <${desk.site.url}/herring|this>?` });
      expect(card).toMatchObject({ response_type: 'in_channel', thread_ts: '1795000000.000600' });
      expect(JSON.stringify(card)).toContain('Piet Moss');
      expect((await listed()).map((each) => each.state)).toEqual(['unreviewed']);
    });
    test('takes the link that Slack unfolds of another app’s message', async () => {
      const card = await onMessage({ text: '', attachments: [{ from_url: `${desk.site.url}/herring` }] });
      expect(JSON.stringify(card)).toContain('already, word for word');
    });
    test('without a link says so, to whoever pressed it alone', async () => {
      expect(await onMessage({ text: 'Just talking.' })).toMatchObject({
        response_type: 'ephemeral',
        text: expect.stringContaining('That message has no link'),
      });
      expect(await listed()).toHaveLength(1);
    });
    test('with several links brings each in, and says what became of each', async () => {
      const told = JSON.stringify(
        await onMessage({ text: `<${desk.site.url}/quotas> <${desk.site.url}/nothing?a=1&amp;b=2>` }),
      );
      expect(told).toContain('On the desk: Fleet stays in port');
      expect(told).toContain('has no such page');
      expect(await listed()).toHaveLength(2);
    });
    test.each(['http://169.254.169.254/latest', 'http://[::1]/', 'https://user:secret@example.org/'])(
      'with the address %s, which is refused, brings nothing in',
      async (link) => {
        const told = await onMessage({ text: `<${link}>` });
        expect(told.response_type).toBe('ephemeral');
        expect(JSON.stringify(told)).not.toContain('secret@');
        expect(await listed()).toHaveLength(2);
      },
    );
    test('what one workspace brings in, another neither sees nor is answered from', async () => {
      await desk.store.desk.setAnswersUnreviewed(
        world.team,
        false,
        { by: { id: 'x', name: 'X' }, at: '2023-05-05T09:00:00Z' },
        () => {
          throw new Error('nothing is to be made');
        },
      );
      const accept = harness.gate.responses.create();
      await interact(buttonPress({ value: `article/accept?id=${id}`, responseUrl: accept }));
      expect(JSON.stringify(await harness.gate.responses.first(accept))).toContain('Accepted by');
      const ask = { command: 'ask', options: { question: 'Whom did Anna Varga meet in Gullport?' } };
      const { origin } = desk.seen.at(-1) ?? { origin: undefined };
      if (origin === undefined) throw new Error('nothing was asked');
      expect(plainDocument(await desk.desk.dispatch(ask, origin))).toContain('Piet Moss');
      const stranger = { ...origin, workspace: 'T0OTHER' };
      expect(plainDocument(await desk.desk.dispatch(ask, stranger))).not.toContain('Piet Moss');
      const review = { command: 'article', subcommand: 'review', options: { id } };
      expect(plainDocument(await desk.desk.dispatch(review, stranger))).toContain('There is no article');
    });
  });

  describe('forms', () => {
    interface Opened {
      readonly view: { readonly id: string; readonly private_metadata: string; readonly callback_id: string };
      readonly drawn: string;
      readonly responseUrl: string;
    }
    const opened = () => harness.gate.web.calls.filter(({ method }) => method === 'views.open');

    async function open(cause: (trigger: string, responseUrl: string) => Promise<unknown>): Promise<Opened> {
      const made = await harness.gate.standIn.call('views.generateTriggerId', { user_id: world.admin });
      const responseUrl = harness.gate.responses.create();
      const before = opened().length;
      await cause(String(made.trigger_id), responseUrl);
      const call = await until('the form', () => {
        const found = opened()[before];
        return found?.answer === undefined ? undefined : found;
      });
      const drawn = call.body.view as { private_metadata: string; callback_id: string };
      const { id: viewId } = (call.answer as { view: { id: string } }).view;
      return { view: { ...drawn, id: viewId }, drawn: JSON.stringify(drawn), responseUrl };
    }
    const press = (value: string) =>
      open((trigger_id, responseUrl) => interact({ ...buttonPress({ value, responseUrl }), trigger_id }));

    const typed = (value: string) => ({ type: 'plain_text_input', value });
    const chosen = (value: string) => ({ type: 'static_select', selected_option: { value } });
    const values = {
      title: typed('Ministers meet in Gullport'),
      date: typed('May 2023'),
      place: { type: 'plain_text_input', value: null },
      participants: typed('Anna Varga, Piet Moss'),
      kind: chosen('meeting'),
      status: chosen('happened'),
    };

    test('a change opens with what was read, and is made with what was filled in', async () => {
      const form = await press(`article/edit?id=${id}&item=e1`);
      for (const [field, value] of [
        ['date', '4 May 2023'],
        ['place', 'Gullport'],
        ['participants', 'Anna Varga, Piet Moss'],
      ])
        expect(form.drawn).toMatch(new RegExp(`"block_id":"${field}".*?"initial_value":"${value}"`));
      expect(form.drawn).toContain('"initial_option":{"text":{"type":"plain_text","text":"happened"');
      const ack = await interact(viewSubmission({ view: form.view, values }));
      expect(ack.payload ?? {}).toEqual({});
      const said = JSON.stringify(await harness.gate.responses.first(form.responseUrl));
      expect(said).toMatch(/e1: date 4 May 2023 → May 2023; place Gullport → none/);
    });
    test('a mistake is told beside its field, and what was filled in stays', async () => {
      const form = await press(`article/edit?id=${id}&item=e1`);
      const ack = await interact(
        viewSubmission({ view: form.view, values: { ...values, date: typed('some day') } }),
      );
      expect(ack.payload).toMatchObject({
        response_action: 'errors',
        errors: { date: expect.stringContaining('“some day” is no date') },
      });
      expect(harness.gate.responses.of(form.responseUrl)).toEqual([]);
    });
    test('rights are asked for again when the form comes back', async () => {
      const form = await press(`article/edit?id=${id}&item=e1`);
      const user = harness.gate.standIn.reader;
      const ack = await interact(viewSubmission({ view: form.view, values, user }));
      expect(JSON.stringify(ack.payload)).toContain('Only those who manage');
    });
    test('/article add alone asks for the article, of whatever length', async () => {
      const form = await open((trigger, responseUrl) => {
        const payload = slashCommand({ command: '/article', text: 'add', trigger, responseUrl });
        return over === 'socket'
          ? harness.gate.socket.deliver('slash_commands', payload)
          : sendSigned(harness.eventsUrl, { form: payload });
      });
      expect(form.drawn).toContain('"multiline":true');
      const article = typed(`${'Boats went out on Monday and came back. '.repeat(70)}\n\nNobody was harmed.`);
      await interact(viewSubmission({ view: form.view, values: { article } }));
      const card = await harness.gate.responses.first(form.responseUrl);
      expect(JSON.stringify(card)).toContain('On the desk');
    });
    test('no form opens for what is not there, nor twice for one press', async () => {
      const before = opened().length;
      const responseUrl = harness.gate.responses.create();
      const payload = buttonPress({ value: `article/edit?id=${id}&item=e99`, responseUrl });
      await interact(payload);
      expect((await harness.gate.responses.first(responseUrl)).text).toContain('names nothing here');
      await interact(payload);
      expect(opened()).toHaveLength(before);
      expect(harness.gate.responses.of(responseUrl)).toHaveLength(1);
    });
  });
});
