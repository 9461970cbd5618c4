import type { Dialect, Standing } from './fake.ts';
import { slackFile } from './fake-slack-files.ts';

// Slack's Web API as far as a digest meets it. Sources: docs.slack.dev/reference/methods/chat.postMessage,
// /conversations.history (include_all_metadata), /apis/web-api/rate-limits.

export const slack: Dialect = {
  base: '/slack/api/',
  post: ({ path, body }) => {
    // An answer in a thread is no digest: it says which picture is missing.
    if (!path.endsWith('/chat.postMessage') || body.thread_ts !== undefined) return undefined;
    const metadata = typeof body.metadata === 'string' ? (JSON.parse(body.metadata) as Metadata) : undefined;
    return { channel: String(body.channel), marker: metadata?.event_payload.delivery ?? '', pictures: 0 };
  },
  file: slackFile,
  answerPost: (message) => ({ status: 200, body: { ok: true, ts: message.id, channel: message.channel } }),
  isRead: ({ path }) => path.endsWith('/conversations.history'),
  answer: ({ path, body }, messages) => {
    if (path.endsWith('/chat.postMessage')) return { status: 200, body: { ok: true, ts: '1.000001' } };
    if (!path.endsWith('/conversations.history')) return undefined;
    const found = messages
      .filter(({ channel, id }) => channel === body.channel && Number(id) >= Number(body.oldest))
      .toReversed();
    return { status: 200, body: { ok: true, messages: found.map(shape), has_more: false } };
  },
  limited: (seconds) => ({
    status: 429,
    body: { ok: false, error: 'ratelimited' },
    headers: { 'retry-after': String(Math.ceil(seconds)) },
  }),
  gone: { status: 200, body: { ok: false, error: 'channel_not_found' } },
  // The limit of a workspace is not told ("several hundred a minute"); this one is generous, the channel's is strict.
  limits: { token: { count: 40, ms: 1000 }, channel: { count: 1, ms: 1000 } },
};

interface Metadata {
  readonly event_payload: { readonly delivery: string };
}

const shape = (message: Standing) => ({
  ts: message.id,
  user: 'U0BOT',
  metadata: { event_type: 'dateline_edition', event_payload: { delivery: message.marker } },
});
