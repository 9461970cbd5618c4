import { remember } from '../../../text/remember.ts';
import { givenNames } from '../../gazetteer/given-names.ts';
import { ordinaryWords, otherHeads } from '../../gazetteer/ordinary-words.ts';
import { ofHeads, organisationWords } from '../../gazetteer/organisation-words.ts';
import { placeBeginnings, placeEndings } from '../../gazetteer/place-words.ts';
import { wellKnownPeople } from '../../gazetteer/well-known-people.ts';
import { type Evidence, sum } from './evidence.ts';
import { knownKind } from './known-names.ts';

const plain = (word: string): string =>
  /^[\x20-\x7e]*$/.test(word) ? word : word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

export const isGivenName = remember(
  (word) => givenNames.has(plain(word)) || givenNames.has(plain(word[0] + word.slice(1).toLowerCase())),
);

/** Names come again and again, and what their words say never changes. */
const memory = new Map<string, Evidence>();
const mostRemembered = 20_000;

/** What the words of the name themselves say. */
export function ofWords(words: readonly string[]): Evidence {
  const name = words.join(' ');
  const seen = memory.get(name);
  if (seen !== undefined) return seen;
  if (memory.size >= mostRemembered) memory.clear();
  const evidence = judge(words);
  memory.set(name, evidence);
  return evidence;
}

function judge(words: readonly string[]): Evidence {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const many = words.length > 1;
  const known = knownKind(words.join(' '));
  return sum([
    known === 'country' ? { place: 12 } : known === 'place' ? { place: 5.5 } : {},
    known === 'organisation' ? { organisation: 8 } : {},
    known === 'other' ? { other: 12 } : {},
    !many && wellKnownPeople.has(plain(first)) ? { person: 5 } : {},
    many ? ofHeadWords(words, first, last) : known === undefined ? single(first) : {},
    isGivenName(first) ? { person: many ? 3 : 1.5 } : {},
    first === 'The' ? { person: -3 } : {},
    many && words.length <= 4 && words.slice(1).some(isGivenName) ? { person: 1 } : {},
    many && words.slice(1).some((word) => /^(?:bin|ibn|binti|bint|al|ul|van|von|der|de|da)$/.test(word))
      ? { person: 2 }
      : {},
    many && words.slice(0, -1).some((word) => /^\p{Lu}\.?$|^\p{Lu}\.\p{Lu}\.$/u.test(word))
      ? { person: 2.5 }
      : {},
    many && words.length <= 4 && words.every((word) => !ordinaryWords.has(word.toLowerCase()))
      ? { person: 1.2 }
      : {},
  ]);
}

function ofHeadWords(words: readonly string[], first: string, last: string): Partial<Evidence> {
  const of = words.findIndex((word) => /^(?:of|for|on)$/.test(word));
  if (of > 0 && otherHeads.has(words[of - 1] ?? '')) return { other: 7 };
  if (of > 0 && words.slice(0, of).some((word) => ofHeads.has(word))) return { organisation: 7 };
  if (otherHeads.has(last) || /^(?:Act|Bill|Law|Award|Cup|Prize|War)$/.test(last)) return { other: 4 };
  const organisation = organisationWords.has(last)
    ? 4.5
    : words.some((word) => organisationWords.has(word))
      ? 2.5
      : 0;
  const place = placeEndings.has(last) ? 4 : placeBeginnings.has(first) ? 2.5 : 0;
  const short =
    words.some((word) => /^\p{Lu}{2,6}$/u.test(word)) && words.some((word) => /\p{Ll}/u.test(word));
  const company = (words.some((word) => word === '&') ? 3 : 0) + (short ? 2.5 : 0);
  const partOfPlace =
    /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Greater|New|Old)$/.test(
      first,
    )
      ? 1.5
      : 0;
  return {
    organisation: organisation + company,
    place: place + partOfPlace,
    other: words.some((word) => otherHeads.has(word)) ? 1.5 : 0,
  };
}

function single(word: string): Partial<Evidence> {
  if (/^\p{Lu}[\p{Lu}\p{N}&-]{1,5}$/u.test(word)) return { organisation: 3 };
  if (/^\p{Lu}[\p{Lu}\p{N}&-]{6,8}$/u.test(word)) return { organisation: 1.5 };
  if (/^\p{Lu}\.(?:\p{Lu}\.)+$/u.test(word)) return { organisation: 2 };
  if (/\p{Ll}\p{Lu}/u.test(word) && !/^(?:Mc|Mac|De|Di|La|Le|Van|Al)\p{Lu}/u.test(word))
    return { organisation: 2 };
  if (
    /(?:stan|burg|berg|ville|town|grad|pur|pore|abad|nagar|shire|ford|bury|polis|ovo|garh|ganj|stad|dorf|hafen|fontein|kuala)$/i.test(
      word,
    )
  )
    return { place: 2 };
  return {};
}
