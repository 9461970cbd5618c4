import type { App, BlockAction } from '@slack/bolt';
import { wantsForm } from '../../form.ts';
import type { Invocation } from '../../invocation.ts';
import { actionNamed } from '../../options.ts';
import { decodeButton } from './decode.ts';
import { publishHome } from './listen-home.ts';
import { openForm } from './listen-modal.ts';
import { actionPrefix } from './render-actions.ts';
import { respondWithFiles } from './reply.ts';
import { isFirst, originOf, type Sender, type Session } from './session.ts';

/**
 * Buttons of ours, in messages and in App Home: pressing one is the same as typing what it holds. All others are
 * acknowledged too, since Slack warns the presser otherwise.
 */
export function listenButtons(app: App, session: Session): void {
  app.action(/^/, async ({ ack, action, body }) => {
    await ack();
    if (!('action_id' in action && action.action_id.startsWith(actionPrefix))) return;
    const value = 'value' in action ? action.value : undefined;
    await session.work.run('answering a button', () => answer(session, body as BlockAction, value));
  });
}

/** A button of an old version whose value cannot be read gets the answer that dispatch has for unknown commands. */
const unreadable: Invocation = { command: 'unknown-button', options: {} };

async function answer(session: Session, body: BlockAction, value: unknown): Promise<void> {
  if (!(await isFirst(session, body.trigger_id))) return;
  const origin = await originOf(session, senderOf(body));
  const invocation = decodeButton(value) ?? unreadable;
  const { desk } = session;
  if (desk.form !== undefined && wantsForm(actionNamed(desk.commands, invocation), invocation))
    return openForm(session, body.trigger_id, invocation, origin, body.response_url);
  const document = await desk.dispatch(invocation, origin);
  if (body.view?.type === 'home') return publishHome(session, origin, document);
  const thread = threadOf(body);
  const { channel, reader } = origin;
  const target = { channel, user: reader.id, ...(thread === undefined ? {} : { thread }) };
  await respondWithFiles(session.web, body.response_url, document, target);
}

/** App Home is no channel; the reader's own id stands for the conversation with her. */
const senderOf = (body: BlockAction): Sender => ({
  user: body.user.id,
  ...(body.user.name === undefined ? {} : { userName: body.user.name }),
  channel: body.channel?.id ?? body.user.id,
  workspace: body.team?.id ?? body.user.team_id ?? '',
});

/** The answer goes under the message that has the button; a message for one reader alone has no thread. */
function threadOf(body: BlockAction): string | undefined {
  if (body.container?.is_ephemeral === true) return undefined;
  const message: { readonly ts?: string; readonly thread_ts?: string } | undefined = body.message;
  return message?.thread_ts ?? message?.ts;
}
