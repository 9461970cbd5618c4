import type { Answer, Call, Dialect, Standing } from './fake.ts';

// Discord's REST as far as a digest meets it. Sources: docs.discord.com/developers/resources/message (nonce,
// get channel messages), /topics/rate-limits (50 a second, headers, retry_after).

/** The bot's own id. */
export const botId = '900000000000000001';
export const guild = '800000000000000001';

const path = /^\/api\/v10\/channels\/(\d+)\/messages$/;

export const discord: Dialect = {
  base: '/api',
  post: ({ method, path: at, body, files }) => {
    const channel = method === 'POST' ? path.exec(at)?.[1] : undefined;
    return channel === undefined ? undefined : { channel, marker: String(body.nonce), pictures: files };
  },
  answerPost: (message) => ({ status: 200, body: shape(message) }),
  isRead: ({ method, path: at }) => method === 'GET' && path.test(at),
  answer: (call, messages) => answer(call, messages),
  limited: (seconds, isGlobal) => ({
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal },
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
  }),
  gone: { status: 404, body: { code: 10003, message: 'Unknown Channel' } },
  limits: { token: { count: 50, ms: 1000 }, channel: { count: 5, ms: 5000 } },
};

/** The nonce stands for the whole payload's marker: the bot has to find its own ids, which are not kept here. */
const shape = (message: Standing) => ({
  id: message.id,
  channel_id: message.channel,
  author: { id: botId },
  nonce: message.marker,
  components: [],
});

function answer({ method, path: at, query }: Call, messages: readonly Standing[]): Answer | undefined {
  const about = /^\/api\/v10\/channels\/(\d+)$/.exec(at)?.[1];
  if (method === 'GET' && about !== undefined) {
    const last = messages.findLast((message) => message.channel === about);
    return { status: 200, body: { id: about, type: 0, guild_id: guild, last_message_id: last?.id ?? null } };
  }
  const channel = path.exec(at)?.[1];
  if (method !== 'GET' || channel === undefined) return undefined;
  const after = BigInt(query.get('after') ?? '0');
  const limit = Number(query.get('limit') ?? '50');
  const found = messages
    .filter((message) => message.channel === channel && BigInt(message.id) > after)
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
    // After an id, the oldest come first; Discord gives each page newest first.
    .slice(0, limit)
    .reverse();
  return { status: 200, body: found.map(shape) };
}
