/** The lexicon for readers outside the answer engine. */
export { stopWords } from './lexicon/stop-words.ts';
