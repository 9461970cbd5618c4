const asker =
  /(?<![a-z]-)\b(?:how (?:many|much|long|old|far|big|tall|high|fast|often)|which|what|whose|whom|who|where|when|why|how)\b/g;
/** Verbs that stand between an asking word and what it asks. */
export const helper =
  /^(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|may|might|should|am|be|been)$/;

/** The asking word of a sentence and where it ends. */
export function askingWord(sentence: string): { readonly word: string; readonly end: number } | undefined {
  const found = [...sentence.matchAll(asker)].filter((match) => !isRelative(sentence, match));
  const [first] = found;
  // `After X died, who …` asks who; `when X died, which …` asks which.
  const nouns = found.filter(({ 0: word }) => /^(?:which|what|how |whose|whom)/.test(word));
  const chosen = nouns.find(({ index }) => !/,\s*$/.test(sentence.slice(0, index))) ?? nouns[0] ?? first;
  return chosen === undefined ? undefined : { word: chosen[0], end: chosen.index + chosen[0].length };
}

/** `a man who`, `Woodson, who`: it tells more of somebody and asks nothing. `After it closed, who` asks. */
function isRelative(sentence: string, { 0: word, index }: RegExpExecArray): boolean {
  const before = sentence.slice(0, index).trimEnd();
  if (!/^(?:which|who|whom|whose|where|when)$/.test(word) || before === '') return false;
  if (/(?:^|\b(?:and|but|or|of|in|on|at|to|for|with|by|from|into|that|as|against))$/.test(before))
    return word === 'when';
  const next =
    sentence
      .slice(index + word.length)
      .trimStart()
      .split(/[^\p{L}\d'-]+/u)[0] ?? '';
  if (before.endsWith(','))
    return word === 'which' ? !isNounNext(sentence, index) : !before.includes(' ') || /^who[ms]/.test(word);
  return word !== 'which' || helper.test(next);
}

/** `…, which franchise legend did …?` asks; `…, which experts warn can be dangerous?` does not. */
const isNounNext = (sentence: string, index: number): boolean =>
  /^which (?:[\p{L}\d'-]+ ){1,4}(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could)\b/u.test(
    sentence.slice(index),
  );
