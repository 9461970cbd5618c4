import { ReaderError } from '../../errors.ts';

/** Elements one within another at most; real pages have some dozens. */
const deepest = 1_000;

/** Elements that stand alone, or end without being told to: they do not count. */
const unclosed =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|param|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup|rt|rp|html|head|body)$/i;

/**
 * Looks at markup before any parser does, in one pass.
 * @throws ReaderError for a document type with declarations of its own, and for elements nested without end
 */
export function refuseMarkup(markup: string): void {
  if (hasInternalSubset(markup))
    throw new ReaderError(
      'The page declares entities of its own (a DOCTYPE with “[”), and such a page is not read.',
    );
  if (depthOf(markup) > deepest)
    throw new ReaderError(
      `The page nests more than ${deepest.toLocaleString('en-GB')} elements and is not read.`,
    );
}

/** Whether any document type is followed by `[` before its `>`, outside quotation marks. */
function hasInternalSubset(markup: string): boolean {
  for (const match of markup.matchAll(/<!doctype/gi)) {
    let quote = '';
    for (let at = match.index + match[0].length; at < markup.length; at++) {
      const letter = markup[at] ?? '';
      if (quote !== '') {
        if (letter === quote) quote = '';
      } else if (letter === '"' || letter === "'") quote = letter;
      else if (letter === '[') return true;
      else if (letter === '>' || letter === '<') break;
    }
  }
  return false;
}

function depthOf(markup: string): number {
  let depth = 0;
  let most = 0;
  for (const [, end, name = '', rest = ''] of markup.matchAll(/<(\/?)([a-z][\w:.-]{0,60})([^<>]*)/gi)) {
    if (unclosed.test(name)) continue;
    if (end === '/') depth = Math.max(0, depth - 1);
    else if (!rest.endsWith('/')) depth += 1;
    most = Math.max(most, depth);
  }
  return most;
}
