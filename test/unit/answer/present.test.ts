import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/answer/model.ts';
import { present } from '../../../src/answer/present.ts';
import { encodeInvocation } from '../../../src/invocation-codec.ts';

const evidence: Evidence = {
  id: 'e1',
  article: null,
  quote: 'India joins',
  date: '2017-06-09',
  publisher: 'Test Gazette',
  published: '2017-06-09',
  url: 'https://example.org/1',
};
const about = {
  question: 'q',
  now: Temporal.ZonedDateTime.from('2026-11-23T09:00[UTC]'),
  receiptId: 'r-7',
  dataVersion: 'abc123',
};
const paragraphs = (document: ReturnType<typeof present>): readonly string[] =>
  document.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block.spans.map((span) => (span.type === 'cite' ? `[${span.source}]` : span.text)).join('')]
      : [],
  );
const buttons = (document: ReturnType<typeof present>) =>
  document.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));

describe('the message of an answer', () => {
  it('answers in its first line, cites, and says as of when', () => {
    const document = present(
      {
        status: 'answered',
        claims: [{ text: 'India joined.', certainty: 'stated', evidence: [evidence] }],
        missing: [],
        confidence: 0.9,
        followUps: [],
      },
      about,
    );
    expect(paragraphs(document)).toEqual(['India joined. [1]', 'As of 23 November 2026 · data abc123']);
    expect(document.sources[0]).toMatchObject({ date: '9 June 2017', publisher: 'Test Gazette' });
    expect(buttons(document)[0]?.invocation).toEqual({ command: 'why', options: { receipt: 'r-7' } });
  });
  it('names the part that is missing', () => {
    const document = present(
      {
        status: 'partial',
        claims: [{ text: 'They met.', certainty: 'stated', evidence: [evidence] }],
        missing: ['what they ate?'],
        confidence: 0.9,
        followUps: [],
      },
      about,
    );
    expect(paragraphs(document)[1]).toBe('No article here says what they ate.');
  });
  it('offers the names that may have been meant, each as a card', () => {
    const document = present(
      { status: 'unanswered', reason: 'Nothing.', missing: [], nearest: [], confidence: 0.9 },
      { ...about, names: ['Sergey Lavrov', 'Qin Gang'] },
    );
    expect(paragraphs(document)).toContain('Did you mean Sergey Lavrov or Qin Gang?');
    expect(buttons(document).map((action) => action.invocation)).toEqual([
      { command: 'why', options: { receipt: 'r-7' } },
      { command: 'feedback', options: { receipt: 'r-7', verdict: 'wrong' } },
      { command: 'about', options: { subject: 'Sergey Lavrov' } },
      { command: 'about', options: { subject: 'Qin Gang' } },
    ]);
  });
  it('says nothing plainly, with what is nearest', () => {
    const document = present(
      {
        status: 'unanswered',
        reason: 'Nothing here says who won.',
        missing: [],
        nearest: [evidence],
        confidence: 0.9,
      },
      { ...about, coverage: '1945–2026' },
    );
    expect(paragraphs(document)[0]).toBe(
      'Nothing here says who won. The desk covers the SCO, its members and their relations, 1945–2026.',
    );
    expect(paragraphs(document)[1]).toBe('Closest: 9 June 2017 · India joins [1]');
  });
  it('leaves out a button whose question is too long for Discord', () => {
    const followUps = ['When did India join?', 'x'.repeat(120)];
    const document = present(
      {
        status: 'answered',
        claims: [{ text: 'Yes.', certainty: 'stated', evidence: [evidence] }],
        missing: [],
        confidence: 0.9,
        followUps,
      },
      about,
    );
    const asked = buttons(document).filter((each) => each.invocation.command === 'ask');
    expect(asked).toHaveLength(1);
    for (const each of buttons(document))
      expect(encodeInvocation(each.invocation).length).toBeLessThanOrEqual(100);
  });
});
