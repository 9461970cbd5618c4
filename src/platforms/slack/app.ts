import { App, type Receiver } from '@slack/bolt';
import { listenButtons } from './listen-buttons.ts';
import { listenCommands } from './listen-commands.ts';
import { listenHome } from './listen-home.ts';
import { listenModal } from './listen-modal.ts';
import { listenQuestions } from './listen-questions.ts';
import { listenShortcuts } from './listen-shortcuts.ts';
import { createLogger } from './logger.ts';
import type { SlackSettings } from './parts.ts';
import type { Session } from './session.ts';
import { onceOptions } from './web.ts';

/**
 * Bolt's app with our listeners. It is told who we are rather than asking by itself, since its own question at the start
 * is a promise left to nobody, and it keeps no state of conversations.
 */
export function createApp(receiver: Receiver, settings: SlackSettings, session: Session): App {
  const app = new App({
    receiver,
    authorize: async () => {
      const me = session.me();
      return {
        botToken: settings.botToken,
        ...(me === undefined ? {} : { botUserId: me.userId }),
        ...(me?.botId === undefined ? {} : { botId: me.botId }),
      };
    },
    convoStore: false,
    logger: createLogger(session.log),
    clientOptions: onceOptions(settings, session.log),
  });
  app.error(async (err) => session.log.error({ err }, 'Slack: a listener failed'));
  listenCommands(app, session);
  listenQuestions(app, session);
  listenButtons(app, session);
  listenModal(app, session);
  listenShortcuts(app, session);
  listenHome(app, session);
  return app;
}
