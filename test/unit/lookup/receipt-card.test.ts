import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../src/answer/model.ts';
import { plainBody } from '../../../src/document/plain.ts';
import { receiptCard } from '../../../src/lookup/receipt-card.ts';
import { actionsOf, under } from '../../support/document-facts.ts';
import { lookupLibrary } from './world.ts';

const receipt: Receipt = {
  id: 'r-7',
  question: 'When did Estia join?',
  now: '2026-11-23T09:00:00Z',
  workspace: 'w1',
  dataVersion: 'abc',
  reading: ['Wanted: when'],
  considered: [{ id: 'estia-joins', title: 'Estia becomes the third member', score: 0.9, verdict: 'used' }],
  status: 'answered',
  used: ['estia-joins', 'eva-falk', 'gone'],
};
const view = { library: lookupLibrary(), version: 'abc', zone: 'Asia/Kolkata' };

describe('the receipt of an answer', () => {
  it('tells when it was asked, how it was read, and what was used', () => {
    const document = receiptCard(receipt, view);
    expect(plainBody(document)).toContain(
      '“When did Estia join?” was answered on 23 November 2026 at 14:30 (Asia/Kolkata).',
    );
    expect(under(document, 'What was used')).toEqual([
      '1 May 2020 · Estia becomes the third member of the Lake League [1]',
      'Eva Falk: Eva Falk [2]',
      'gone: no longer in the data',
    ]);
    expect(document.private).toBe(true);
  });
  it('says whether the data is still the same', () => {
    expect(plainBody(receiptCard(receipt, view))).toContain('The data is the same as then');
    expect(plainBody(receiptCard(receipt, { ...view, version: 'def' }))).toContain(
      'The data has changed since: version abc then, def now',
    );
  });
  it('offers to ask again, unless the question is too long for a button', () => {
    expect(actionsOf(receiptCard(receipt, view))[0]?.invocation).toEqual({
      command: 'ask',
      options: { question: 'When did Estia join?' },
    });
    expect(actionsOf(receiptCard({ ...receipt, question: 'x'.repeat(120) }, view))).toEqual([]);
  });
});
