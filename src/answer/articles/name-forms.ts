import { countries } from '../../ingest/gazetteer/countries.ts';
import { givenNames } from '../../ingest/gazetteer/given-names.ts';
import { places } from '../../ingest/gazetteer/places.ts';
import { fold } from '../../text/fold.ts';
import type { AnswerKind } from './kind-of-noun.ts';

const states =
  `Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,
Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,
Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming`.split(
    /,\s*/,
  );

/** Names of up to four words, by their first word. */
function nameTable(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => fold(name)));
}

const stateNames = nameTable(states);
const countryNames = nameTable(countries.flatMap(({ names }) => names));
const placeNames = nameTable([
  ...places,
  ...states,
  ...countries.flatMap(({ names, capital }) => [...names, capital]),
]);

const capitalised =
  /\p{Lu}[\p{L}\p{M}\p{N}’'&-]*(?:\.(?=\p{Lu}|\s\p{Lu}))?(?:[ .](?:(?:of|the|de|von|van|bin|al|da|di|la) ){0,2}\p{Lu}[\p{L}\p{M}\p{N}’'&-]*\.?)*/gu;
const openers =
  /^(?:the|a|an|in|on|at|it|he|she|they|we|i|but|and|this|that|these|those|if|as|for|when|while|after|before|there|his|her|its|you|with|what|who|how|why|by|from|to|so|or|not|no|now|also|our|their|my|most|more|some|many|one|all|since|during|according|read|watch|see)$/;
const timeNames =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today)$/;

/** Runs of capitalised words that are no opening word of a sentence and no day. */
export function capitalRuns(text: string): readonly string[] {
  return (text.match(capitalised) ?? []).flatMap((run) => {
    const list = run.replace(/[’']s?$|\.$/u, '').split(/ +/);
    while (list.length > 0 && (openers.test(fold(list[0] ?? '')) || timeNames.test(fold(list[0] ?? ''))))
      list.shift();
    return list.length === 0 ? [] : [list.join(' ')];
  });
}

const isNameOf = (table: ReadonlySet<string>, run: string): readonly string[] => {
  const list = run.split(' ');
  const found: string[] = [];
  for (let at = 0; at < list.length; ) {
    const size = [4, 3, 2, 1].find(
      (each) =>
        at + each <= list.length &&
        table.has(
          fold(
            list
              .slice(at, at + each)
              .join(' ')
              .replace(/[’']s$/, ''),
          ),
        ),
    );
    if (size !== undefined) found.push(list.slice(at, at + size).join(' '));
    at += size ?? 1;
  }
  return found;
};

/** `Sergey Lavrov` in `Russian Foreign Minister Sergey Lavrov`; a first name alone only where it stands alone. */
function personIn(run: string): readonly string[] {
  const list = run.split(' ');
  const first = list.findIndex((word) => isGivenName(word));
  const name = first < 0 ? [] : list.slice(first);
  return name.length > 0 && name.length < 5 && (name.length > 1 || list.length === 1) ? [name.join(' ')] : [];
}

function isGivenName(word: string): boolean {
  const plain = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return givenNames.has(plain) || givenNames.has(plain.split('-')[0] ?? '');
}

const number =
  /[$£€]?\b\d[\d,.]*\d?(?: ?%| percent| per cent)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|double)\b/giu;
const money =
  /[$£€₹¥] ?\d[\d,.]*(?: (?:thousand|million|billion|trillion))?|\b\d[\d,.]*(?: (?:thousand|million|billion|trillion))? (?:dollars|pounds|euros|rupees|yuan|yen|roubles|cents)\b/giu;
const year = /\b(?:1[5-9]|20)\d\d\b/g;
const weekday = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
const date =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\b|\b(?:1[5-9]|20)\d\d\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/g;
const located =
  /\b(?:in|at|near|off|to|from|outside|across|into|over) (?:the )?(\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'-]+)*)/gu;

/** What in a text may be an answer of a kind, in the words of the text; nothing for kinds that any sentence may answer. */
export function formsOf(kind: AnswerKind, text: string): readonly string[] {
  switch (kind) {
    case 'country':
      return capitalRuns(text).flatMap((run) => isNameOf(countryNames, run));
    case 'state':
      return capitalRuns(text).flatMap((run) => isNameOf(stateNames, run));
    case 'place':
      return [
        ...capitalRuns(text).flatMap((run) => isNameOf(placeNames, run)),
        ...[...text.matchAll(located)].flatMap(({ 1: name }) => name ?? []),
      ].filter((name) => !timeNames.test(fold(name)));
    case 'person':
      return capitalRuns(text).flatMap(personIn);
    case 'name':
      return capitalRuns(text);
    case 'number':
      return text.match(number) ?? [];
    case 'money':
      return text.match(money) ?? [];
    case 'year':
      return text.match(year) ?? [];
    case 'weekday':
      return text.match(weekday) ?? [];
    case 'date':
      return text.match(date) ?? [];
    case 'thing':
    case 'open':
      return [];
  }
}
