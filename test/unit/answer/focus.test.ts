import { describe, expect, it } from 'vitest';
import { focusOf } from '../../../src/answer/focus.ts';
import { wantedOf } from '../../../src/answer/wanted.ts';

const focus = (text: string, names: readonly string[] = []): Readonly<Record<string, string>> => {
  const list = text.split(' ');
  const mentions = names.map((name) => {
    const start = list.indexOf(name);
    return { start, end: start + 1, said: name, ids: [name], by: 'name' as const };
  });
  return Object.fromEntries([...focusOf(list, mentions)].map(([at, role]) => [list[at] ?? '', role]));
};

describe('what a question turns on', () => {
  it.each([
    ['which hotel did ada stay at', ['ada'], { hotel: 'asked' }],
    ['how many goals were scored', [], { goals: 'asked' }],
    ['what did ada and eva eat', ['ada', 'eva'], { ada: 'subject', eva: 'subject', eat: 'act' }],
    ['who directed the film', [], { directed: 'act' }],
    ['when did norland withdraw', ['norland'], { norland: 'subject', withdraw: 'act' }],
    ['what was the name of the pilot', [], { pilot: 'asked' }],
  ])('%s', (text, names, expected) => {
    expect(focus(text, names)).toMatchObject(expected);
  });
  it('is not the noun that only gives the type of answer', () => {
    expect(focus('which city hosted the fair')).not.toHaveProperty('city');
    expect(focus('which minister flew home')).not.toHaveProperty('minister');
  });
});

describe('what a question wants', () => {
  it.each([
    ['when did it open', 'when'],
    ['which city houses the secretariat', 'where'],
    ['which countries sent troops', 'list'],
    ['who signed it', 'who'],
    ['how long is the border', 'amount'],
    ['how many came', 'count'],
    ['why did they leave', 'why'],
    ['what did she say about it', 'said'],
    ['did it happen when he was president', 'yes-no'],
    ['what happened there', 'happened'],
    ['summit 2015 venue', 'where'],
    ['lake league', 'open'],
  ])('%s → %s', (text, expected) => {
    expect(wantedOf(text)).toBe(expected);
  });
});
