import { describe, expect, it } from 'vitest';
import { buildGazetteer, findMentions, guessName, suggestNames } from '../../../src/answer/gazetteer.ts';
import { words } from '../../../src/text/fold.ts';
import { entity } from '../../support/memory-knowledge.ts';

const entities = [
  entity('russia', 'country', 'Russia', { aliases: ['Russian Federation'] }),
  entity('moscow', 'place', 'Moscow', { country: 'Russia', description: 'Capital of Russia.' }),
  entity('sergey-lavrov', 'person', 'Sergey Lavrov', { aliases: ['Сергей Лавров'] }),
  entity('xi-jinping', 'person', 'Xi Jinping', { aliases: ['Xi', '习近平'] }),
  entity('who-body', 'organisation', 'World Health Organization', { aliases: ['WHO'] }),
];
const gazetteer = buildGazetteer(entities);
const idsIn = (text: string): readonly string[] =>
  findMentions(words(text), gazetteer).flatMap((mention) => mention.ids);

describe('names in a text', () => {
  it.each([
    ['Did Lavrov call?', ['sergey-lavrov']],
    ['the Russian Federation’s minister', ['russia']],
    ['in the Russian capital', ['moscow']],
    ['Что сказал Сергей Лавров?', ['sergey-lavrov']],
    ['习近平在哪里', ['xi-jinping']],
  ])('finds them in “%s”', (text, expected) => {
    expect(idsIn(text)).toEqual(expected);
  });
  it('does not take a question word for an abbreviation', () => {
    expect(idsIn('who came?')).toEqual([]);
  });
  it('forgives a slip in a long name and none in a short one', () => {
    expect(guessName('lavrof', gazetteer)).toEqual(['sergey-lavrov']);
    expect(guessName('xo', gazetteer)).toEqual([]);
  });
  it('suggests by beginnings first, then by slips', () => {
    expect(suggestNames('lav', entities).map((each) => each.id)).toEqual(['sergey-lavrov']);
    expect(suggestNames('rusia', entities).map((each) => each.id)).toEqual(['russia']);
    expect(suggestNames('qqq', entities)).toEqual([]);
  });
});
