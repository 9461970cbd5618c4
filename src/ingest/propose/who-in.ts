import { fold } from '../../text/fold.ts';
import { inRange } from '../../text/in-range.ts';
import { createLocate, type Located } from '../../text/locate.ts';
import { standsFor } from '../recognise/references.ts';
import type { Ground } from './align.ts';

/** Somebody who is named in a stretch of the text, or safely meant by a pronoun there. */
export interface Named extends Located {
  readonly name: string;
  readonly entity: string | null;
}

const pronoun = /\b(?:he|she|him|her|his|it|its|they|them|their)\b/gi;

/**
 * Finds a name that a model gave in a stretch of the text: word for word, under another form that the text uses for it
 * (`Lavrov`), or meant by a pronoun that can mean nobody else. Undefined where it is not there.
 */
export function whoIn(name: string, { start, end }: Located, ground: Ground): Named | undefined {
  const { text, found, sentences } = ground;
  const mentions = inRange(found.mentions, start, end);
  const wanted = fold(name);
  const mention = mentions.find((each) => fold(each.name) === wanted || fold(each.text) === wanted);
  if (mention !== undefined)
    return { name: mention.name, entity: mention.entity, start: mention.start, end: mention.end };
  const there = isName(name) ? createLocate(text.slice(start, end))(name) : undefined;
  if (there !== undefined)
    return {
      name: text.slice(start + there.start, start + there.end).replace(/\s+/g, ' '),
      entity: ground.link(name, 'person', name),
      start: start + there.start,
      end: start + there.end,
    };
  for (const { 0: word, index } of text.slice(start, end).matchAll(pronoun)) {
    const meant = standsFor(text, sentences, found.mentions, start + index);
    if (meant !== undefined && fold(meant.name) === wanted)
      return {
        name: meant.name,
        entity: meant.entity,
        start: start + index,
        end: start + index + word.length,
      };
  }
  return undefined;
}

/** A name begins with a capital, or its script has none. */
const isName = (words: string): boolean => /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(words);

/** The whole sentences that a place touches. */
export function sentencesAround({ start, end }: Located, { sentences }: Ground): Located | undefined {
  const touched = sentences.filter((each) => each.start < end && each.end > start);
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}
