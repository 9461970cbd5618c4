import { fold } from '../text/fold.ts';
import { soundOfHan } from '../text/han-names.ts';
import { transliterate } from '../text/transliterate.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Chat shorthand, put right before anything else is read. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/\bb4\b/g, 'before'],
  [/\bgovt\b/g, 'government'],
  // In lower case these are also names: only where a question begins or ends.
  [/^w[eh]n (?=did|was|is|were|does|will)|\bw[eh]n(?=[?.! ]*$)/g, 'when '],
  [/\byrs?\b/g, 'year'],
  [/\bops?\b/g, 'operation'],
  [/\btoday's\b/g, 'the current'],
  [/\bnr\b/g, 'number'],
  [/\b(?:nr|no)\.? of\b|# of\b/g, 'number of'],
  [/\bvp\b/g, 'vice president'],
  [/\bart\.? (?=\d)/g, 'article '],
  [/\bhq\b/g, 'headquarters'],
  [/\bnuke(?:s|d)?\b/g, 'nuclear'],
  [/\bpaks?\b/g, 'pakistan'],
  [/\binfo\b/g, 'information'],
  [/\b(?:mil|mln)\b/g, 'million'],
  [/\bbn\b/g, 'billion'],
  [/\bdept\b/g, 'department'],
  [/\b(?:orgs?|org'n)\b/g, 'organisation'],
  [/\b(?:mtg|mtgs)\b/g, 'meeting'],
  [/\bcttee\b/g, 'committee'],
  [/\bintl\b/g, 'international'],
  [/\bparl\b/g, 'parliament'],
  [/\bmfn\b/g, 'most favoured nation'],
  [/\bloc\b/g, 'line of control'],
  [/\bkz\b/g, 'kazakhstan'],
  [/\buz\b/g, 'uzbekistan'],
  [/\btj\b/g, 'tajikistan'],
  [/\b(?<=defen[cs]e |foreign |trade |finance |culture |health )mins?\b/g, 'ministers'],
  [/\bdipl\b/g, 'diplomatic'],
  [/\bpres\b/g, 'president'],
  [/\bamb\b/g, 'ambassador'],
  [/\bpls\b|\bplz\b/g, ''],
  [/\bw\/(?=\w)/g, 'with '],
  [/&/g, ' and '],
  [/\bcan(?:'t|not)\b/g, 'can not'],
  [/'(?:d|ll|ve|re|m)\b/g, ''],
  [/n't\b/g, ' not'],
  [/\s\+\s/g, ' and '],
  [/ {1,}'s\b/g, "'s"],
  [/\bu\.?n\.?\b/g, 'united nations'],
  // `was made foreign minister`: became it.
  [
    /\b(?:was|were|got|been) made (?=(?:[\w']+ ){0,3}(?:minister|president|premier|secretary|chief|director|ambassador|envoy|head|chair\w*|governor|member|partner|observer|adviser)\b)/g,
    'became ',
  ],
  // The last one before is the first one since: evidence says it the other way round.
  [/\blast\b(?=.*\bbefore\b)/g, ''],
];

/** `'92` → `1992`: of this century up to the coming year, else of the last one. */
const fullYears = (text: string, thisYear: number): string =>
  text.replace(/(?<=^|\s)'(\d\d)(?!\d|s\b)/g, (_, digits: string) => {
    const century = Math.floor(thisYear / 100) * 100;
    const year = century + Number(digits);
    return String(year > thisYear + 1 ? year - 100 : year);
  });

/** The folded question without shorthand; capital letters that name something and would fold to an empty word are spelt out. */
export function plainQuestion(question: string, gazetteer: Gazetteer, thisYear: number): string {
  const spelt = question.replace(/\b\p{Lu}{2,6}\b/gu, (letters) => {
    const name = gazetteer.acronyms.get(letters);
    return name === undefined || question === question.toUpperCase() ? letters : name;
  });
  const latin = fold(spelt).replace(/[\p{Script=Cyrillic}\p{Script=Devanagari}]+/gu, (word) =>
    gazetteer.longest.has(word) ? word : transliterate(word),
  );
  const named = latin.replace(/\p{Script=Han}{2,4}/gu, (name) => personInHan(name, gazetteer) ?? name);
  return rules
    .reduce((text, [from, to]) => text.replace(from, to), fullYears(named, thisYear))
    .replace(/ {2,}/g, ' ');
}

/** `习近平` → `Xi Jinping`, folded: the person whose name is written so in Pinyin. */
function personInHan(name: string, gazetteer: Gazetteer): string | undefined {
  const sound = soundOfHan(name);
  if (sound === undefined) return undefined;
  const found = [...gazetteer.entities.values()].find(
    (entity) => entity.kind === 'person' && fold(entity.name).replaceAll(' ', '') === sound,
  );
  return found === undefined ? undefined : ` ${fold(found.name)} `;
}
