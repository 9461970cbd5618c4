import { WebClient, type WebClientOptions } from '@slack/web-api';
import { createLogger } from './logger.ts';
import type { Identity, SlackLog, SlackSettings } from './parts.ts';

/**
 * Options in an object of their own for each client, since the libraries write into what they are given:
 * one attempt, no waiting for a rate limit, 15 s.
 */
export function onceOptions(settings: SlackSettings, log: SlackLog): WebClientOptions {
  return {
    ...baseOptions(settings, log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

/** For what may safely be asked again: reading. Waits for rate limits; some 10 s of retries. */
export const readOptions = (settings: SlackSettings, log: SlackLog): WebClientOptions => ({
  ...baseOptions(settings, log),
  retryConfig: { retries: 3, minTimeout: 1_000, factor: 2 },
});

const baseOptions = (settings: SlackSettings, log: SlackLog): WebClientOptions => ({
  ...(settings.apiUrl === undefined ? {} : { slackApiUrl: settings.apiUrl }),
  timeout: settings.callTimeout ?? 15_000,
  logger: createLogger(log),
});

/** Who the token belongs to. @throws what the WebClient throws */
export async function identify(web: WebClient): Promise<Identity> {
  const told = await web.auth.test();
  const { team_id: workspace, user_id: userId, bot_id: botId } = told;
  if (workspace === undefined || userId === undefined)
    throw new Error('auth.test named no workspace or user');
  return { workspace, userId, ...(botId === undefined ? {} : { botId }) };
}

export const createWeb = (settings: SlackSettings, options: WebClientOptions): WebClient =>
  new WebClient(settings.botToken, options);
