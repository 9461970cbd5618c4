import { createEmulator } from 'emulate';

/** Who and what there is in the workspace of the stand-in. */
export const world = {
  team: 'T000000001',
  channel: 'C000000001',
  admin: 'U000000001',
  bot: 'U000DATELN',
  botId: 'B000DATELN',
  botToken: 'xoxb-test-token',
  appToken: 'xapp-test-token',
  signingSecret: 'a-signing-secret-of-the-test',
} as const;

/** A third-party Slack Web API on loopback, with one bot and a member who is no admin. */
export interface StandIn {
  call(method: string, body: object): Promise<Readonly<Record<string, unknown>>>;
  /** Passes a request on as it came. */
  forward(method: string, headers: Readonly<Record<string, string>>, body: string): Promise<Response>;
  readonly reader: string;
  /** The direct conversation of the bot with the reader. */
  readonly direct: string;
  close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const { team: _, ...app } = { ...world };
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: [{ name: 'reader' }],
        oauth_apps: [
          {
            client_id: '1.2',
            client_secret: 'unused',
            app_id: 'A000DATELN',
            name: 'Dateline',
            redirect_uris: [],
            bot_id: app.botId,
            bot_user_id: app.bot,
            bot_name: 'dateline',
          },
        ],
        tokens: [{ token: app.botToken, user: app.bot, bot_id: app.botId, app_id: 'A000DATELN' }],
      },
    },
  });
  const base = `http://127.0.0.1:${new URL(emulator.url).port}/api`;
  const forward: StandIn['forward'] = (method, headers, body) =>
    fetch(`${base}/${method}`, { method: 'POST', headers, body });
  const call: StandIn['call'] = async (method, body) => {
    const headers = { authorization: `Bearer ${app.botToken}`, 'content-type': 'application/json' };
    return (await (await forward(method, headers, JSON.stringify(body))).json()) as Record<string, unknown>;
  };
  const { members } = (await call('users.list', {})) as { members: readonly { id: string; name: string }[] };
  const reader = members.find(({ name }) => name === 'reader')?.id ?? '';
  await call('conversations.join', { channel: app.channel });
  await call('conversations.invite', { channel: app.channel, users: reader });
  const opened = (await call('conversations.open', { users: reader })) as { channel: { id: string } };
  return { call, forward, reader, direct: opened.channel.id, close: () => emulator.close() };
}
