/** The sentences of a text, in order, each with its full stop. Initials and common shortenings do not end one. */
export function sentences(text: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  const boundary = /[.!?]["”')]?\s+(?=["“'(]?[\p{Lu}\d])/gu;
  for (const match of text.matchAll(boundary)) {
    const before = text.slice(start, match.index);
    if (/(?:^|[\s.(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|No|Sen|Lt|Col|vs|Prof)$/u.test(before)) continue;
    const end = match.index + match[0].trimEnd().length;
    found.push(text.slice(start, end).trim());
    start = match.index + match[0].length;
  }
  const rest = text.slice(start).trim();
  if (rest !== '') found.push(rest);
  return found;
}
