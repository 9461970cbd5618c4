import { remember } from '../../../text/remember.ts';
import type { Token } from '../../../text/tokens.ts';
import { countries, peoples } from '../../gazetteer/countries.ts';
import { knownOrganisations } from '../../gazetteer/organisation-words.ts';
import { places } from '../../gazetteer/places.ts';
import type { MentionKind } from '../../model.ts';

/** Names of places that are ordinary words or people's names more often. */
const doubtful: ReadonlySet<string> = new Set(
  'male jos hamilton nice split bath bor hull david para hue aba beni goma york reading mobile bari bonn salto faro'.split(
    ' ',
  ),
);

/** The form in which names are compared: small letters, no full stops, no accents. */
function plain(name: string): string {
  const small = name.toLowerCase();
  if (/^[a-z0-9 '-]*$/.test(small)) return small;
  return small
    .replace(/\b(\p{L})\. (?=\p{L}\.)/gu, '$1')
    .replaceAll('.', '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('’', "'")
    .replaceAll('‑', '-');
}

function build(): ReadonlyMap<string, MentionKind> {
  const table = new Map<string, MentionKind>();
  for (const people of peoples) table.set(plain(people), 'other');
  for (const name of places) if (!doubtful.has(plain(name))) table.set(plain(name), 'place');
  for (const { capital } of countries) if (!doubtful.has(plain(capital))) table.set(plain(capital), 'place');
  for (const name of knownOrganisations) table.set(plain(name), 'organisation');
  for (const { names } of countries) for (const name of names) table.set(plain(name), 'country');
  return table;
}

const table = build();
/** Most words of a known name, by its first word. */
const longest = new Map<string, number>();
for (const name of table.keys()) {
  const words = name.split(' ');
  longest.set(words[0] ?? '', Math.max(words.length, longest.get(words[0] ?? '') ?? 0));
}

const mostWords = remember((first) => longest.get(plain(first).split(' ')[0] ?? '') ?? 0);

export interface Known {
  readonly kind: MentionKind;
  /** How many tokens it takes. */
  readonly length: number;
}

/** What a name in itself is known for: `Kota Kinabalu` a place, `Kenyan` a people (`other`). */
export const knownKind = (name: string): MentionKind | undefined => kindOf(name) ?? undefined;
const kindOf = remember((name) => table.get(plain(name)) ?? null);

/** Abbreviations that are small words when written small: `US`, `IS`, `WHO`. */
const onlyInCapitals: ReadonlySet<string> = new Set([
  'us',
  'is',
  'who',
  'it',
  'au',
  'da',
  'time',
  'meta',
  'apple',
  'shell',
  'dawn',
  'ap',
  'rt',
  'icc',
  'ppp',
  'ford',
  'chelsea',
  'emirates',
  'mit',
  'caf',
  'sun',
]);

/** The longest known name that begins at a token and is written with capitals. */
export function knownAt(tokens: readonly Token[], start: number): Known | undefined {
  const first = tokens[start];
  if (first === undefined || !first.capital) return undefined;
  const most = mostWords(first.text);
  for (let length = Math.min(most, tokens.length - start); length > 0; length--) {
    const last = tokens[start + length - 1];
    if (last === undefined || !last.capital || !joined(tokens, start, length)) continue;
    const kind = knownKind(nameOf(tokens, start, length));
    if (kind === undefined) continue;
    if (
      length === 1 &&
      onlyInCapitals.has(first.lower) &&
      first.opens &&
      first.text !== first.text.toUpperCase()
    )
      continue;
    if (
      length === 1 &&
      /^(?:us|is|who|it|au|da)$/.test(first.lower) &&
      first.text !== first.text.toUpperCase()
    )
      continue;
    return { kind, length };
  }
  return undefined;
}

function nameOf(tokens: readonly Token[], start: number, length: number): string {
  let name = tokens[start]?.text ?? '';
  for (let at = start + 1; at < start + length; at++) name += ` ${tokens[at]?.text}`;
  return name;
}

function joined(tokens: readonly Token[], start: number, length: number): boolean {
  for (let at = start + 1; at < start + length; at++) {
    const gap = tokens[at]?.gap;
    if ((gap !== ' ' && gap !== '. ' && gap !== '\u00a0') || tokens[at - 1]?.possessive) return false;
  }
  return true;
}
