import { remember } from '../../../text/remember.ts';
import type { Token } from '../../../text/tokens.ts';
import { countries, peoples } from '../../gazetteer/countries.ts';
import { organisationWords } from '../../gazetteer/organisation-words.ts';
import { placeEndings } from '../../gazetteer/place-words.ts';
import { honorifics, officeWords } from '../../gazetteer/titles.ts';
import type { Run } from './candidates.ts';

/** Office words that stand right before a name; the others only modify them (`Foreign`, `Home`, `Deputy`). */
const heads =
  /^(?:President|Vice-President|President-elect|Premier|Minister|Chancellor|Chairman|Chairwoman|Chairperson|Chair|Director|Director-General|Secretary|Secretary-General|Secretary-general|Undersecretary|Under-Secretary|General|CEO|CFO|COO|CTO|MD|Governor|Governor-General|Mayor|Senators?|Sens?|Reps?|Gov|Representatives?|Congressman|Congresswoman|Councill?or|Councilman|Ambassador|Envoy|Commissioner|Commander|Commander-in-Chief|Spokesman|Spokeswoman|Spokesperson|Attorney|Prosecutor|Solicitor|Attorney-General|Speaker|Leader|Whip|Treasurer|Registrar|Dean|Vice-Chancellor|Principal|Headmaster|Coach|Captain|Manager|Editor|Reporter|Correspondent|Columnist|Author|Actor|Actress|Singer|Lawyer|Counsel|Analyst|Economist|Scientist|Researcher|Counsellor|Advis[eo]r|Lady|MP|MPs|MEP|MLA|Inspector|Co-founder|Founder|Owner|Officer|Head|Justices?|Judges?|Magistrates?|Ministers|Presidents|Chief|Detective|Superintendent|Democrat|Republican|Envoy)$/;
/** Titles that are names as often: they count at the beginning, or after another word of the title. */
const doubtful =
  /^(?:Sultan|King|Queen|Prince|Princess|Sheikh|Shaikh|Bishop|Judge|Justice|Imam|Marshal|Major|Dean|Pope|Father|Sister|Brother|Lord|Lady|Chief|Emir|Baron|Duke|Sri|Tun|Haji|Hajj|Tan|Head|Author|Miss|Master|Singer|Field|Wing|Crown|Coach|Counsel|Speaker|Editor)$/;
const canHead = remember((word) => heads.test(word) || honorifics.has(word) || honorifics.has(`${word}.`));
const isHead = ({ text }: Token): boolean => canHead(text);
const modifies = remember(
  (word) =>
    canHead(word) ||
    officeWords.has(word) ||
    peoples.has(word) ||
    /^(?:of|State|for|and|the|Police|Staff|Defence|Operations|Relations)$/.test(word),
);

export interface TitledRun {
  /** What stands before the title: the organisation or country of the office, if any. */
  readonly before: Run | undefined;
  readonly title: Run | undefined;
  /** The name itself; undefined where the run is a title alone. */
  readonly name: Run | undefined;
}

/** Divides `FBI Director Carla Munoz` into the organisation, the title and the name. */
export function splitTitle(tokens: readonly Token[], run: Run): TitledRun {
  const whole: TitledRun = { before: undefined, title: undefined, name: run };
  const last = tokens[run.to - 1];
  if (last !== undefined && run.to - run.from > 1 && endsOrganisation(last) && !isHead(last)) return whole;
  const head = lastHead(tokens, run);
  if (head === undefined) return whole;
  let start = head;
  while (start > run.from && isModifier(tokens, start - 1)) start--;
  const title = { from: start, to: head + 1 };
  const before = start > run.from ? { from: run.from, to: start } : undefined;
  if (head + 1 === run.to) return bareTitle(tokens, run, title, before);
  return { before, title, name: { from: head + 1, to: run.to } };
}

function isModifier(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && modifies(token.text) && !token.possessive;
}

const endsOrganisation = ({ text }: Token): boolean => organisationWords.has(text) || placeEndings.has(text);

/** The last word of the run that can end a title and has the name, or nothing, after it. */
function lastHead(tokens: readonly Token[], run: Run): number | undefined {
  for (let at = run.to - 1; at >= run.from; at--) {
    const token = tokens[at];
    if (token === undefined || !isHead(token)) continue;
    // “Governor's Office”: a title that owns what follows is nobody's.
    if (token.possessive && at < run.to - 1) return undefined;
    if (doubtful.test(token.text) && at > run.from && !isModifier(tokens, at - 1)) continue;
    // “Martin Luther King”: a title at the end of a name is a surname, unless it follows the name's organisation.
    if (
      at === run.to - 1 &&
      at > run.from &&
      !isModifier(tokens, at - 1) &&
      /^(?:King|Prince|Bishop|Dean|Judge|Marshal|Pope|Major|Justice|Sheikh|Chief|Head|Lady|Chancellor|Father|Brother)$/.test(
        token.text,
      )
    )
      return undefined;
    return at;
  }
  return undefined;
}

/** `The Prime Minister`: nobody by name, but the country before it is one. */
function bareTitle(tokens: readonly Token[], run: Run, title: Run, before: Run | undefined): TitledRun {
  const only = tokens[run.from];
  if (
    run.to - run.from === 1 &&
    only !== undefined &&
    /^(?:King|Prince|Dean|Judge|Major|Justice|Marshal|Pope|Bishop)$/.test(only.text) &&
    !only.opens
  )
    return { before: undefined, title, name: undefined };
  return { before, title, name: undefined };
}

const countryNames: ReadonlySet<string> = new Set(countries.flatMap(({ names }) => names));
export const isCountryName = (name: string): boolean => countryNames.has(name);
