import type { App } from '@slack/bolt';
import { notice } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { ReaderError } from '../../errors.ts';
import { decodeQuestion } from './decode.ts';
import { type Spot, say } from './reply.ts';
import { isFirst, originOf, type Session } from './session.ts';

/** The parts of `app_mention` and `message` events that matter here. Source: docs.slack.dev/reference/events */
interface Said {
  readonly type: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly user?: string;
  readonly channel: string;
  readonly channel_type?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly edited?: unknown;
  readonly hidden?: boolean;
}

interface EventBody {
  readonly event_id?: string;
  readonly team_id?: string;
}

/** Mentions and direct messages are questions. Bolt has acknowledged them before a listener runs. */
export function listenQuestions(app: App, session: Session): void {
  const listen = (isDirect: boolean) => {
    return async ({ event, body }: { readonly event: unknown; readonly body: EventBody }): Promise<void> => {
      const said = event as Said;
      if (isQuestion(said, session.me()?.userId) && isDirectMessage(said) === isDirect) {
        await session.work.run('answering a message', () => answer(session, said, body, isDirect));
      }
    };
  };
  app.event('app_mention', listen(false));
  app.event('message', listen(true));
}

/** What somebody wrote herself just now: no bot's message, no edit, no notice that somebody joined. */
const isQuestion = (said: Said, me: string | undefined): said is Said & { readonly user: string } =>
  said.user !== undefined &&
  said.user !== me &&
  said.bot_id === undefined &&
  said.subtype === undefined &&
  said.edited === undefined &&
  said.hidden !== true;

/** A mention in a direct conversation comes as a message too; it is that one that is answered. */
const isDirectMessage = (said: Said): boolean =>
  said.channel_type === 'im' || (said.channel_type === undefined && said.channel.startsWith('D'));

async function answer(
  session: Session,
  said: Said & { readonly user: string },
  body: EventBody,
  isDirect: boolean,
): Promise<void> {
  if (!(await isFirst(session, body.event_id))) return;
  const spot: Spot = {
    channel: said.channel,
    user: said.user,
    isDirect,
    ts: said.ts,
    ...(said.thread_ts === undefined ? {} : { thread: said.thread_ts }),
  };
  await say(session.web, spot, await compose(session, said, body));
}

async function compose(
  session: Session,
  said: Said & { readonly user: string },
  body: EventBody,
): Promise<Document> {
  try {
    const invocation = decodeQuestion(session.desk.commands, said.text ?? '', session.me()?.userId ?? '');
    const sender = { user: said.user, channel: said.channel, workspace: body.team_id ?? '' };
    return await session.desk.dispatch(invocation, await originOf(session, sender));
  } catch (fault) {
    if (fault instanceof ReaderError) return notice(fault.message, 'error');
    throw fault;
  }
}
