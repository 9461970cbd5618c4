import type { Token } from '../../../text/tokens.ts';
import { organisationCompany } from '../../gazetteer/organisation-words.ts';
import { placeHeads, placeNouns, placePrepositions } from '../../gazetteer/place-words.ts';
import { occupations, organisationNouns, speechVerbs } from '../../gazetteer/titles.ts';
import type { Run } from './candidates.ts';
import { type Evidence, none, sum } from './evidence.ts';
import { knownKind } from './known-names.ts';

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
  if (!after.capital && organisationCompany.has(word)) return { organisation: after2?.capital ? 4.5 : 2.5 };
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
