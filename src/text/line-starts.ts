/** Where the lines of a text begin. */
export function lineStarts(text: string): readonly { readonly start: number }[] {
  const found = [{ start: 0 }];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push({ start: at + 1 });
  return found;
}
