import type { App, SlackViewMiddlewareArgs, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import { notice } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { plainBody } from '../../document/plain.ts';
import type { Invocation, Origin } from '../../invocation.ts';
import { faultWords, readFault } from './faults.ts';
import { createFormModal, decodeFormModal, formModal } from './form-modal.ts';
import {
  createDigestModal,
  decodeDigestModal,
  decodeModalOrigin,
  digestModal,
  type ModalOrigin,
  type ModalState,
  modalErrors,
  saidModal,
} from './modal.ts';
import { respond } from './reply.ts';
import { isFirst, originOf, type Session } from './session.ts';
import { slashName } from './slash-name.ts';
import { within } from './work.ts';

/** Milliseconds in which a mistake can still be shown beside its field; Slack waits 3 s for the answer. */
const quick = 2_000;

/** Opens the form for `/digest create`; where Slack does not, says what to type instead. */
export async function openDigestModal(
  session: Session,
  command: SlashCommand,
  origin: Origin,
): Promise<void> {
  const action = session.desk.commands.find((each) => each.name === 'digest')?.subcommands?.create;
  if (action === undefined) return;
  const from = { channel: command.channel_id, responseUrl: command.response_url };
  try {
    const view = createDigestModal(action, from, origin.zone);
    await session.web.apiCall('views.open', { trigger_id: command.trigger_id, view });
  } catch (fault) {
    session.log.warn({ fault: faultWords(readFault(fault)) }, 'Slack did not open the form for a digest');
    const typed = `${slashName('digest', session.prefix)} create time:09:00`;
    await respond(command.response_url, notice(`The form did not open; type ${typed} instead.`, 'error'));
  }
}

/** A form that was sent: what it asks for, and how it is called while that is done. */
interface Sent {
  readonly from: ModalOrigin;
  readonly invocation: Invocation;
  readonly title: string;
  readonly busy: string;
}

type ReadForm = (metadata: string, state: ModalState) => Sent | undefined;

const readDigest: ReadForm = (metadata, state) => {
  const from = decodeModalOrigin(metadata);
  const invocation = decodeDigestModal(state);
  return from && { from, invocation, title: 'New digest', busy: 'The digest is being made.' };
};

const readForm: ReadForm = (metadata, state) => {
  const read = decodeFormModal(metadata, state);
  return read && { ...read, title: 'Under way', busy: 'What you sent is being looked at.' };
};

/** Opens the form that a command or a button is met by; says what there is to say instead where it has none. */
export async function openForm(
  session: Session,
  trigger: string,
  invocation: Invocation,
  origin: Origin,
  responseUrl?: string,
): Promise<void> {
  const made = await session.desk.form?.(invocation, origin);
  if (made === undefined) return;
  if ('kind' in made) return say(session, responseUrl, made);
  const from = { channel: origin.channel, ...(responseUrl === undefined ? {} : { responseUrl }) };
  try {
    const view = createFormModal(made, from);
    await session.web.apiCall('views.open', { trigger_id: trigger, view });
  } catch (fault) {
    session.log.warn({ fault: faultWords(readFault(fault)) }, 'Slack did not open a form');
    const typed = `${slashName(invocation.command, session.prefix)} ${invocation.subcommand ?? ''}`.trim();
    const sentence = `The form did not open; press again, or type ${typed} with what you want.`;
    await say(session, responseUrl, notice(sentence, 'error'));
  }
}

async function say(session: Session, responseUrl: string | undefined, document: Document): Promise<void> {
  if (responseUrl !== undefined) return respond(responseUrl, document);
  session.log.warn({}, 'a form was asked for without an address for the answer');
}

/** The submitted forms. Their answer must come within 3 s: by then it is done, or the form says that it is at work. */
export function listenModal(app: App, session: Session): void {
  app.view<ViewSubmitAction>({ callback_id: digestModal, type: 'view_submission' }, (sent) =>
    submitted(session, sent, readDigest),
  );
  app.view<ViewSubmitAction>({ callback_id: formModal, type: 'view_submission' }, (sent) =>
    submitted(session, sent, readForm),
  );
}

async function submitted(
  session: Session,
  { ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction>,
  read: ReadForm,
): Promise<void> {
  const sent = read(view.private_metadata, view.state.values);
  if (sent === undefined) return ack();
  const made = make(session, body, sent);
  await within(made, quick);
  const early = await stateOf(made);
  if (early === undefined) {
    await ack({ response_action: 'update', view: saidModal(sent.title, sent.busy) as never });
    return session.work.run('finishing a form', () => finish(session, body, sent, made));
  }
  if (early.kind === 'error') {
    const errors = modalErrors(view.state.values, plainBody(early));
    return ack({ response_action: 'errors', errors });
  }
  await ack();
  await session.work.run('confirming a form', () => confirm(session, body, sent.from, early));
}

/** Never rejects; undefined for a submission that was seen before, which has been answered. */
async function make(session: Session, body: ViewSubmitAction, { from, invocation }: Sent): Promise<Document> {
  const { trigger_id: trigger } = body as { readonly trigger_id?: string };
  if (!(await isFirst(session, trigger))) return notice('That is done already.');
  const sender = {
    user: body.user.id,
    userName: body.user.name,
    channel: from.channel,
    workspace: body.team?.id ?? '',
  };
  return session.desk.dispatch(invocation, await originOf(session, sender));
}

/** What a promise holds by now; undefined while it is pending. */
const stateOf = (made: Promise<Document>): Promise<Document | undefined> =>
  Promise.race([made, Promise.resolve(undefined)]);

async function finish(
  session: Session,
  body: ViewSubmitAction,
  { title, from }: Sent,
  made: Promise<Document>,
): Promise<void> {
  const document = await made;
  const view = saidModal(title, plainBody(document));
  try {
    await session.web.apiCall('views.update', { view_id: body.view.id, view });
  } catch (fault) {
    // She may have closed it by now.
    session.log.info({ fault: faultWords(readFault(fault)) }, 'a form could not be brought up to date');
  }
  await confirm(session, body, from, document);
}

/** In the channel where the command was typed, to the reader alone unless the document is for all. */
async function confirm(
  session: Session,
  body: ViewSubmitAction,
  from: ModalOrigin,
  document: Document,
): Promise<void> {
  if (from.responseUrl !== undefined) return respond(from.responseUrl, document);
  session.log.warn({ user: body.user.id }, 'a form came back without the address for its confirmation');
}
