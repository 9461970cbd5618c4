import type { Tense } from './recogniser.ts';

const future =
  /^(?:will|shall|would|won't|'ll|upcoming|expected|scheduled|slated|due|plan|plans|planned|planning|hopes|hoping|intends|deadline|starting|begins|going|until|till|by|unless|must|should|may)$/;
const past =
  /^(?:was|were|had|did|said|told|came|went|met|held|took|made|gave|won|lost|began|left|led|spoke|found|sent|paid|ran|sat|shot|fell|rose|saw|got|struck|wrote|put|set|cut|hit|became|announced|[a-z]{3,}ed)$/;
/** Words that look like past forms and are none. */
const notPast =
  /^(?:need|united|hundred|indeed|speed|feed|agreed-upon|limited|proceed|succeed|exceed|bed|red|wed|shed)$/;
const linking = /^(?:be|been|have|to|not|also|still|now|is|are|likely|only|formally|officially)$/;
/** Most words that are looked at on one side. */
const reach = 18;

/**
 * Which side of the present a date lies on, by the verbs near it: those before it in its sentence, else those after it.
 * @param before what stands before the date in its sentence
 */
export function tenseOf(before: string, after: string): Tense {
  if (/^['’]s\b/.test(after)) return 'past';
  if (/\bas (?:soon|early) as $/i.test(before)) return 'future';
  const earlier = (before.toLowerCase().match(/[a-z']+/g) ?? []).slice(-reach).reverse();
  const found = nearest(earlier);
  if (found !== 'unknown') return found;
  const later = (after.toLowerCase().match(/[a-z']+/g) ?? []).slice(0, 12);
  return forward(later);
}

/** The words run backwards from the date. */
function nearest(words: readonly string[]): Tense {
  for (const [index, word] of words.entries()) {
    if (future.test(word)) return 'future';
    if (!past.test(word) || notPast.test(word)) continue;
    return led(words.slice(index + 1, index + 4)) ? 'future' : 'past';
  }
  return 'unknown';
}

/** Whether what stands before a participle makes it one of the future: `will be held`, `to be released`. */
function led(before: readonly string[]): boolean {
  for (const [index, word] of before.entries()) {
    if (/^(?:will|would|shall|'ll|may|could|should|must)$/.test(word)) return true;
    if (word === 'to') return before[index - 1] === 'be';
    if (!linking.test(word)) return false;
  }
  return false;
}

function forward(words: readonly string[]): Tense {
  for (const word of words) {
    if (/^(?:will|would|shall|'ll)$/.test(word)) return 'future';
    if (past.test(word) && !notPast.test(word)) return 'past';
  }
  return 'unknown';
}
