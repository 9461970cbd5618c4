/** What a reader of Discord sees of a piece of Markdown, and what the client makes of it besides. */
export interface Reading {
  readonly text: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Styles, line marks, mentions, bare addresses, emoji names: everything that is not text or a masked link. */
  readonly marks: readonly string[];
}

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Where the visible text stands in the match; -1 when the match is shown as it stands. */
  readonly group: number;
}

/**
 * The inline rules in the order in which Discord's client tries them at each position, after its published fork of
 * simple-markdown. Written anew here, so that the renderer is not judged by itself.
 */
const rules: readonly Rule[] = [
  { name: 'escape', pattern: /^\\([^0-9A-Za-z\s])/, group: 1 },
  {
    name: 'link',
    pattern: /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)/,
    group: 1,
  },
  { name: 'autolink', pattern: /^<(?:https?|mailto|tel|discord|steam):[^ >]+>/, group: -1 },
  { name: 'url', pattern: /^(?:https?|discord|steam):\/\/[^\s<]+/i, group: -1 },
  { name: 'invite', pattern: /^discord(?:app)?\.(?:gg|com|gift|new)\/\S+/i, group: -1 },
  { name: 'mention', pattern: /^<(?:@[!&]?|#)\d+>|^<\/[^>]+:\d+>|^<id:\w+>/, group: -1 },
  { name: 'everyone', pattern: /^@(?:everyone|here)/i, group: -1 },
  { name: 'time', pattern: /^<t:-?\d+(?::[tTdDfFR])?>/, group: -1 },
  { name: 'emoji', pattern: /^<a?:\w+:\d+>|^:[\w+~-]+:/, group: -1 },
  { name: 'code', pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/, group: 2 },
  { name: 'strong', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, group: 1 },
  { name: 'underline', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, group: 1 },
  { name: 'emphasis', pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_\b/, group: 1 },
  { name: 'emphasis', pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_(?![0-9A-Za-z_])/, group: 1 },
  {
    name: 'emphasis',
    pattern: /^\*(?=\S)((?:\*\*|\s+(?:[^*\s]|\*\*)|[^\s*])+?)\*(?!\*)/,
    group: 1,
  },
  { name: 'strike', pattern: /^~~([\s\S]+?)~~(?!_)/, group: 1 },
  { name: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/, group: 1 },
];

const lineMarks: readonly (readonly [string, RegExp])[] = [
  ['quote', /^>>?>? /],
  ['small', /^-# /],
  ['heading', /^ {0,3}#{1,3}\s/],
  ['item', /^\s*[-*+] /],
  ['number', /^\s*\d+[.)] /],
];

/** Reads one text display. */
export function readMarkdown(markdown: string): Reading {
  const reading = { text: '', links: [] as { label: string; url: string }[], marks: [] as string[] };
  for (const [index, part] of markdown.split(/```\n?/).entries()) {
    if (index % 2 === 1) {
      reading.marks.push('block');
      reading.text += part;
    } else for (const line of part.split(/(?<=\n)/)) readLine(line, reading);
  }
  return { ...reading, text: reading.text.replaceAll('\u200b', '') };
}

function readLine(line: string, reading: { text: string; links: unknown[]; marks: string[] }): void {
  let rest = line;
  for (const [name, pattern] of lineMarks) {
    if (!pattern.test(rest)) continue;
    reading.marks.push(name);
    rest = rest.replace(pattern, '');
  }
  readInline(rest, reading);
}

function readInline(text: string, reading: { text: string; links: unknown[]; marks: string[] }): void {
  let rest = text;
  while (rest !== '') {
    const found = rules
      .flatMap((rule) => ({ rule, match: rule.pattern.exec(rest) }))
      .find(({ match }) => match);
    if (!found?.match) {
      const safe = plainRun(rest);
      reading.text += safe;
      rest = rest.slice(safe.length);
      continue;
    }
    readMatch(found.rule, found.match, reading);
    rest = rest.slice(found.match[0].length);
  }
}

/** A word, or one character where something may begin inside of a word: an address or an invitation. */
function plainRun(text: string): string {
  const word = /^[A-Za-z0-9]{1,40}(?![A-Za-z0-9]*[:.]\S)/.exec(text)?.[0];
  return word ?? Array.from(text.slice(0, 2))[0] ?? '';
}

function readMatch(
  rule: Rule,
  match: RegExpExecArray,
  reading: { text: string; links: unknown[]; marks: string[] },
): void {
  if (rule.name === 'escape' || rule.name === 'code') reading.text += match[rule.group] ?? '';
  if (rule.name === 'escape') return;
  if (rule.name === 'link') {
    const start = reading.text.length;
    readInline(match[1] ?? '', reading);
    reading.links.push({ label: reading.text.slice(start), url: match[2] ?? '' });
    return;
  }
  reading.marks.push(rule.name);
  if (rule.group === -1) reading.text += match[0];
  else if (rule.name !== 'code') readInline(match[rule.group] ?? '', reading);
}
