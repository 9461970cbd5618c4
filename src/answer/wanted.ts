import { allDemonyms } from './demonyms.ts';
import type { Wanted } from './query.ts';

/** Any of some words, as a part of a pattern; `_` stands for a space. */
const any = (words: string): string => `(?:${words.trim().split(/\s+/).join('|').replaceAll('_', ' ')})`;

const which = '\\b(?:which|what)';
const modifiers = '(?: \\w+){0,2}?';
const helpers = 'did was were is are has have had does do will can could would am';
const people = `judge lawyer poet writer author journalist pilot astronaut cosmonaut scientist soldier officer businessman athlete
  runner winner king queen minister official leader person man woman president premier diplomat envoy spokesperson spokesman spokeswoman aide adviser
  ambassador politician general chief secretary secretary-general director head prime_minister figure deputy`;
const places = `city town place venue resort capital village region location island province range palace hotel valley port airport base spot site crossing checkpoint border_post`;
/** `which Cambodian signed`: a person by the country. */
const nationals = allDemonyms.join('|');
const several = `countries states nations members observers partners republics places cities towns attacks leaders presidents ministers
  politicians people bodies documents agreements organisations groups centres capitals exercises summits powers visitors guests men women
  years parties companies institutions treaties steps stages visits speakers names delegations armies`;
const groups = 'parties members founders signatories participants states guests partners observers';
const numbers = 'two three four five six seven eight nine ten';
const measures = 'long far big large deep high tall much old heavy wide';
const amounts = 'length lenght share percentage proportion percent rate amount value volume turnover size';
const speech = `say said tell told claim argue announce warn request ask_for ask urge call_for call propose promise pledge demand conclude
  suggest offer insist describe remark explain report admit assure accuse reply`;
const speechNouns =
  'description verdict comment remark view opinion reaction response request words message assessment';

const rule = (pattern: string, wanted: Wanted): readonly [RegExp, Wanted] => [new RegExp(pattern), wanted];

/** Tried in order on the folded main clause; the first that fits says what is wanted. */
const rules: readonly (readonly [RegExp, Wanted])[] = [
  rule(`^${any(helpers)}\\b`, 'yes-no'),
  rule(`\\bwhat (?:else )?(?:took|takes|has taken|had taken) place\\b`, 'happened'),
  rule(`\\bhow ${any(measures)}\\b(?! ago)`, 'amount'),
  rule(`\\b(?:death )?toll\\b|\\b${any(amounts)}\\b(?=.*\\?|$| of)`, 'amount'),
  rule(`\\bwhat (?:yearly|annual|total)?\\s?\\w* ?${any('surplus deficit sum figure')}\\b`, 'amount'),
  rule(`\\bworth\\b`, 'amount'),
  rule(`\\b(?:what|which) ${any('share percentage proportion percent rate')}\\b`, 'amount'),
  rule(
    `\\bhow many\\b|(?:^|\\b(?:the|what|total|exact|in|\\d{4}) )number of\\b|^(?!.*\\b(?:who|what|which)\\b).*\\b(?:troops?|deaths?|people|participants?|visitors?|seats?|votes?|observers?|countries) numbers?\\b`,
    'count',
  ),
  rule(`\\bwhy\\b|\\bfor what reason|\\bhow come\\b|\\bwhat ${any('caused led_to prompted made')}\\b`, 'why'),
  rule(`\\bwhat ${any('was were is')} the ${any('reason cause motive')}`, 'why'),
  rule(`\\b(?:in (?:what|which) order|(?:which|what|the) years|names of (?:the|all))\\b`, 'list'),
  rule(`^all (?:of )?the\\b|^every\\b|\\bin (?:\\w+ )?order\\b|\\bone by one\\b`, 'list'),
  rule(
    `\\b${any('list milestones? steps?')}\\b|^${any('name give_me enumerate')}\\b|^(?:the )?${any('cities places venues towns years names dates hosts')} of\\b|\\bwhose ${any('troops forces soldiers planes army armies leaders ministers envoys')}\\b`,
    'list',
  ),
  rule(`\\bwho (?:were|are) the (?:\\w+ )?${any(groups)}\\b`, 'list'),
  rule(
    `${which}(?: (?:${numbers.replaceAll(' ', '|')}))? (?!${any(`${places} ${people} country state did does do`)}\\b)(?:[\\w-]+ ){0,2}?${any(several)}\\b`,
    'list',
  ),
  rule(`\\b(?:since|until|till)\\s*\\??$`, 'when'),
  rule(`\\bwhen\\b|\\bhow long ago\\b|\\bsince when\\b|\\bdate of\\b`, 'when'),
  rule(`\\b(?:what|which|exact) (?:was |is )?(?:the )?${any('date day month year')}\\b`, 'when'),
  rule(`${which} ${any('country state nation member_state member republic')}\\b`, 'which-country'),
  rule(`\\bwhere\\b|${which}${modifiers} ${any(places)}\\b`, 'where'),
  rule(`${which} (?:${nationals}) \\w+(?:ed|t|ook|oke|ew|an|on|ent|aid|et|ld|ave|ame)\\b`, 'who'),
  rule(`\\bwho\\b|\\bwhom\\b|\\bwhose\\b|${which}${modifiers} ${any(people)}\\b|\\bname of the\\b`, 'who'),
  rule(`\\bwhat (?:\\w+ ){0,4}${any(speech)}\\b|\\baccording to\\b|\\b${any(speechNouns)}\\b`, 'said'),
  rule(`\\bwhat (?:\\w+ ){0,4}?did (?:\\w+ ){1,5}?${any('conclude find make_of think_of say')}\\b`, 'said'),
  rule(
    `\\bhow did .*${any('describe characterise portray put_it explain justify defend call react respond')}`,
    'said',
  ),
  rule(`^(?:what is|what are|what's|define|what does .* (?:stand for|mean)|explain)\\b`, 'definition'),
  rule(
    `\\bwhat (?:\\w+ )?${any('happen happened went_down befell transpired came_about went_on was_going_on took_place occurred')}`,
    'happened',
  ),
  rule(
    `\\banything\\b|\\bhow did .*${any('end unfold go finish start begin play_out pan_out turn_out develop come_out')}`,
    'happened',
  ),
  rule(`\\boutcome\\b|\\bwhat was ${any('held decided agreed signed')}`, 'happened'),
  // Without an asking word the last word may say it: `sco premiers 2024 city`.
  rule(`^(?!.*\\b(?:who|what|which|how|why)\\b).* ${any('city venue place')}[?.! ]*$`, 'where'),
  rule(`^(?!.*\\b(?:who|what|which|how|why)\\b).* ${any('date dates year')}[?.! ]*$`, 'when'),
];

/** What a question (folded) asks for. */
export function wantedOf(folded: string): Wanted {
  const main = mainClause(folded);
  for (const [pattern, wanted] of rules) if (pattern.test(main)) return wanted;
  return 'open';
}

const asksWhether = new RegExp(`^${any(helpers)}\\b`);

/** Without a clause that only tells the time or the place: `which country held the chair when Belarus joined`. */
function mainClause(folded: string): string {
  if (asksWhether.test(folded)) return folded.replace(/ (?:when|where) .*$/, '');
  const asks = /\b(who|whom|whose|which|what|how|where|when|why)\b/.exec(folded);
  if (asks === null) return folded;
  const head = folded.slice(0, asks.index + asks[0].length);
  return head + folded.slice(head.length).replace(/ (?:when|where|how|whose) .*$/, '');
}

/** Nouns that only say what type the answer has, wherever they stand; evidence need not hold the word itself. */
export const typeNouns: ReadonlySet<string> = new Set(
  `result results outcome date dates day month time name names figure subjects topics themes matters reason cause order steps step milestones list many much percentage share description
remark remarks comment comments view opinion words response reaction verdict message statement
worth value amount size sum total volume length extent organisation organization bloc grouping location lot`.split(
    /\s+/,
  ),
);

/** Nouns that do so only next to the asking word: `which republic`, but not `become a republic`. */
export const typeNounsBesideAsker: ReadonlySet<string> = new Set(
  `republics neighbours powers capital city town towns place venue country state nation republic person member countries states nations cities places year years months people
official politician spot`.split(/\s+/),
);

/** Nouns for a person by what the person does: `which minister` asks who. */
export const personNouns: ReadonlySet<string> = new Set(
  `judge lawyer poet writer author journalist scientist athlete runner
minister ministers official leader leaders president presidents premier premiers diplomat envoy spokesperson spokesman spokeswoman
aide adviser ambassador politician politicians general chief secretary director man woman`.split(/\s+/),
);
