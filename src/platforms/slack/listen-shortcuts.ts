import type { App, MessageShortcut } from '@slack/bolt';
import { notice } from '../../document/build.ts';
import type { Invocation } from '../../invocation.ts';
import { type MessageAction, messageActions } from '../message-actions.ts';
import { respondWithFiles } from './reply.ts';
import { isFirst, originOf, type Session } from './session.ts';

/** Shortcuts in the menu of a message: acknowledged at once, answered through the `response_url`, under the message. */
export function listenShortcuts(app: App, session: Session): void {
  app.shortcut({ type: 'message_action' }, async ({ ack, shortcut }) => {
    await ack();
    await session.work.run('answering a shortcut', () => answer(session, shortcut));
  });
}

async function answer(session: Session, shortcut: MessageShortcut): Promise<void> {
  if (!(await isFirst(session, shortcut.trigger_id))) return;
  const origin = await originOf(session, {
    user: shortcut.user.id,
    ...(shortcut.user.name === undefined ? {} : { userName: shortcut.user.name }),
    channel: shortcut.channel.id,
    workspace: shortcut.team?.id ?? shortcut.user.team_id ?? '',
  });
  const invocation = shortcutInvocation(messageActions(session.desk.commands), shortcut);
  const document =
    invocation === undefined
      ? notice('That shortcut is from another version of this app; reinstall it from its manifest.', 'error')
      : await session.desk.dispatch(invocation, origin);
  const target = { channel: origin.channel, user: origin.reader.id, thread: threadOf(shortcut) };
  await respondWithFiles(session.web, shortcut.response_url, document, target);
}

const threadOf = ({ message, message_ts }: MessageShortcut): string =>
  typeof message.thread_ts === 'string' ? message.thread_ts : message_ts;

/** What the shortcut asks for; undefined for one that is not declared. */
export function shortcutInvocation(
  actions: readonly MessageAction[],
  { callback_id, message }: Pick<MessageShortcut, 'callback_id' | 'message'>,
): Invocation | undefined {
  return actions.find(({ id }) => id === callback_id)?.invocation(messageText(message));
}

/** Its own words, then the links that Slack unfolded under it: a message that another app posted has no others. */
function messageText(message: MessageShortcut['message']): string {
  const attachments: unknown = message.attachments;
  const unfolded = (Array.isArray(attachments) ? attachments : []).flatMap((each: unknown) => linksOf(each));
  return [unescaped(message.text ?? ''), ...unfolded].filter((part) => part.trim() !== '').join('\n');
}

/** Slack escapes three characters, in links too. Source: docs.slack.dev/messaging/formatting-message-text */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const linksOf = (attachment: unknown): readonly string[] =>
  typeof attachment !== 'object' || attachment === null
    ? []
    : ['from_url', 'title_link', 'original_url']
        .map((name) => (attachment as Readonly<Record<string, unknown>>)[name])
        .filter((value) => typeof value === 'string');
