import type { App, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import { notice } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { plainBody } from '../../document/plain.ts';
import type { Origin } from '../../invocation.ts';
import { faultWords, readFault } from './faults.ts';
import {
  createDigestModal,
  decodeDigestModal,
  decodeModalOrigin,
  digestModal,
  type ModalOrigin,
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

/** The submitted form. Its answer must come within 3 s: by then the digest is made, or the form says that it is at work. */
export function listenModal(app: App, session: Session): void {
  app.view(digestModal, async ({ ack, body, view }) => {
    const submitted = body as ViewSubmitAction;
    const from = decodeModalOrigin(view.private_metadata);
    if (from === undefined) return ack();
    const made = make(session, submitted, from);
    await within(made, quick);
    const early = await stateOf(made);
    if (early === undefined) {
      await ack({ response_action: 'update', view: saidModal('The digest is being made.') as never });
      return session.work.run('finishing a form', () => finish(session, submitted, from, made));
    }
    if (early.kind === 'error') {
      const errors = modalErrors(view.state.values, plainBody(early));
      return ack({ response_action: 'errors', errors });
    }
    await ack();
    await session.work.run('confirming a digest', () => confirm(session, submitted, from, early));
  });
}

/** Never rejects; undefined for a submission that was seen before, which has been answered. */
async function make(session: Session, body: ViewSubmitAction, from: ModalOrigin): Promise<Document> {
  const { trigger_id: trigger } = body as { readonly trigger_id?: string };
  if (!(await isFirst(session, trigger))) return notice('The digest is made already.');
  const sender = {
    user: body.user.id,
    userName: body.user.name,
    channel: from.channel,
    workspace: body.team?.id ?? '',
  };
  return session.desk.dispatch(decodeDigestModal(body.view.state.values), await originOf(session, sender));
}

/** What a promise holds by now; undefined while it is pending. */
const stateOf = (made: Promise<Document>): Promise<Document | undefined> =>
  Promise.race([made, Promise.resolve(undefined)]);

async function finish(
  session: Session,
  body: ViewSubmitAction,
  from: ModalOrigin,
  made: Promise<Document>,
): Promise<void> {
  const document = await made;
  const view = saidModal(plainBody(document));
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
