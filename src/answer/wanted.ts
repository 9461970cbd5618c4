import type { Wanted } from './query.ts';

/** Tried in order on the folded question; the first that fits says what is wanted. */
const patterns: readonly (readonly [RegExp, Wanted])[] = [
  [
    /\bhow (long|far|big|large|deep|high|tall|much|old|heavy|wide)\b(?! ago)|\bdeath toll\b|\btoll\b|\b(length|lenght|share|percentage|proportion|percent|rate|amount|value|volume|turnover|size)\b(?=.*\?|$| of)|\bwhat (yearly|annual|total)?\s?\w* ?(surplus|deficit|sum|figure)\b/,
    'amount',
  ],
  [/\bhow many\b|\b(?:the|what|total) number of\b/, 'count'],
  [
    /\bwhy\b|\bfor what reason|\bwhat (was|were|is) the (reason|cause|motive)|\bwhat (caused|led to|prompted|made)\b|\bhow come\b/,
    'why',
  ],
  [
    /\b(list|milestones?|steps?|in (what|which) order|in which years|which years|what years|the years in which|names of (?:the|all))\b|^(name|give me|enumerate)\b/,
    'list',
  ],
  [
    /\b(which|what) (?:(?:two|three|four|five|six|seven|eight|nine|ten|other|new|central asian|sco|of the|all) )*(countries|states|nations|members|observers|partners|republics|places|cities|towns|attacks|leaders|presidents|ministers|politicians|politician|people|bodies|documents|agreements|organisations|groups|centres|capitals|exercises|exercise|summits)\b|\bwhose\b/,
    'list',
  ],
  [
    /\b(which|what) (?:\w+ )?(?!(?:was|is|has|does|says|this|across)\b)\w+(?:[^s\W]s|people|men|women)\b(?! (?:of|did|does|was|is|will)\b)/,
    'list',
  ],
  [
    /\bwhen\b|\b(what|which|exact) (was |is )?(the )?(date|day|month|year)\b|\bhow long ago\b|\bsince\s*\??$|\bsince when\b|\bdate of\b/,
    'when',
  ],
  [/\b(which|what) (country|state|nation|member state|member|republic)\b/, 'which-country'],
  [
    /\bwhere\b|\b(which|what|in which|what) (?:\w+ )?(?:\w+ )?(city|town|place|venue|resort|capital|village|region|location|island|province|range|palace|hotel|valley)\b/,
    'where',
  ],
  [
    /\bwho\b|\bwhom\b|\b(which|what) (?:\w+ )?(?:\w+ )?(minister|official|leader|person|man|woman|president|premier|diplomat|envoy|spokesperson|spokesman|spokeswoman|aide|adviser|ambassador|politician|general|chief|secretary|secretary-general|director|head|prime minister|figure)\b|\bname of the\b/,
    'who',
  ],
  [
    /\bwhat (?:\w+ ){0,4}(say|said|tell|told|claim|argue|announce|warn|request|ask for|ask|urge|call for|call|propose|promise|pledge|demand|conclude|suggest|offer|insist|describe|remark)\b|\baccording to\b|\bhow did .*(describe|characterise|portray|put it|explain|call|react|respond)|\b(description|verdict|comment|remark|view|opinion|reaction|response|request|words|message|assessment)\b/,
    'said',
  ],
  [/^(did|was|were|is|are|has|have|had|does|do|will|can|could|would|am|isn't|wasn't|didn't)\b/, 'yes-no'],
  [/^(what is|what are|what's|define|what does .* (stand for|mean)|explain)\b/, 'definition'],
  [
    /\bwhat (?:\w+ )?(happen|happened|went on|was going on|took place|occurred)|\banything\b|\bhow did .*(end|unfold|go|finish|start|begin)|\boutcome\b|\bwhat was (held|decided|agreed|signed)/,
    'happened',
  ],
];

/** What a question (folded) asks for. */
export function wantedOf(folded: string): Wanted {
  const main = mainClause(folded);
  for (const [pattern, wanted] of patterns) if (pattern.test(main)) return wanted;
  return 'open';
}

/** Without a clause that only tells the time or the place: `which country held the chair when Belarus joined`. */
function mainClause(folded: string): string {
  const asks = /\b(who|whom|whose|which|what|how|where|when|why)\b/.exec(folded);
  if (asks === null) return folded.replace(/(?<=\w.*) \bwhen\b (?=\w+ \w+).*$/, '');
  const head = folded.slice(0, asks.index + asks[0].length);
  return head + folded.slice(head.length).replace(/ (?:when|where|how) .*$/, '');
}

/** Nouns that only say what type the answer has; evidence need not hold the word itself. */
export const typeNouns: ReadonlySet<string> = new Set(
  `city town place venue country state nation republic person date day month year time name names member countries states nations cities
places years months people man woman official politician figure reason cause order steps step milestones list many much
remark remarks comment comments view opinion words reply response reaction description verdict message statement claim answer
organisation organization bloc grouping location lot percentage share description steps road`.split(/\s+/),
);

/** Nouns for a person by what the person does: `which minister` asks who. */
export const personNouns: ReadonlySet<string> = new Set(
  `minister ministers official leader leaders president presidents premier premiers diplomat envoy spokesperson spokesman spokeswoman
aide adviser ambassador politician politicians general chief secretary director`.split(/\s+/),
);
