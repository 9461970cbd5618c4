import type { App } from '@slack/bolt';
import type { Document } from '../../document/model.ts';
import type { Origin } from '../../invocation.ts';
import { sendWithFiles } from './attach.ts';
import { homeView } from './home.ts';
import { isFirst, originOf, type Session } from './session.ts';

/** App Home: whenever a reader opens the tab she sees the workspace's digests as they are now. */
export function listenHome(app: App, session: Session): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    await session.work.run('showing App Home', async () => {
      if (!(await isFirst(session, body.event_id))) return;
      const sender = { user: event.user, channel: event.user, workspace: body.team_id };
      await publishHome(session, await originOf(session, sender));
    });
  });
}

/**
 * Shows the tab anew. Files of an answer, which the tab cannot hold, go to the reader's direct messages.
 * @param said what a button in it has answered
 */
export async function publishHome(session: Session, origin: Origin, said?: Document): Promise<void> {
  const digests = await session.desk.dispatch({ command: 'digest', subcommand: 'list', options: {} }, origin);
  const publish = async (lines: readonly string[]): Promise<void> => {
    const view = homeView(digests, session.prefix, said, lines);
    await session.web.apiCall('views.publish', { user_id: origin.reader.id, view });
  };
  if (said === undefined) return publish([]);
  const target = { channel: origin.channel, user: origin.reader.id };
  await sendWithFiles(session.web, { ...said, private: true }, target, publish, async () => {});
}
