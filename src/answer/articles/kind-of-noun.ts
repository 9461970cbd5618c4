/**
 * What an answer in running text has to look like. `thing` asks for something that only a noun tells (`which rodent`), so
 * that any sentence may hold it; `open` asks for no noun at all.
 */
export type AnswerKind =
  | 'person'
  | 'name'
  | 'country'
  | 'state'
  | 'place'
  | 'number'
  | 'money'
  | 'year'
  | 'date'
  | 'weekday'
  | 'thing'
  | 'open';

const any = (words: string): RegExp => new RegExp(`^(?:${words.trim().split(/\s+/).join('|')})$`);

const people = any(
  `(?:player|host|star|superstar|popstar|athlete|driver|quarterback|actor|actress|singer|artist|lawmaker|candidate|member|representative|
congressman|congresswoman|senator|legend|politician|person|man|woman|boy|girl|coach|celebrity|musician|minister|president|premier|leader|governor|mayor|champion|
boss|chief|executive|billionaire|comedian|rapper|author|writer|figure|king|queen|prince|princess|judge|general|director|official|diplomat|envoy|
scientist|researcher|swimmer|sprinter|golfer|boxer|footballer|cyclist|rider|skipper|captain|winner|founder|owner|suspect|victim|activist|journalist|student|teacher|doctor|astronaut|pilot|pope|bishop|chef|model|designer|spokesman|spokeswoman|monarch|ceo)s?`,
);
const placeNouns = any(
  '(?:city|town|village|region|province|island|ocean|sea|river|lake|location|venue|airport|county|district|port|capital|continent|mountain|resort|park|area|gallery|museum|stadium|hospital|square|bridge)s? cities counties galleries countries',
);
const nameNouns = any(
  `(?:company|airline|platform|retailer|university|college|school|team|club|show|series|sitcom|film|movie|album|song|book|novel|game|broadcaster|network|
channel|service|planet|band|sport|party|tournament|hurricane|storm|bank|firm|brand|newspaper|magazine|organisation|organization|agency|group|carmaker|automaker|
studio|restaurant|chain|website|app|vaccine|drug|virus|disease|language|street|ship|vessel|spacecraft|mission|rocket|cup|award|prize|title|slogan)s? companies universities agencies parties`,
);
const numberNouns = any(
  '(?:price|magnitude|percentage|share|proportion|amount|number|figure|range|seconds|minutes|hours|days|weeks|score|rate|toll|cost|sum|length|height|size|age|temperature|distance|weight|total)s?',
);

/** The kind of answer that a noun after `which` or `what` asks for. @param phrase the whole noun phrase */
export function kindOfNoun(noun: string, phrase: string): AnswerKind {
  if (/\byears?\b/.test(phrase)) return 'year';
  if (/\bday\b/.test(phrase)) return 'weekday';
  if (/\b(?:date|month)\b/.test(phrase)) return 'date';
  if (/^states?$/.test(noun)) return 'state';
  if (/^(?:country|countries|nations?|republic)$/.test(noun)) return 'country';
  if (numberNouns.test(noun)) return 'number';
  if (people.test(noun)) return 'person';
  if (placeNouns.test(noun)) return 'place';
  return nameNouns.test(noun) ? 'name' : 'thing';
}
