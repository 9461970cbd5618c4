import type { Unit } from './unit.ts';

/** Titles of those who sit in a council, as questions and headlines write them, and which council it is. */
const councils: readonly (readonly [RegExp, string])[] = [
  [/\b(?:prime ministers|premiers|heads of government|government council)\b/, 'government'],
  [/\b(?:heads of state|presidents|summits?)\b/, 'state'],
  [/\bsecurity council secretaries|security (?:chiefs|secretaries)\b/, 'security'],
  [/\b(?:foreign ministers|top diplomats)\b/, 'foreign'],
  [/\b(?:defen[cs]e ministers|defen[cs]e chiefs)\b/, 'defence'],
  [
    /\b(?:culture|education|energy|trade|economy|economic|finance|health|justice|interior|transport|tourism|agriculture|environment|science|sports?) ministers\b/,
    'ministers',
  ],
  [/\b(?:chief justices|supreme courts?|top judges)\b/, 'judges'],
  [/\bprosecutors\b/, 'prosecutors'],
];

/** The council that a text is about, by its members in the plural; undefined where it names none, or several. */
export function councilOf(text: string): string | undefined {
  const folded = text.toLowerCase();
  const found = councils.filter(([pattern]) => pattern.test(folded));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** A question (folded) names a council by its members, and the unit tells of another one's meeting. */
export function isOtherCouncil(folded: string, unit: Unit): boolean {
  const asked = councilOf(folded);
  if (asked === undefined) return false;
  const told = councilOf(unit.title);
  return (
    told !== undefined &&
    asked !== told &&
    !/\bjoint\b|\btogether\b/.test(folded) &&
    councilOf(unit.text) !== asked
  );
}
