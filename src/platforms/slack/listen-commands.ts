import type { App, SlashCommand } from '@slack/bolt';
import type { AnyAction } from '../../command.ts';
import { notice } from '../../document/build.ts';
import { ReaderError } from '../../errors.ts';
import { wantsForm } from '../../form.ts';
import type { Invocation } from '../../invocation.ts';
import { actionNamed } from '../../options.ts';
import { decodeSlash } from './decode.ts';
import { openDigestModal, openForm } from './listen-modal.ts';
import { respond, respondWithFiles } from './reply.ts';
import { isFirst, originOf, type Session } from './session.ts';

/** Slash commands: acknowledged at once, answered through the `response_url`. */
export function listenCommands(app: App, session: Session): void {
  app.command(/^\//, async ({ command, ack }) => {
    const read = readCommand(session, command);
    await ack(read.isPublic ? { response_type: 'in_channel' } : undefined);
    await session.work.run('answering a command', () => answer(session, command, read));
  });
}

type ReadCommand =
  | { readonly invocation: Invocation; readonly isPublic: boolean }
  | { readonly fault: unknown; readonly isPublic: false };

/** Pure and quick, so it may come before the acknowledgement, which shows a question asked for all to the others too. */
function readCommand(session: Session, command: SlashCommand): ReadCommand {
  const { commands } = session.desk;
  try {
    const invocation = decodeSlash(commands, session.prefix, command.command, command.text ?? '');
    const action = actionOf(session, invocation);
    return { invocation, isPublic: !(action?.private || action?.needs) };
  } catch (fault) {
    return { fault, isPublic: false };
  }
}

const actionOf = (session: Session, invocation: Invocation): AnyAction | undefined =>
  actionNamed(session.desk.commands, invocation);

async function answer(session: Session, command: SlashCommand, read: ReadCommand): Promise<void> {
  if (!(await isFirst(session, command.trigger_id))) return;
  if ('fault' in read) {
    if (!(read.fault instanceof ReaderError)) throw read.fault;
    return respond(command.response_url, notice(read.fault.message, 'error'));
  }
  const origin = await originOf(session, {
    user: command.user_id,
    userName: command.user_name,
    channel: command.channel_id,
    workspace: command.team_id,
  });
  if (wantsDigestForm(read.invocation) && origin.permissions.has('manage-digests')) {
    return openDigestModal(session, command, origin);
  }
  const { response_url: url, trigger_id: trigger } = command;
  if (session.desk.form !== undefined && wantsForm(actionOf(session, read.invocation), read.invocation))
    return openForm(session, trigger, read.invocation, origin, url);
  const document = await session.desk.dispatch(read.invocation, origin);
  const target = { channel: command.channel_id, user: command.user_id };
  await respondWithFiles(session.web, url, document, target);
}

/** `/digest create` alone asks for the form. */
const wantsDigestForm = ({ command, subcommand, options }: Invocation): boolean =>
  command === 'digest' && subcommand === 'create' && Object.keys(options).length === 0;
