import type { WebClient } from '@slack/web-api';
import type { Document } from '../../document/model.ts';
import { sendWithFiles, type Target } from './attach.ts';
import { readFault } from './faults.ts';
import { renderMessage } from './render.ts';

/** Milliseconds for an answer to a `response_url`. */
const patience = 15_000;

/** Longest wait for a rate limit, in seconds, before an answer is given up. */
const longestWait = 60;

/**
 * Answers through the URL that came with a command or a button, which works in every channel, five times in 30 minutes.
 * A private document shows to the reader alone.
 * @param thread `ts` of the message under which a public answer goes
 * @param lines on what became of its files
 * @throws where Slack does not take it
 */
export async function respond(
  url: string,
  document: Document,
  thread?: string,
  lines: readonly string[] = [],
): Promise<void> {
  const inThread = thread !== undefined && !document.private;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      ...renderMessage(document, lines),
      response_type: document.private ? 'ephemeral' : 'in_channel',
      replace_original: false,
      ...(inThread ? { thread_ts: thread } : {}),
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`response_url answered HTTP ${response.status}`);
}

/** The same with pictures and files, which no `response_url` takes. @throws where Slack does not take the text */
export const respondWithFiles = (
  web: WebClient,
  url: string,
  document: Document,
  target: Target,
): Promise<void> =>
  sendWithFiles(
    web,
    document,
    target,
    (lines) => respond(url, document, target.thread, lines),
    (said) => respond(url, said, target.thread),
  );

/** Where an answer to a mention or a direct message goes. */
export interface Spot {
  readonly channel: string;
  readonly user: string;
  readonly isDirect: boolean;
  /** `ts` of the message that is answered. */
  readonly ts: string;
  /** The thread that it stands in. */
  readonly thread?: string;
}

/** Answers in the thread of a mention, or in a direct conversation. @throws what the WebClient throws */
export async function say(web: WebClient, spot: Spot, document: Document): Promise<void> {
  const thread = spot.thread ?? (spot.isDirect ? undefined : spot.ts);
  const target = { channel: spot.channel, user: spot.user, ...(thread === undefined ? {} : { thread }) };
  // A direct conversation has no other readers, so nothing in it needs to be hidden.
  const shown = spot.isDirect ? { ...document, private: false } : document;
  await sendWithFiles(
    web,
    shown,
    target,
    (lines) => sayText(web, spot, shown, lines, thread),
    (said) => sayText(web, spot, said, [], thread),
  );
}

async function sayText(
  web: WebClient,
  spot: Spot,
  document: Document,
  lines: readonly string[],
  thread: string | undefined,
): Promise<void> {
  const message = { ...renderMessage(document, lines), channel: spot.channel };
  if (document.private && !spot.isDirect) {
    // Slack shows such a note only in a thread that is there already.
    const standing = spot.thread === undefined ? {} : { thread_ts: spot.thread };
    await callPatiently(web, 'chat.postEphemeral', { ...message, ...standing, user: spot.user });
    return;
  }
  await callPatiently(web, 'chat.postMessage', {
    ...message,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
}

/** A rate limit means that nothing was sent, so the call is made once more when Slack allows it. */
async function callPatiently(
  web: WebClient,
  method: string,
  options: Record<string, unknown>,
): Promise<void> {
  try {
    await web.apiCall(method, options);
  } catch (thrown) {
    const fault = readFault(thrown);
    if (fault.kind !== 'limited' || fault.seconds > longestWait) throw thrown;
    await new Promise((resolve) => setTimeout(resolve, fault.seconds * 1_000));
    await web.apiCall(method, options);
  }
}
