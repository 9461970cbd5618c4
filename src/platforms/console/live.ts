import { setTimeout as pause } from 'node:timers/promises';
import type { SSEStreamingApi } from 'hono/streaming';
import { plainBody } from '../../document/plain.ts';
import type { StandingMessage } from './message.ts';
import type { MessageLog } from './message-log.ts';
import { renderMessage } from './render-message.ts';
import type { Viewers } from './viewers.ts';

/** A message as the page receives it. */
export interface ShownMessage {
  readonly id: string;
  readonly channel: string;
  readonly at: string;
  readonly marker: string;
  readonly html: string;
  /** Shown to this reader alone and not kept. */
  readonly only: boolean;
  /** What a reader did wrong, in one sentence: a form shows it and keeps what was filled in. */
  readonly error?: string;
}

/** The message as the page receives it, drawn. */
export const shown = (message: StandingMessage): ShownMessage => ({
  id: message.id,
  channel: message.channel,
  at: message.at,
  marker: message.marker,
  html: renderMessage(message),
  only: message.document.private ?? false,
  ...(message.document.kind === 'error' ? { error: plainBody(message.document) } : {}),
});

/** Milliseconds between signs of life, and before a browser connects again. */
const heartbeat = 20_000;
const retry = 1_500;

/**
 * One open page's stream: first what it missed after the message `after`, then a `hello` that carries the newest id,
 * then every message as it comes. What comes while the page catches up waits its turn, so that the last id a page has
 * seen never hides an older message. A message may come twice; the page knows it by its marker.
 */
export async function streamLive(
  stream: SSEStreamingApi,
  after: number | undefined,
  parts: { readonly log: MessageLog; readonly viewers: Viewers },
): Promise<void> {
  const end = new AbortController();
  const write = (message: StandingMessage): Promise<void> =>
    stream.writeSSE({ event: 'message', id: message.id, data: JSON.stringify(shown(message)) });
  const held: StandingMessage[] = [];
  let show = (message: StandingMessage): void => void held.push(message);
  const leave = parts.viewers.join({ show: (message) => show(message), leave: () => end.abort() });
  stream.onAbort(() => end.abort());
  try {
    for (const missed of after === undefined ? [] : await parts.log.after(after)) await write(missed);
    for (let next = held.shift(); next !== undefined; next = held.shift()) await write(next);
    show = (message) => void write(message);
    await stream.writeSSE({ event: 'hello', id: String(await parts.log.latest()), data: 'live', retry });
    while (await beat(end.signal)) await stream.write(': live\n\n');
  } finally {
    leave();
  }
}

/** Waits for the next sign of life; false when the stream has ended. */
const beat = (signal: AbortSignal): Promise<boolean> =>
  pause(heartbeat, true, { signal, ref: false }).catch(() => false);
