import { formsOfBase, stem } from './stem.ts';

/** Endings of inflected words and what stands there in the base. */
const cuts: readonly (readonly [RegExp, string])[] = [
  [/(?:ies|ied)$/, 'y'],
  [/(?<!s)s$/, ''],
  [/(?<=s|x|z|ch|sh)es$/, ''],
  [/d$/, ''],
  [/(?:ed|ing)$/, ''],
  [/ing$/, 'e'],
  [/([bdgmnprt])\1(?:ed|ing)$/, '$1'],
];

/** The forms in which a folded English word may stand in a text: `resign` → `resigns`, `resigned`, …; itself first. */
export function inflections(word: string): readonly string[] {
  const seen = memory.get(word);
  if (seen !== undefined) return seen;
  const found = inflect(word);
  if (memory.size > mostRemembered) memory.clear();
  memory.set(word, found);
  return found;
}

const memory = new Map<string, readonly string[]>();
const mostRemembered = 5_000;

function inflect(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word];
  const stemmed = stem(word);
  const bases = [word, ...cuts.map(([end, instead]) => word.replace(end, instead)), ...formsOfBase(stemmed)];
  const same = (form: string): boolean => form.length > 2 && stem(form) === stemmed;
  const plain = [...new Set(bases)].filter((base) => same(base) && !/(?:[^e]ed|ing)$/.test(base));
  return [...new Set([word, ...bases.filter(same), ...plain.flatMap(regular).filter(same)])];
}

/** `vote` → `votes`, `voted`, `voting`; both `stopped` and `listened` are made, as spelling does not tell which is one. */
function regular(base: string): readonly string[] {
  if (base.endsWith('s')) return [`${base}es`];
  if (/[^aeiou]y$/.test(base)) return ['ies', 'ied', 'ying'].map((ending) => base.slice(0, -1) + ending);
  if (base.endsWith('e')) return [`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(base)
    ? [`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`]
    : [];
  return [/(?:x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`, `${base}ed`, `${base}ing`, ...doubled];
}
