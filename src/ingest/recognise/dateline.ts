import { knownKind } from './names/known-names.ts';

/** Where and, if said, when an agency's report was written: `GOA, May 4 (Agency) –`, `KUNDUZ, Afghanistan --`. */
export interface Dateline {
  readonly place: string | null;
  /** First place of the text after it. */
  readonly end: number;
}

const agency =
  /^\s{0,6}(?:date\s\d{4}-\d{2}-\d{2}\s{1,4})?((?:\p{Lu}[\p{L}.’'-]{1,24})(?:[\s-]\p{Lu}[\p{L}.’'-]{0,24}){0,3})(?:,\s(?:\p{Lu}[\p{L}.]{1,20}(?:\s\p{Lu}[\p{L}.]{1,20}){0,2}))?(?:,?\s(?:[JFMASOND]\p{L}{2,8}\.?\s\d{1,2}|\d{1,2}\s[JFMASOND]\p{L}{2,8})(?:,\s\d{4})?)?\s?(?:\([^()\n]{2,40}\))?\s?(?:--|[–—_]|-(?=\s)|:\s(?=\p{Lu}))/u;

/** The dateline at the beginning of a text. A colon counts only after capitals, as `LONDON: …`. */
export function readDateline(text: string): Dateline {
  const match = agency.exec(text.slice(0, 240));
  const place = match?.[1];
  if (match === null || place === undefined || isPublisher(place)) return laterDateline(text);
  if (place !== place.toUpperCase() && (/:\s?$/.test(match[0]) || !isPlace(place)))
    return laterDateline(text);
  return { place: titleCase(place), end: match[0].length };
}

/** `CNN — Rain fell`: who published it, not where. */
const isPublisher = (name: string): boolean => knownKind(name) === 'organisation';

const isPlace = (name: string): boolean => /^(?:place|country)$/.test(knownKind(name) ?? '');

/** A dateline after captions: only in capitals, with a dash. */
function laterDateline(text: string): Dateline {
  const match = later.exec(text.slice(0, within));
  const place = match?.[1];
  return match === null || place === undefined || isPublisher(place)
    ? { place: null, end: 0 }
    : { place: titleCase(place), end: match.index + match[0].length };
}

/** `NEW DELHI` → `New Delhi`. */
const titleCase = (name: string): string =>
  name === name.toUpperCase()
    ? name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase())
    : name;

const later =
  /(?:^|[\s.)])((?:\p{Lu}{3,24})(?:[\s-]\p{Lu}{2,24}){0,3})(?:,\s\p{Lu}[\p{L}.]{1,20}(?:\s\p{Lu}[\p{L}.]{1,20}){0,2})?(?:,?\s[JFMASOND]\p{L}{2,8}\.?\s\d{1,2})?\s?(?:\([^()\n]{2,40}\))?\s?(?:--|[–—_])\s/u;
/** How far into a text a dateline is looked for: captions and credits may stand before it. */
const within = 900;

const header = /^\s{0,6}date\s(\d{4}-\d{2}-\d{2})\b/i;

/** The day of a header `date 2023-05-04` at the beginning of a text, in the calendar. */
export function readHeaderDate(text: string): Temporal.PlainDate | undefined {
  const said = header.exec(text)?.[1];
  if (said === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(said, { overflow: 'reject' });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}
