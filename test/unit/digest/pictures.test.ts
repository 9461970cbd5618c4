import { describe, expect, it } from 'vitest';
import { createInk } from '../../../src/briefing/ink-document.ts';
import { composeSlot } from '../../../src/digest/compose.ts';
import { encodeJson } from '../../../src/document/codec.ts';
import type { Document } from '../../../src/document/model.ts';
import type { Event } from '../../../src/knowledge/model.ts';
import { inkingAdapter } from '../../../src/platforms/inking-adapter.ts';
import type { PlatformAdapter } from '../../../src/platforms/platform.ts';
import type { KeptEdition, Schedule } from '../../../src/store/ports.ts';
import { event, memoryKnowledge } from '../../support/memory-knowledge.ts';
import { schedule } from '../../support/schedule.ts';

// Protects the picture of a digest: it is there for a round anniversary alone, frozen as what it shows, drawn for each sending,
// and never costs anybody the message. And the file of a scheduled briefing, which is frozen in the same way.

const founding = event('founding', '2001-06-15', 'Six states found the SCO', '', { kind: 'institution' });
const summit = event('summit', '2009-06-15', 'SCO summit opens', '', { kind: 'summit' });
const ungraced = event('ungraced', '2008-06-15', 'Experts meet', '', { kind: 'meeting' });

const compose = async (events: readonly Event[], more: Partial<Schedule> = {}, editions?: KeptEdition[]) => {
  const knowledge = memoryKnowledge({ articles: [], entities: [], events });
  const slot = {
    schedule: schedule(more),
    date: Temporal.PlainDate.from('2026-06-15'),
    due: Temporal.Instant.from('2026-06-15T09:00:00Z'),
    id: 'abcdefghij0123',
  };
  const put = async (edition: KeptEdition): Promise<void> => void editions?.push(edition);
  const link = (id: string): string => `https://desk.example.org/editions/${id}-x`;
  const tools = editions === undefined ? {} : { editions: { put }, editionLink: link };
  const made = await composeSlot(slot, knowledge, tools);
  if (made.state === 'nothing') throw new Error(made.why);
  return made.issue.document;
};
const pictureIn = ({ blocks }: Document) => blocks.find((block) => block.type === 'picture');

describe('a digest', () => {
  it('with a round anniversary carries a line of time of its lines, in order of time, and says it in words', async () => {
    const picture = pictureIn(await compose([summit, founding]));
    expect(picture?.drawing).toMatchObject({ type: 'timeline', title: 'On this day: 15 June' });
    expect(picture?.alt).toBe(
      'Timeline. On this day: 15 June. 15 June 2001: Six states found the SCO; 15 June 2009: SCO summit opens.',
    );
  });
  it.each([
    ['no anniversary is round', [summit, ungraced], {}],
    ['there is one event alone', [founding], {}],
    ['its schedule wants none', [founding, summit], { profile: { picture: false } }],
  ] as const)('carries none where %s', async (_, events, more) => {
    expect(pictureIn(await compose([...events], more))).toBeUndefined();
  });
  it('is frozen without the weight of its picture', async () => {
    expect(encodeJson(await compose([founding, summit])).length).toBeLessThan(6_000);
  });
  it('has a link to its page where there is one', async () => {
    expect(JSON.stringify(await compose([founding], {}, []))).toContain('editions/abcdefghij0123-x');
  });
});

const png = Uint8Array.of(0x89, 0x50);
const inkFor = (kept: readonly KeptEdition[], faults: unknown[], draws = true) =>
  createInk({
    pictures: {
      svg: async () => '<svg></svg>',
      png: async ({ alt }) => {
        if (!draws) throw new Error('no ink');
        return { type: 'picture', png, name: 'timeline.png', alt };
      },
    },
    editions: { get: async (id) => kept.find((each) => each.id === id) },
    onFault: (fault) => faults.push(fault),
  });

describe('what is sent', () => {
  it('has the picture drawn, the same each time, through every way in which a platform sends', async () => {
    const sent: Document[] = [];
    const keep = async (document: Document) => {
      sent.push(document);
      return { state: 'sent', messageId: '1' } as const;
    };
    const adapter = inkingAdapter(
      {
        name: 'x',
        post: (_: unknown, document: Document) => keep(document),
        changes: {
          edit: (_: unknown, __: unknown, document: Document) => keep(document),
          reply: (_: unknown, __: unknown, document: Document) => keep(document),
          tell: (_: unknown, __: unknown, document: Document) => keep(document),
        },
      } as unknown as PlatformAdapter,
      inkFor([], []),
    );
    const frozen = await compose([founding, summit]);
    const { place } = schedule();
    await adapter.post(place, frozen, 'm');
    await adapter.changes?.edit(place, '1', frozen, 'm');
    await adapter.changes?.reply(place, '1', frozen, 'm');
    await adapter.changes?.tell(place, '1', frozen, 'm');
    expect(sent.map((document) => pictureIn(document)?.png)).toEqual([png, png, png, png]);
  });
  it('says a picture in words that cannot be drawn, and tells of it', async () => {
    const faults: unknown[] = [];
    const document = await inkFor([], faults, false)(await compose([founding, summit]));
    expect(pictureIn(document)).toBeUndefined();
    expect(JSON.stringify(document.blocks)).toContain('In a picture: Timeline. On this day: 15 June.');
    expect(faults).toHaveLength(1);
  });
});

describe('a scheduled briefing', () => {
  const india = event('i', '2026-05-01', 'India hosts a forum on trade', 'Experts spoke of trade.');
  const china = event('c', '2026-05-02', 'China opens a railway', 'The railway was opened.');
  const old = event('o', '2010-05-02', 'A railway is planned', 'The railway was planned.');
  const briefing = (profile: Schedule['profile'], kept: KeptEdition[], topics = ['trade', 'railway']) =>
    compose([old, india, china], { topics, profile: { kind: 'briefing', ...profile } }, kept);

  it('is on all topics, over the last 90 days unless told', async () => {
    const words = JSON.stringify(await briefing({}, []));
    expect(words).toContain('India hosts a forum');
    expect(words).toContain('China opens a railway');
    expect(words).not.toContain('A railway is planned');
  });
  it('is over the period that its schedule gives, read anew each time', async () => {
    expect(JSON.stringify(await briefing({ period: '2010' }, []))).toContain('A railway is planned');
    expect((await briefing({ period: 'last 10 days' }, [])).kind).toBe('nothing');
  });
  it('keeps its file as data and sets it when it is sent', async () => {
    const kept: KeptEdition[] = [];
    const frozen = await briefing({ format: 'md', length: 'full' }, kept);
    expect(frozen.files?.[0]?.content.byteLength).toBe(0);
    expect(kept).toHaveLength(1);
    const sent = await inkFor(kept, [])(frozen);
    const [file] = sent.files ?? [];
    expect(file?.name).toBe(`brief-trade-and-railway-from-17-march-to-15-june-${kept[0]?.id}.md`);
    expect(new TextDecoder().decode(file?.content)).toContain('China opens a railway');
  });
  it('says that its file is missing where the kept one is gone, and goes out all the same', async () => {
    const sent = await inkFor([], [])(await briefing({ format: 'md' }, []));
    expect(sent.files).toEqual([]);
    expect(JSON.stringify(sent.blocks)).toContain('Not attached: brief-');
  });
  it('says that there is nothing where no topic names anything', async () => {
    expect((await briefing({ format: 'md' }, [], ['cricket', 'chess'])).kind).toBe('nothing');
  });
});
