import { describe, expect, test } from 'vitest';
import {
  eventEvidence,
  evidenceSource,
  notice,
  paragraph,
  SourceList,
  text,
} from '../../../src/document/build.ts';
import { event } from '../../support/memory-knowledge.ts';

const xinhua = { date: '9 June 2017', statement: 'India joins', publisher: 'Xinhua', url: 'https://e.org/x' };

describe('the source list', () => {
  test('numbers from 1 and gives the same source the same number', () => {
    const list = new SourceList();
    expect([
      list.add(xinhua),
      list.add({ ...xinhua, statement: 'Pakistan joins' }),
      list.add({ ...xinhua }),
    ]).toEqual([1, 2, 1]);
    expect(list.all).toHaveLength(2);
  });

  test('two publishers of one statement are two sources: a disagreement must not be merged away', () => {
    const list = new SourceList();
    expect([list.add(xinhua), list.add({ ...xinhua, publisher: 'TASS' })]).toEqual([1, 2]);
  });

  test('does not grow through the list it gave out', () => {
    const list = new SourceList();
    list.add(xinhua);
    const before = list.all;
    list.add({ ...xinhua, date: '2017' });
    expect(before).toHaveLength(1);
  });
});

describe('evidence as a source', () => {
  test('keeps the precision of its date and has a link only where there is one', () => {
    const evidence = { id: 'e', article: null, quote: 'said', date: '2004-12', publisher: 'P', url: null };
    expect(evidenceSource(evidence)).toEqual({ date: 'December 2004', statement: 'said', publisher: 'P' });
  });

  test('words a span of days and the day of publication', () => {
    const evidence = {
      id: 'e',
      article: 'a',
      quote: 'q',
      date: '2009-06-15',
      endDate: '2009-06-16',
      publisher: 'P',
      published: '2009-06-17',
      url: 'https://e.org',
    };
    expect(evidenceSource(evidence)).toMatchObject({
      date: '15–16 June 2009',
      published: '17 June 2009',
      url: 'https://e.org',
    });
  });

  test('of an event is its first source with a link, else its first', () => {
    const paper = { publisher: 'Paper', title: 't' };
    const page = { publisher: 'Page', title: 't', url: 'https://e.org/page' };
    expect(
      eventEvidence(event('e', '2001-06-15', 'Title', 'Summary', { sources: [paper, page] })),
    ).toMatchObject({ publisher: 'Page', url: page.url });
    expect(eventEvidence(event('e', '2001-06-15', 'Title', 'Summary', { sources: [paper] }))).toMatchObject({
      publisher: 'Paper',
      url: null,
    });
  });
});

describe('builders', () => {
  test('a notice is for the reader alone and is one paragraph', () => {
    expect(notice('Do this.', 'error')).toEqual({
      kind: 'error',
      private: true,
      sources: [],
      blocks: [paragraph('Do this.')],
    });
  });

  test('plain text has no style of its own', () => {
    expect(text('x')).toEqual({ type: 'text', text: 'x' });
    expect(text('x', 'code')).toEqual({ type: 'text', text: 'x', style: 'code' });
  });
});
