import { leadingWords } from '../../../text/leading-words.ts';
import type { ParticipantRole } from '../../model.ts';

/** What a word tells of: the kind, and the parts of who does it and to whom it is done. */
export interface EventKind {
  readonly kind: string;
  readonly agent: ParticipantRole;
  readonly object: ParticipantRole;
  /** Pattern of the words that tell of it, tried at the beginning of a word. */
  readonly pattern: RegExp;
  /** Words that it can begin with. */
  readonly first: ReadonlySet<string>;
  /** Whether what it tells is one side's claim against another. */
  readonly claims?: true;
}

const kind = (
  name: string,
  source: string,
  agent: ParticipantRole = 'agent',
  object: ParticipantRole = 'target',
): EventKind => ({
  kind: name,
  agent,
  object,
  first: leadingWords(source),
  pattern: new RegExp(
    `(?:${source.replaceAll('\\p{L}', '[a-z\\u00c0-\\u024f]')})(?![a-z\\u00c0-\\u024f-])`,
    'iy',
  ),
});

/** The first kind whose words stand at a place is taken, so that `was killed in an attack` is a killing. */
export const eventKinds: readonly EventKind[] = [
  {
    ...kind(
      'accusation',
      'accus(?:ed|es|ing)(?: \\p{L}+){1,8}? of|accus(?:ed|es|ing|ation|ations)|blam(?:ed|es|ing)|alleg(?:ed|es|ing)|denounc(?:ed|es|ing)|condemn(?:ed|s|ing)',
    ),
    claims: true,
  },
  kind(
    'founding',
    '(?:was|were|been|is) (?:first |formally |officially |originally )?(?:founded|established|set up|created|formed|launched|inaugurated)|founded|co-founded|founding of|establishment of',
    'agent',
    'subject',
  ),
  kind(
    'accession',
    '(?:became|become|becomes|becoming|made|named|admitted as|joined as|accepted as)(?: \\p{L}+){0,3}? (?:members?|observers?|dialogue partners?|signator(?:y|ies))|join(?:ed|s)? (?:the )?(?:\\p{L}+ ){0,3}?(?:union|organi[sz]ation|bloc|alliance|council|league|pact|treaty|community|association|nato|sco|eu|un|brics)|acceded to|granted membership|accession (?:of|to)',
    'member',
    'subject',
  ),
  kind(
    'session',
    '(?:deliberations|session|sessions|proceedings|summit|conference|ministerial meeting|hearing|congress|assembly|plenary)(?: \\p{L}+){0,3}? (?:will (?:take place|be held|begin|open|start|convene|resume)|(?:takes|took|taking) place|(?:was|were|is|are|being) held|begins?|began|opens|opened|starts?|started|convened?s?|concluded|ended|resumed?)',
    'host',
    'subject',
  ),
  kind(
    'session',
    '(?:hold|holds|held|holding) (?:its|their|an?|the|another) (?:\\p{L}+ ){0,3}?(?:session|sessions|deliberations|summit|conference|congress|plenary|hearing|assembly)',
    'host',
    'subject',
  ),
  kind(
    'meeting',
    'met(?: with| up with)?(?= )|meets?(?: with)?(?= )|held (?:bilateral |closed-door |high-level )?(?:talks|a meeting|discussions|consultations)(?: with)?|hold (?:talks|a meeting|discussions)(?: with)?|had (?:talks|a meeting)(?: with)?|conferred with|shook hands with|sat down with|welcomed|hosted|received (?:his|her|president|prime|foreign|minister|sheikh|king|queen|prince|ambassador|chancellor|us|u\\.s\\.|chinese|russian|indian)',
    'agent',
    'partner',
  ),
  kind(
    'meeting',
    '(?:bilateral |peace |trade )?talks (?:with|between|on)|(?:first |private |brief |joint )?meeting (?:with|between|of)',
    'agent',
    'partner',
  ),
  kind(
    'visit',
    'visit(?:ed|s|ing)?(?= (?:to |the )?\\p{L})|arriv(?:ed|es|ing)(?: in| at)?|travel(?:led|ed|s|ling|ing) to|land(?:ed|s) (?:in|at)|(?:on|paid|pays|began|begins|concluded) an? (?:\\p{L}+ )?(?:visit|tour|trip)|flew to|departed for',
  ),
  kind(
    'killing',
    '(?:was|were|been) (?:shot dead|killed|assassinated|murdered|stabbed to death|executed|found dead)|kill(?:ed|s|ing)|assassinat(?:ed|ion)|murder(?:ed|s)|shot dead|shot and killed|massacred?|found dead|died|dies|dead',
  ),
  kind(
    'attack',
    'attack(?:ed|s|ing)?|bomb(?:ed|ing|ings|s)|explosions?|exploded|blasts?|airstrikes?|air strikes?|struck|strikes?|shell(?:ed|ing)|raid(?:ed|s)?|ambush(?:ed)?|stormed|ramm?(?:ed|s)|opened fire|shooting|gunfire|stabb(?:ed|ing)|clash(?:ed|es)?|invad(?:ed|es)|invasion|drones?|hijacked|kidnapp(?:ed|ing)|abducted',
  ),
  kind(
    'accident',
    'crash(?:ed|es|ing)?|collid(?:ed|es)|collision|accident|derail(?:ed|ment)|capsized|sank|drown(?:ed|ing)|fell|falls|collaps(?:ed|es|e)|trapped|blaze|wildfire|rescu(?:ed|e|ers|ing)',
  ),
  kind(
    'disaster',
    'earthquake|quake|flood(?:s|ed|ing)?|hurricane|typhoon|cyclone|storm|tsunami|wildfires?|landslides?|drought|eruption|erupted',
  ),
  kind(
    'arrest',
    '(?:was|were|been) (?:arrested|detained|charged|indicted|remanded|apprehended|taken into custody)|arrest(?:ed|s)?|detain(?:ed|s)?|charged with|indicted|apprehended|extradited|nabbed',
  ),
  kind(
    'trial',
    '(?:was|were|been) (?:convicted|sentenced|acquitted|jailed|fined|found guilty)|sentenc(?:ed|es)|convicted|acquitted|jailed|pleaded (?:not )?guilty|trial|ruled|ruling|verdict|appeared in court|sued|lawsuit|filed (?:a |an )?(?:case|suit|complaint|petition)',
  ),
  kind(
    'election',
    '(?:was|were|been) (?:elected|re-elected|sworn in|inaugurated)|elect(?:ed|s|ion|ions)|re-elected|won (?:the |an? )?(?:\\p{L}+ )?(?:election|vote|race|primary|referendum|presidency)|vot(?:ed|es|ing)|polls|referendum|ballot|defeated',
  ),
  kind(
    'appointment',
    '(?:was|were|been) (?:appointed|named|nominated|promoted|selected|chosen)|appoint(?:ed|s|ment)|nominat(?:ed|es|ion)|sworn in|took office|takes office|took over as|promoted',
  ),
  kind(
    'resignation',
    'resign(?:ed|s|ation)?|stepp(?:ed|ing) down|steps down|quit|(?:was|were) (?:fired|sacked|dismissed|ousted|suspended|removed)|fired|sacked|ousted|retir(?:ed|es|ement)|farewell',
  ),
  kind(
    'agreement',
    '(?:was|were|been) (?:signed|ratified|agreed)|sign(?:ed|s|ing)|agree(?:d|s|ment)|ratif(?:ied|ies)|deal|treaty|accord|memorandum|pact|pledged|ceasefire|truce',
    'agent',
    'partner',
  ),
  kind(
    'protest',
    'protest(?:s|ed|ing|ers)?|demonstrat(?:ed|ion|ions|ors)|rall(?:y|ies|ied)|march(?:ed|es)|strike action|went on strike|outrag(?:e|ed)|furious|backlash|criticis(?:ed|m|es)|criticiz(?:ed|es)|slam(?:med|s)|blast(?:ed|s)|anger(?:ed)?',
  ),
  kind(
    'contest',
    'w(?:on|ins|inning)|beat(?:s|en|ing)?|defeat(?:ed|s)?|lost|loses|drew|finish(?:ed|es)|scor(?:ed|es)|qualif(?:ied|ies)|race[ds]?|tournament|championship|match|victory|podium',
  ),
  kind(
    'launch',
    'launch(?:ed|es|ing)?|unveil(?:ed|s)|introduc(?:ed|es|ing)|releas(?:ed|es)|open(?:ed|s)|inaugurat(?:ed|es)|rolled out|premier(?:ed|es)|publish(?:ed|es)',
  ),
  kind(
    'decision',
    'approv(?:ed|es|al)|reject(?:ed|s)|ban(?:ned|s)|impos(?:ed|es)|sanction(?:ed|s)|pass(?:ed|es)|adopt(?:ed|s)|decid(?:ed|es)|order(?:ed|s)|suspend(?:ed|s)|cancel(?:led|ed|s)|postpon(?:ed|es)|extend(?:ed|s)|lift(?:ed|s)|repeal(?:ed|s)|cut(?:s)?|raised?|chang(?:ed|es|ing)|increas(?:ed|es)',
  ),
  kind(
    'statement',
    'said|says|told|announc(?:ed|es|ement)|declar(?:ed|es)|warn(?:ed|s)|call(?:ed|s) (?:for|on)|urg(?:ed|es)|vow(?:ed|s)|den(?:ied|ies)|confirm(?:ed|s)|descri(?:bed|bes)|hail(?:ed|s)|prais(?:ed|es)|claim(?:ed|s)|reveal(?:ed|s)|speech|address(?:ed|es)',
    'speaker',
    'target',
  ),
];

/** Indices of the kinds that can begin with a word, in their order. */
export const kindsByWord: ReadonlyMap<string, readonly number[]> = new Map(
  [
    ...Map.groupBy(
      eventKinds.flatMap(({ first }, index) => [...first].map((word) => ({ word, index }))),
      ({ word }) => word,
    ),
  ].map(([word, entries]) => [word, entries.map(({ index }) => index)] as const),
);
