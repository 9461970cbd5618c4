/** The words with a capital first letter, to begin a sentence or a title. */
export function sentenceCase(words: string): string {
  const [first = '', ...rest] = words;
  return first.toLocaleUpperCase('en') + rest.join('');
}
