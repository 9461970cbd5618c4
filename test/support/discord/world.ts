import { DigitalDiscord } from 'discord-digital-twin';
import type { DiscordParts } from '../../../src/platforms/discord/settings.ts';
import type { Place } from '../../../src/store/ports.ts';
import { type Gate, openGate } from './gate.ts';
import { controlGateway, type GatewayControl } from './gateway.ts';

/** Discord as a test sees it: one server with one channel, one reader, one bot. */
export interface World extends AsyncDisposable {
  readonly twin: DigitalDiscord;
  readonly gate: Gate;
  readonly gateway: GatewayControl;
  readonly token: string;
  readonly channel: string;
  readonly reader: string;
  readonly place: Place;
}

/** A token of the shape that Discord's have. */
const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.canary-of-a-token-that-nobody-has';

export async function openWorld(): Promise<World> {
  const twin = new DigitalDiscord({
    guild: { name: 'Desk' },
    channels: [{ name: 'news', type: 0 }],
    users: [{ username: 'reader' }],
    botUser: { username: 'Dateline' },
    botToken: token,
  });
  await twin.start();
  const gateway = controlGateway(twin);
  const gate = await openGate(twin.restUrl, token);
  const channel = (await twin.prisma.channel.findFirstOrThrow()).id;
  return {
    twin,
    gate,
    gateway,
    token,
    channel,
    reader: (await twin.getFirstNonBotUserId()) ?? '',
    place: { platform: 'discord', workspace: twin.guildId, channel },
    async [Symbol.asyncDispose]() {
      await gate[Symbol.asyncDispose]();
      await twin.stop();
    },
  };
}

/** Keeps what was logged, in one string for each line. */
export function createLog(): DiscordParts['log'] & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (level: string) => (fields: object, message: string) => {
    lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  };
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}

/** Waits until something is so, at most `most` milliseconds. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  most = 8000,
): Promise<void> {
  const end = performance.now() + most;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within ${most} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
