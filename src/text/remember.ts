/** Most words that are kept; then they are forgotten and read again. */
const most = 20_000;
/** Longer pieces of a text keep the whole text in memory (V8 makes them slices of it), so they are read every time. */
const longest = 12;

/** The same function of a word, which judges every word once: texts consist of the same words again and again. */
export function remember<Value>(judge: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    if (word.length > longest) return judge(word);
    const seen = known.get(word);
    if (seen !== undefined) return seen;
    if (known.size >= most) known.clear();
    const value = judge(word);
    known.set(word, value);
    return value;
  };
}
