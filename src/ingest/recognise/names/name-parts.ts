import type { Token } from '../../../text/tokens.ts';
import { best, type Candidate, key } from './candidate.ts';
import type { Evidence, NameKind } from './evidence.ts';

/** Parts of people's names with the fullest name: `Lavrov` → `Sergey Lavrov`. */
export function peopleIn(
  candidates: readonly Candidate[],
  totals: ReadonlyMap<string, Evidence>,
): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const { name, words, titled } of candidates) {
    const evidence = totals.get(key(name));
    if (words.length < 2 || words.length > 6 || evidence === undefined) continue;
    if (best(evidence) !== 'person' || (evidence.person < 2 && !titled)) continue;
    for (const part of [words.at(-1), words[0], words.slice(-2).join(' '), words.slice(0, 2).join(' ')]) {
      if (part === undefined || part.length < 3 || part === name) continue;
      const known = parts.get(part);
      if (known === undefined || (known.length < name.length && known.split(' ')[0] === words[0]))
        parts.set(part, name);
    }
  }
  return parts;
}

/** Abbreviations in brackets after the name that they stand for have its kind: `Free Coast Union (FCU)`. */
export function acronymsIn(
  candidates: readonly Candidate[],
  totals: ReadonlyMap<string, Evidence>,
  tokens: readonly Token[],
): ReadonlyMap<string, NameKind> {
  const found = new Map<string, NameKind>();
  for (const [index, candidate] of candidates.entries()) {
    const before = candidates[index - 1];
    if (before === undefined || before.run.to !== candidate.run.from || before.words.length < 2) continue;
    if (!/^\s?\($/.test(tokens[candidate.run.from]?.gap ?? '') || candidate.words.length > 1) continue;
    const initials = before.words
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join('');
    const shared = [...candidate.name.toUpperCase()].filter((letter) => initials.includes(letter)).length;
    if (shared * 2 < candidate.name.length || !/^\p{Lu}[\p{Lu}\p{Ll}&-]{1,9}$/u.test(candidate.name))
      continue;
    const evidence = totals.get(key(before.name)) ?? before.evidence;
    const kind = best(evidence);
    found.set(candidate.name, kind === 'person' ? 'organisation' : kind);
    if (kind === 'person' && /^\p{Lu}{3,}/u.test(candidate.name)) found.set(before.name, 'organisation');
  }
  return found;
}
