const particles = 'off|up|out|over|down|back|away|through|fire';
const hyphened = new RegExp(`\\b([a-z]{2,})-(${particles})\\b`, 'g');

/** What a folded text hyphens and others write as one word: `stand-off` → `standoff`, `S-400` → `s400`. */
export const compoundsIn = (folded: string): readonly string[] =>
  [...folded.matchAll(hyphened), ...folded.matchAll(model)].map(([, first, second]) => `${first}${second}`);

/** A letter or two and a number: `S-400` and `s400` are the same thing. */
const model = /\b([a-z]{1,2})-(\d{2,})\b/g;
/** `river-sharing deal` is a deal on a river. */
const manner = /\b([a-z]{3,})-(?:sharing|making|building|keeping|related|style|wide)\b/g;

/** A folded question with such nouns written as one word, since half of the papers write them so. */
export const joinCompounds = (folded: string): string =>
  folded.replace(hyphened, '$1$2').replace(model, '$1$2').replace(manner, '$1');
