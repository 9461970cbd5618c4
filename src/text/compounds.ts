const particles = 'off|up|out|over|down|back|away|in|on|through|fire';
const hyphened = new RegExp(`\\b([a-z]{2,})-(${particles})\\b`, 'g');

/** The nouns made of a verb and a particle in a folded text, written as one word: `stand-off` → `standoff`, `run-off` → `runoff`. */
export const compoundsIn = (folded: string): readonly string[] =>
  [...folded.matchAll(hyphened)].map(([, verb, particle]) => `${verb}${particle}`);

/** A folded text with such nouns written as one word, since half of the papers write them so. */
export const joinCompounds = (folded: string): string => folded.replace(hyphened, '$1$2');
