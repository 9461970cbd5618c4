import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notice } from '../../src/document/build.ts';
import { createDiscordAdapter } from '../../src/platforms/discord/adapter.ts';
import type { PlatformAdapter } from '../../src/platforms/platform.ts';
import { type ArticleTestDesk, openArticleDesk } from '../support/desk/article-desk.ts';
import { createLog, openWorld, until, type World } from '../support/discord/world.ts';

let world: World;
let desk: ArticleTestDesk;
let adapter: PlatformAdapter;
const log = createLog();
const id = '2023-05-04-ministers-meet-in-gullport';

beforeAll(async () => {
  world = await openWorld();
  desk = await openArticleDesk();
  adapter = createDiscordAdapter(
    { token: world.token, apiUrl: world.gate.url },
    { log, clock: () => Temporal.Now.instant() },
  );
  await adapter.connect(desk.desk);
  const posted = await adapter.post(world.place, notice('A card with buttons.'), 'cardwithbuttons');
  if (posted.state !== 'sent') throw new Error(posted.state);
  standing = posted.messageId;
}, 30_000);
afterAll(async () => {
  await adapter[Symbol.asyncDispose]();
  await desk[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
beforeEach(() => world.gate.clear());
afterEach(() => expect(world.gate.faults).toEqual([]));

/** What the bot sent last in answer to an interaction, as JSON. */
async function answered(): Promise<string> {
  const last = () =>
    world.gate.calls.findLast(
      ({ method, path }) =>
        (method === 'PATCH' && /original/.test(path)) || (method === 'POST' && /^\/webhooks\//.test(path)),
    );
  await until('the answer', () => last() !== undefined);
  return JSON.stringify(last()?.body);
}

interface Modal {
  readonly type: number;
  readonly data: {
    readonly custom_id: string;
    readonly components: readonly {
      readonly label: string;
      readonly component: { readonly custom_id: string; readonly value?: string };
    }[];
  };
}

async function modal(): Promise<Modal['data']> {
  const callbacks = () =>
    world.gate.calls.filter(({ path }) => path.endsWith('/callback')).map(({ body }) => body as Modal);
  await until('the form', () => callbacks().some(({ type }) => type === 9));
  const found = callbacks().find(({ type }) => type === 9);
  if (found === undefined) throw new Error('no form');
  return found.data;
}

let standing = '';
const interact = (type: number, data: object) =>
  world.twin.simulateInteraction({
    type,
    channelId: world.channel,
    userId: world.reader,
    data: data as Record<string, unknown>,
    ...(type === 3 ? { messageId: standing } : {}),
  });

/** A message as Discord sends it whole. */
const message = (content: string, embeds: readonly object[]) => ({
  id: '9',
  type: 0,
  channel_id: world.channel,
  content,
  embeds,
  author: { id: '55', username: 'other', discriminator: '0', avatar: null },
  attachments: [],
  components: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  timestamp: '2023-05-04T12:00:00Z',
  edited_timestamp: null,
});

/** “Add to the desk” in the menu of a message. */
const onMessage = (content: string, embeds: readonly object[] = []) =>
  interact(2, {
    id: '1',
    name: 'Add to the desk',
    type: 3,
    target_id: '9',
    resolved: { messages: { '9': message(content, embeds) } },
  });

const press = (customId: string) => interact(3, { custom_id: customId, component_type: 2 });

/** The form as it is sent from Discord: labels round fields. */
const send = (customId: string, values: Readonly<Record<string, string | readonly string[]>>) =>
  interact(5, {
    custom_id: customId,
    components: Object.entries(values).map(([name, value]) => ({
      type: 18,
      component:
        typeof value === 'string'
          ? { type: 4, custom_id: name, value }
          : { type: 3, custom_id: name, values: value },
    })),
  });

let count = 0;
/** The same from another server. */
async function elsewhere(data: object): Promise<string> {
  const token = `elsewhere-${++count}`;
  world.gate.expectDirect(token);
  world.gateway.dispatch('INTERACTION_CREATE', {
    id: String(8_000_000_000_000_000_000n + BigInt(count)),
    application_id: '4242',
    type: 2,
    token,
    version: 1,
    guild_id: '888',
    channel_id: '777',
    channel: { id: '777', type: 0 },
    authorizing_integration_owners: { 0: '888' },
    context: 0,
    member: {
      user: { id: '55', username: 'other' },
      permissions: '32',
      roles: [],
      joined_at: '2020-01-01T00:00:00Z',
    },
    entitlements: [],
    locale: 'en-GB',
    data,
  });
  return answered();
}

describe('“Add to the desk” on a message', () => {
  test('with a link brings the article in, with its card', async () => {
    await onMessage(`Have you seen this? ${desk.site.url}/herring.`);
    const card = await answered();
    expect(card).toContain('On the desk. This was found in it:');
    expect(card).toContain('Piet Moss');
    expect((await desk.store.desk.get(world.twin.guildId, id))?.state).toBe('unreviewed');
  });
  test('takes the link that an embed shows', async () => {
    await onMessage('look', [{ url: `${desk.site.url}/herring` }]);
    expect(await answered()).toContain('already, word for word');
  });
  test('without a link says so, to whoever pressed it alone', async () => {
    await onMessage('No link here.');
    expect(await answered()).toContain('That message has no link');
    expect((await desk.store.desk.list(world.twin.guildId)).length).toBe(1);
  });
  test('with several links brings each in, and says what became of each', async () => {
    await onMessage(
      `Two of them: ${desk.site.url}/herring and <${desk.site.url}/quotas>, and ${desk.site.url}/nothing`,
    );
    const told = await answered();
    expect(told).toContain('Here already, word for word: Ministers meet in Gullport');
    expect(told).toContain('On the desk: Fleet stays in port');
    expect(told).toContain('has no such page');
  });
  test.each([
    ['http://169.254.169.254/latest/meta-data', 'link\\-local address'],
    ['http://localhost:9/x', 'port'],
  ])('with the address %s, which is refused, says why and brings nothing in', async (link, why) => {
    const before = (await desk.store.desk.list(world.twin.guildId)).length;
    await onMessage(`Read ${link}`);
    expect(JSON.parse(await answered()).components[0].components[0].content).toMatch(new RegExp(why));
    expect((await desk.store.desk.list(world.twin.guildId)).length).toBe(before);
  });
  test('what one server brings in, another neither sees nor is answered from', async () => {
    await press(`article/accept?id=${id}`);
    expect(await answered()).toContain('Accepted by');
    world.gate.clear();
    await interact(2, {
      id: '1',
      name: 'ask',
      type: 1,
      options: [{ name: 'question', type: 3, value: 'Whom did Anna Varga meet in Gullport?' }],
    });
    expect(await answered()).toContain('Piet Moss');
    world.gate.clear();
    const options = [{ name: 'question', type: 3, value: 'Whom did Anna Varga meet in Gullport?' }];
    expect(await elsewhere({ id: '1', name: 'ask', type: 1, options })).not.toContain('Piet Moss');
    world.gate.clear();
    const review = { name: 'review', type: 1, options: [{ name: 'id', type: 3, value: id }] };
    expect(await elsewhere({ id: '1', name: 'article', type: 1, options: [review] })).toContain(
      'There is no article',
    );
  });
});

describe('the form for a change', () => {
  test('opens at once with what was read, in five fields', async () => {
    await press(`article/edit?id=${id}&item=e1`);
    const { components, custom_id } = await modal();
    expect(custom_id).toBe(`article/edit?id=${id}&item=e1&form=yes`);
    expect(components.map(({ label }) => label)).toEqual([
      'Title',
      'Date',
      'Place',
      'Who took part',
      'Kind and standing',
    ]);
    expect(components.map(({ component }) => component.value)).toEqual([
      expect.stringContaining('Gullport'),
      '4 May 2023',
      'Gullport',
      'Anna Varga, Piet Moss',
      undefined,
    ]);
  });
  test('changes what was filled in otherwise, and tells who did it', async () => {
    await send(`article/edit?id=${id}&item=e1&form=yes`, {
      title: 'Ministers meet in Gullport',
      date: '3 May 2023',
      place: 'Gullport',
      participants: 'Anna Varga, Piet Moss',
      'kind+status': ['kind=visit', 'status=happened'],
    });
    expect(await answered()).toMatch(
      /Edited by reader: e1: date 4 May 2023 → 3 May 2023; kind meeting → visit\./,
    );
    const [decision] = await desk.store.desk.decisions(world.twin.guildId, { article: id, limit: 1 });
    expect(decision).toMatchObject({ what: 'edited', by: { id: world.reader } });
  });
  test('a mistake is told in one sentence, and the form opens again as it was filled in', async () => {
    const typed = {
      title: 'Ministers meet for the second time',
      date: 'some day',
      place: 'Gullport',
      participants: 'Anna Varga',
      'kind+status': ['kind=visit', 'status=happened'],
    };
    await send(`article/edit?id=${id}&item=e1&form=yes`, typed);
    const told = await answered();
    expect(told).toContain('“some day” is no date');
    const again = /form-draft\?id=\d+/.exec(told)?.[0] ?? '';
    world.gate.clear();
    await press(again);
    const { components } = await modal();
    expect(components.slice(0, 4).map(({ component }) => component.value)).toEqual([
      typed.title,
      typed.date,
      typed.place,
      typed.participants,
    ]);
  });
  test('does not open for somebody who may not change anything, nor for what is not there', async () => {
    await world.twin.prisma.guildMember.updateMany({
      where: { userId: world.reader },
      data: { permissions: '2048' },
    });
    await press(`article/edit?id=${id}&item=e1`);
    const told = () =>
      world.gate.calls.find(({ path }) => path.endsWith('/callback'))?.body as Modal | undefined;
    await until('a refusal', () => told() !== undefined);
    expect(told()?.type).toBe(4);
    expect(JSON.stringify(told())).toContain('Only those who manage');
    await world.twin.prisma.guildMember.updateMany({
      where: { userId: world.reader },
      data: { permissions: null },
    });
    world.gate.clear();
    await press(`article/edit?id=${id}&item=e77`);
    await until('a refusal', () => told() !== undefined);
    expect(JSON.stringify(told())).toContain('names nothing here');
  });
  test('a draft that is not kept any more is said to be so', async () => {
    await press('form-draft?id=404');
    const told = () => world.gate.calls.find(({ path }) => path.endsWith('/callback'))?.body;
    await until('a word', () => told() !== undefined);
    expect(JSON.stringify(told())).toContain('not kept any more');
  });
});
