import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import article from '../../../commands/article.ts';
import feed from '../../../commands/feed.ts';
import { createRun } from '../../../src/bot.ts';
import { readLine } from '../../../src/command-line.ts';
import type { Document } from '../../../src/document/model.ts';
import { plainDocument } from '../../../src/document/plain.ts';
import { ReaderError } from '../../../src/errors.ts';
import type { ArticleDesk } from '../../../src/ingest/desk/article-desk.ts';
import type { Origin } from '../../../src/invocation.ts';
import { encodeInvocation } from '../../../src/invocation-codec.ts';
import type { Store } from '../../../src/store/ports.ts';
import { makeContext } from '../../support/context.ts';
import { actionsOf } from '../../support/document-facts.ts';
import { oneSentence } from '../../support/one-sentence.ts';
import { openWorld, page, report } from '../ingest-desk/desk-world.ts';

let store: Store;
beforeEach(async () => {
  store = await openWorld();
});
afterEach(() => store[Symbol.asyncDispose]());

/** A web of one page and one feed. */
const gather: ArticleDesk['gather'] = {
  fromLink: async (address) => {
    if (address === 'https://gazette.example.org/herring') return [page()];
    if (address === 'https://gazette.example.org/undated') {
      const { published: _, ...undated } = page({ language: 'hu', link: address });
      return [undated];
    }
    throw new ReaderError('gazette.example.org has no such page (404); look at the link again.');
  },
  fromText: async (text) => [{ text }],
  feed: async (address) => {
    if (address !== 'https://gazette.example.org/feed')
      throw new ReaderError('That is no RSS, Atom or JSON feed that can be read.');
    return { state: 'read', feed: { title: 'The Gazette', items: [] }, known: {} };
  },
};

const commands = [article, feed];
type Who = Partial<Omit<Origin, 'permissions'>> & { readonly manages?: boolean };
async function type(line: string, { manages = true, ...who }: Who = {}): Promise<Document> {
  const context = makeContext({ knowledge: store.knowledge, now: '2026-11-25T09:00[UTC]' });
  const [name = ''] = line.slice(1).split(' ');
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const run = createRun({
    commands,
    clock: () => context.now.toInstant(),
    zone: 'UTC',
    resources: { ...context, articles: { store: store.desk, feeds: store.feeds, gather } },
    log: { error: () => undefined },
  });
  const permissions = new Set(manages ? (['manage-digests'] as const) : []);
  return run(readLine(command, line.slice(name.length + 1)), { ...context.origin, ...who, permissions });
}
const said = async (line: string, who?: Who): Promise<string> => plainDocument(await type(line, who));
const refusal = async (line: string, who?: Who): Promise<string> =>
  type(line, who).then(
    () => 'not refused',
    (fault: Error) => (fault instanceof ReaderError ? fault.message : `a fault: ${fault.message}`),
  );
const id = '2023-05-04-ministers-meet-in-gullport';

describe('/article add', () => {
  test('shows what was found, with buttons that fit and do what they say', async () => {
    const document = await type('/article add https://gazette.example.org/herring', { manages: false });
    const card = plainDocument(document);
    expect(card).toMatch(/Known here: .*Anna Varga \(Foreign Minister\)/);
    expect(card).toMatch(/New names, .*\nn\d Piet Moss · person/);
    expect(card).toMatch(/e1 4 May 2023 · Gullport/);
    expect(card).toMatch(/“The herring belongs to nobody”/);
    expect(card).toMatch(/answers nothing until it is accepted/);
    const actions = actionsOf(document);
    expect(actions.map(({ label }) => label)).toEqual(['Accept', 'Edit', 'Reject', 'Next']);
    for (const { invocation } of actions)
      expect(encodeInvocation(invocation).length).toBeLessThanOrEqual(100);
  });
  test('takes a link as Slack writes it, and the link of a message', async () => {
    expect(await said('/article add <https://gazette.example.org/herring|the news>')).toMatch(/On the desk/);
    expect(await said('/article add Look at https://gazette.example.org/herring please message:yes')).toMatch(
      /already, word for word/,
    );
  });
  test('takes pasted text, and no mere words', async () => {
    expect(await said(`/article add ${report.replace(/\s+/g, ' ')}`)).toMatch(/On the desk/);
    expect(await refusal('/article add herring in Gullport')).toMatch(/Give a link that starts with https/);
  });
  test('says what it does not know', async () => {
    const card = await said('/article add https://gazette.example.org/undated');
    expect(card).toMatch(/does not say when it was published; 2026-11-25 was taken/);
    expect(card).toMatch(/Its language is hu/);
  });
  test('says in one sentence why not', async () => {
    expect(await refusal('/article add https://gazette.example.org/nothing')).toMatch(oneSentence);
  });
});

describe('reviews', () => {
  test('are for those who manage; others may look', async () => {
    await type('/article add https://gazette.example.org/herring', { manages: false });
    for (const line of [`accept ${id}`, `reject ${id}`, `edit id:${id} drop:e1`, 'unreviewed yes'])
      expect(await refusal(`/article ${line}`, { manages: false })).toMatch(/Only those who manage/);
    expect(await said('/article review', { manages: false })).toMatch(/It is the only one that waits/);
    expect((await store.desk.get('w1', id))?.state).toBe('unreviewed');
  });
  test('accepted articles are found by everybody in the workspace and by nobody else', async () => {
    await type('/article add https://gazette.example.org/herring');
    expect(await said(`/article accept ${id}`)).toMatch(/Accepted by Reader; it answers questions now/);
    expect(await said('/article herring')).toMatch(/Ministers meet in Gullport/);
    expect(await said('/article herring', { workspace: 'w2' })).toMatch(/No article here/);
    expect(await refusal(`/article review ${id}`, { workspace: 'w2' })).toMatch(/There is no article/);
    expect(await refusal(`/article accept ${id}`, { workspace: 'w2' })).toMatch(/There is no article/);
    expect(await said('/article history', { workspace: 'w2' })).toMatch(/Nothing has been brought in here/);
  });
  test('edits are read, kept and logged; wrong ones are said', async () => {
    await type('/article add https://gazette.example.org/herring');
    const edited = await said(
      `/article edit id:${id} drop:e1,q1 publisher:"The Herald" published:2023-05-11`,
    );
    expect(edited).toMatch(
      /Edited by Reader: publisher The Gazette → The Herald; published 2023-05-04 → 2023-05-11; left out e1, q1/,
    );
    expect(edited).not.toMatch(/belongs to nobody/);
    expect(await said(`/article edit ${`id:${id}`}`)).toMatch(/Press what is wrong/);
    expect(await refusal(`/article edit id:${id} drop:everything`)).toMatch(/names nothing/);
    expect(await refusal(`/article edit id:${id} published:soon`)).toMatch(/2023-05-04, not “soon”/);
    const history = await said(`/article history ${id}`);
    expect(history).toMatch(/25 November 2026 09:00 · Reader · edited/);
    expect(history).toMatch(/25 November 2026 09:00 · Reader · added/);
  });
  test('nothing waits once all is decided', async () => {
    await type('/article add https://gazette.example.org/herring');
    await type(`/article reject ${id}`);
    expect(await said('/article review')).toMatch(/Nothing waits for a review/);
  });
  test('the workspace may let unreviewed articles answer, and is told how it is', async () => {
    await type('/article add https://gazette.example.org/herring');
    expect(await said('/article unreviewed')).toMatch(/answer nothing here/);
    expect(await said('/article unreviewed yes')).toMatch(/marked as unreviewed/);
    expect(await said('/article herring')).toMatch(/The Gazette \(unreviewed\)/);
    expect(await said('/article unreviewed no')).toMatch(/answer nothing here/);
    expect(await said('/article herring')).toMatch(/No article here/);
  });
});

describe('/feed', () => {
  const feedId = async (): Promise<string> => (await store.feeds.list())[0]?.id ?? '';
  test('follows, lists, pauses, resumes and removes', async () => {
    expect(await said('/feed list')).toMatch(/No feed is followed here/);
    expect(await said('/feed add https://gazette.example.org/feed')).toMatch(/The Gazette is followed as f/);
    expect(await said('/feed list')).toMatch(/The Gazette .*active/);
    expect(await said(`/feed pause ${await feedId()}`)).toMatch(/is paused/);
    expect(await said('/feed list')).toMatch(/paused/);
    expect(await said(`/feed resume ${await feedId()}`)).toMatch(/followed again/);
    expect(await said(`/feed remove ${await feedId()}`)).toMatch(/its articles stay/);
    expect(await store.feeds.list()).toEqual([]);
  });
  test('refuses what is none, what is here already, and strangers', async () => {
    expect(await refusal('/feed add https://gazette.example.org/')).toMatch(/no RSS, Atom or JSON feed/);
    await type('/feed add https://gazette.example.org/feed');
    expect(await refusal('/feed add https://gazette.example.org/feed')).toMatch(/followed here already/);
    expect(await refusal('/feed add https://gazette.example.org/feed', { manages: false })).toMatch(
      /Only those who manage/,
    );
    expect(await refusal(`/feed remove ${await feedId()}`, { workspace: 'w2' })).toMatch(/There is no feed/);
    expect(await said('/feed list', { workspace: 'w2' })).toMatch(/No feed is followed here/);
  });
});
