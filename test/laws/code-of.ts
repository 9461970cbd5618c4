/** What stands before a `/` that starts a regular expression, and not a division. */
const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|of|in))\s*$/;

const tokens: readonly (readonly [RegExp, string])[] = [
  [/\/\/[^\n]*/y, ''],
  [/\/\*[\s\S]*?\*\//y, ' '],
  [/'(?:\\.|[^'\\\n])*'/y, "''"],
  [/"(?:\\.|[^"\\\n])*"/y, "''"],
];
const regex = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;

/** TypeScript without its comments, and with every string, template text and regular expression emptied. */
export function codeOf(source: string): string {
  let made = '';
  let at = 0;
  /** Depths of braces at which a template goes on. */
  const templates: number[] = [];
  let depth = 0;

  const matchAt = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  /** Skips template text up to its end or its next `${`. */
  const skipText = (): void => {
    const text = matchAt(/(?:\\[\s\S]|\$(?!\{)|[^\\`$])*/y) ?? '';
    at += text.length;
    if (source[at] === '`') at += 1;
    else {
      at += 2;
      templates.push(depth);
      depth += 1;
      made += ' ';
    }
  };

  while (at < source.length) {
    const [found, put] =
      tokens
        .map(([pattern, text]) => [matchAt(pattern), text] as const)
        .find(([text]) => text !== undefined) ?? [];
    const expression =
      found === undefined && source[at] === '/' && beforeRegex.test(made) ? matchAt(regex) : undefined;
    if (found !== undefined) {
      at += found.length;
      made += put;
    } else if (expression !== undefined) {
      at += expression.length;
      made += "''";
    } else if (source[at] === '`') {
      at += 1;
      made += "''";
      skipText();
    } else if (source[at] === '}' && templates.at(-1) === depth - 1) {
      at += 1;
      depth -= 1;
      templates.pop();
      skipText();
    } else {
      if (source[at] === '{') depth += 1;
      if (source[at] === '}') depth -= 1;
      made += source[at];
      at += 1;
    }
  }
  return made;
}
