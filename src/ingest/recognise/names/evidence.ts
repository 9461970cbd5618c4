import type { Token } from '../../../text/tokens.ts';
import { givenNames } from '../../gazetteer/given-names.ts';
import { functionWords, ordinaryWords, otherHeads } from '../../gazetteer/ordinary-words.ts';
import { ofHeads, organisationCompany, organisationWords } from '../../gazetteer/organisation-words.ts';
import {
  placeBeginnings,
  placeEndings,
  placeHeads,
  placeNouns,
  placePrepositions,
} from '../../gazetteer/place-words.ts';
import { occupations, organisationNouns, speechVerbs } from '../../gazetteer/titles.ts';
import { wellKnownPeople } from '../../gazetteer/well-known-people.ts';
import { field, type Run } from './candidates.ts';
import { knownKind } from './known-names.ts';

export type NameKind = 'person' | 'place' | 'organisation' | 'other';
/** How much speaks for each kind; the numbers are set by hand and add up. */
export type Evidence = Readonly<Record<NameKind, number>>;

const plain = (word: string): string =>
  /^[\x20-\x7e]*$/.test(word) ? word : word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
export const isGivenName = (word: string): boolean =>
  givenNames.has(plain(word)) || givenNames.has(plain(word[0] + word.slice(1).toLowerCase()));

const none: Evidence = { person: 0, place: 0, organisation: 0, other: 0 };
const sum = (parts: readonly Partial<Evidence>[]): Evidence =>
  parts.reduce<Evidence>(
    (total, part) => ({
      person: total.person + (part.person ?? 0),
      place: total.place + (part.place ?? 0),
      organisation: total.organisation + (part.organisation ?? 0),
      other: total.other + (part.other ?? 0),
    }),
    none,
  );

/** What the words of the name themselves say. */
export function ofWords(words: readonly string[]): Evidence {
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
  const company = words.some((word) => word === '&') ? 3 : 0;
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
  if (/^\p{Lu}[\p{Lu}\p{N}&-]{1,7}$/u.test(word)) return { organisation: 3 };
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

/** What the words around say. */
export function ofContext(tokens: readonly Token[], run: Run, text: string): Evidence {
  const [before, before2] = [tokens[run.from - 1], tokens[run.from - 2]];
  const [last, after, after2] = [tokens[run.to - 1], tokens[run.to], tokens[run.to + 1]];
  if (last === undefined) return none;
  const behind = text.slice(last.end, last.end + 40);
  const joinedBefore = before !== undefined && /^\s$|^ $/.test(tokens[run.from]?.gap ?? '');
  return sum([
    joinedBefore ? beforeName(before, before2) : {},
    after !== undefined && after.gap === ' ' ? afterName(after, after2, last) : {},
    /^,? ?\(?(?:aged )?[1-9]\d(?:\)|, )/.test(behind) ? { person: 4 } : {},
    /^,? who\b/.test(behind) ? { person: 2.5 } : {},
    last.possessive &&
    after !== undefined &&
    /^(?:wife|husband|son|daughter|father|mother|lawyer|family|brother|sister|attorney|death|body|remarks|speech|home|career)$/.test(
      after.lower,
    )
      ? { person: 3 }
      : {},
    last.possessive &&
    after !== undefined &&
    /^(?:capital|government|president|parliament|economy|prime|foreign|military|army|population|border|second|largest|ambassador|northern|southern|eastern|western|central|north|south|east|west)$/.test(
      after.lower,
    )
      ? { place: 2 }
      : {},
    /^, (?:an? |the )?[\p{Ll}-]+/u.test(behind) && apposition(behind) ? { person: 2.5 } : {},
    /^, \p{Lu}/u.test(behind) && isPlace(behind) ? { place: 3 } : {},
    after?.gap === ', ' &&
    after !== undefined &&
    /^(?:Minister|President|Chairman|CEO|Director|Chief|Secretary|Head|Professor|Governor|Mayor)$/.test(
      after.text,
    )
      ? { person: 3 }
      : {},
  ]);
}

function beforeName(before: Token, before2: Token | undefined): Partial<Evidence> {
  const word = before.lower;
  if (occupations.has(word) && !before.possessive) return { person: 3 };
  if (
    speechVerbs.has(word) &&
    !/^(?:called|tells|told|urged|asked|criticised|criticized|praised|warned|responded|hoped)$/.test(word)
  )
    return { person: 2.5 };
  if (organisationNouns.has(word)) return { organisation: 3 };
  if (word === 'of' && before2 !== undefined && placeHeads.has(before2.lower)) return { place: 4 };
  if (word === 'the') {
    const lead = placePrepositions[before2?.lower ?? ''];
    return lead === undefined
      ? { organisation: 1.2, person: -2 }
      : { organisation: 0.8, place: lead / 2, person: -2 };
  }
  if (/^(?:by|and|with|told|against|including|between)$/.test(word)) return { person: 0.6 };
  if (word === 'of') return { place: 0.8, organisation: 0.5 };
  if (/^(?:a|an)$/.test(word)) return { other: 0.8, person: -1 };
  const lead = placePrepositions[word];
  return lead === undefined ? {} : { place: lead };
}

function afterName(after: Token, after2: Token | undefined, last: Token): Partial<Evidence> {
  const word = after.lower;
  if (!after.capital && placeNouns.has(word)) return { place: 3 };
  if (!after.capital && organisationCompany.has(word)) return { organisation: 2.5 };
  if (last.possessive) return {};
  if (speechVerbs.has(word)) return { person: 2, organisation: 0.5 };
  if (
    /^(?:has|had|was|is|will|would|also|then|himself|herself)$/.test(word) &&
    after2 !== undefined &&
    (speechVerbs.has(after2.lower) ||
      /^(?:born|arrested|elected|appointed|married|killed)$/.test(after2.lower))
  )
    return { person: 1.5 };
  if (/^(?:himself|herself)$/.test(word)) return { person: 4 };
  if (/^(?:who|whose)$/.test(word)) return { person: 2.5 };
  return {};
}

/** `, a singer`, `, head of the agency`: people are explained so. */
function apposition(behind: string): boolean {
  const words = behind.slice(2).match(/[\p{L}-]+/gu) ?? [];
  return words.slice(0, 4).some((word) => occupations.has(word.toLowerCase()));
}

/** `, Kenya` or `, Hebei province` after a name. */
function isPlace(behind: string): boolean {
  const name = /^, (\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3})/u.exec(behind)?.[1] ?? '';
  return (
    /^(?:country|place)$/.test(knownKind(name) ?? '') ||
    /^, \p{Lu}\p{L}* (?:province|state|district|county)\b/u.test(behind)
  );
}

/** Endings of English nouns and adjectives that names hardly have. */
const ordinaryEnding =
  /^\p{Lu}\p{Ll}{3,}(?:tion|tions|ness|ment|ments|ings?|isms?|ity|ities|ance|ence|ship|ships|logy|graphy|ised|ized|ously|ally|ously|ous|ive|able|ible|ful|less|ists|ants|ures?|ages|ters|ners|ders|cers|yers)$/u;

/** A word that is a name of nothing when it stands alone. */
export const isOrdinary = (token: Token): boolean =>
  ordinaryWords.has(token.lower) ||
  functionWords.has(token.lower) ||
  organisationWords.has(token.text) ||
  placeEndings.has(token.text) ||
  otherHeads.has(token.text) ||
  ordinaryEnding.test(token.text) ||
  field.test(token.text) ||
  /^\p{N}/u.test(token.text) ||
  token.text.length === 1;
