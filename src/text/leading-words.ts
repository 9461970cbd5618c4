/**
 * The words that a text can begin with to match the source of a pattern, lower-case: what a look-up needs to try the pattern at
 * few places only. Understands letters, `(?:…|…)`, `?`, and ends at the first space or other sign.
 */
export function leadingWords(source: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of alternatives(source)) if (text !== '') words.add(text.toLowerCase());
  return words;
}

/** A beginning, and whether what follows in the pattern still belongs to its first word. */
interface Beginning {
  readonly text: string;
  readonly open: boolean;
}

function alternatives(source: string): readonly Beginning[] {
  return splitTop(source).flatMap((branch) => sequence(branch));
}

/** Splits at the bars that stand in no group. */
function splitTop(source: string): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '|' && depth === 0) {
      parts.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, source.slice(start)];
}

function sequence(source: string): readonly Beginning[] {
  let found: readonly Beginning[] = [{ text: '', open: true }];
  let at = 0;
  while (at < source.length && found.some(({ open }) => open)) {
    const { options, next } = piece(source, at);
    at = next;
    const optional = source[at] === '?';
    if (optional) at++;
    found = found.flatMap((before) => {
      if (!before.open) return [before];
      const longer = options.map(({ text, open }) => ({ text: before.text + text, open }));
      return optional ? [...longer, before] : longer;
    });
  }
  return found;
}

/** One group or letter from `at`; any other sign ends the word. */
function piece(
  source: string,
  at: number,
): { readonly options: readonly Beginning[]; readonly next: number } {
  const sign = source[at] ?? '';
  if (sign === '(') {
    const close = closing(source, at);
    const ahead = /^\(\?[=!]/.test(source.slice(at, at + 3));
    const inner = source.slice(at + 1, close).replace(/^\?:/, '');
    return { options: ahead ? [{ text: '', open: true }] : alternatives(inner), next: close + 1 };
  }
  const run = letters(source, at);
  return { options: [{ text: run, open: run !== '' }], next: at + Math.max(run.length, 1) };
}

/** The letters from `at`; the last one is left for itself where a question mark follows it. */
function letters(source: string, at: number): string {
  let end = at;
  while (/[\p{L}\p{N}]/u.test(source[end] ?? '')) end++;
  return source.slice(at, source[end] === '?' && end - at > 1 ? end - 1 : end);
}

function closing(source: string, at: number): number {
  let depth = 0;
  for (let end = at; end < source.length; end++) {
    if (source[end] === '\\') end++;
    else if (source[end] === '(') depth++;
    else if (source[end] === ')' && --depth === 0) return end;
  }
  return source.length;
}
