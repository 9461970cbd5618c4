/** Irregular forms, each line the base form and what leads to it. */
const irregular = `
capit capital capitals
be am is are was were been being|have has had having|do does did done doing|go goes went gone going|get got gotten getting
hold held|meet met|say said|tell told|take took taken|give gave given|come came|become became|begin began begun|win won|lose lost
leave left|quit quitting|lead led|speak spoke spoken|break broke broken|fight fought|fly flew flown|send sent|spend spent|pay paid
make made|see saw seen|run ran running|sit sat sitting|set setting|put putting|cut cutting|shoot shot|strike struck stricken|fall fell fallen
rise rose risen|grow grew grown|throw threw thrown|bring brought|buy bought|sell sold|build built|think thought
write wrote written|draw drew drawn|withdraw withdrew withdrawn|choose chose chosen|swear swore sworn|keep kept|feel felt|stand stood
teach taught|catch caught|hear heard|know knew known|show shown|ring rang rung|sing sang|sink sank|drink drank|drive drove driven
ride rode|steal stole stolen|wear wore|tear tore|bear bore born|die dies died dying|death deaths|lie lain|lay laid laying|kill killed killing|flee fled|foresee foresaw
overthrow overthrew|undertake undertook|oversee oversaw|forbid forbade|let letting|hit hitting|shut shutting|beat beaten|eat ate eaten
man men|woman women|person people persons|child children|country countries|city cities|party parties|body bodies|army armies
century centuries|treaty treaties|ministry ministries|majority majorities|territory territories|military militaries|energy energies
tie ties|talk talks|crisis crises|basis bases|analysis analyses|this these|that those
prioritise priority priorities|free freely|sign signed signing signature signatory signatories signs|found founded founding founder founders
visit visited visiting visits visitor|observe observer observers observed observing observation|partner partners partnership
member members membership|minister ministers ministerial|president presidents presidential presidency|elect election elections elected electing electoral
announce announced announces announcing announcement|appoint appointed appoints appointment|resign resigned resigns resignation resigning
agree agreed agrees agreement agreements|declare declares declared declaration declarations declaring|apply applied applies application applications applying
condemn condemned condemns condemnation|establish established establishes establishment|cooperate cooperation cooperating co-operation
terror terrorism terrorist terrorists|chair chairs chaired chairing chairman chairmanship chairmanships|protest protests protested protesters protestors
settle settled settlement settlements settling|invade invaded invasion|explode explosion exploded|attack attacks attacked attacking
propose proposal proposed proposes proposals|suspend suspended suspends suspension|ratify ratified ratifies ratification
recognise recognised recognises recognition recognize recognized|admit admitted admits admission|accede accession acceded accedes
inaugurate inaugurated inauguration inaugurates inaugural|destroy destruction destroyed|assassinate assassination assassinated
normalise normalisation normalised normalize|demarcate demarcation demarcated|delimit delimitation delimited|approve approved approves approval approving
withdrawal withdrawals|success successful successfully|succeed succeeded succeeds succession successor|invest investment investments invested
import imports imported importing|export exports exported exporting exporters|attend attended attends attendance|deploy deployed deploys deployment
broadcast broadcasts|compete competition|perform performance|refuse refusal refused|arrive arrival arrived arrives|depart departure departed
decide decision decided decides decisions|describe description described describes|conclude conclusion concluded concludes|discuss discussion discussed discussions
receive received receives receiving receipt|reduce reduced reduces reducing reduction reductions|prepare prepared prepares preparing preparation preparations
migrate migrant migrants migrated migration|convert converted converts conversion|modernise modernised modernising modernisation modernization
occupy occupied occupies occupation|liberate liberated liberates liberation|proclaim proclaimed proclaims proclamation|expel expelled expels expulsion
extend extended extends extension|expand expanded expansion expands|traffic trafficking trafficked|criticise criticised criticises criticism critical
invite invited invites inviting invitation invitations|restore restored restores restoration|tension tensions|counter counters countered countering
legal legally|cent cents|daily|politician politicians|important importance|tax taxes taxed taxation|oblige obliged obligation obligations
explain explained explains explanation|transport transported transportation|implement implemented implements implementing implementation
different difference differences|produce produced produces producer producers|compose composed composition|dissuade dissuaded
reveal revealed reveals revelation|celebrate celebrated celebrates celebration celebrations|contribute contributed contribution contributions
several|connect connected connection connections connectivity|complain complained complaint|defend defended defence defense|depend dependent dependence
assemble assembled|demonstrate demonstrated demonstration demonstrations|disappear disappeared disappearance|execute executed execution|interpret interpreted interpreter interpretation
nominate nominated nomination nominee|persuade persuaded persuasion|prosecute prosecuted prosecution|publish published publication|react reacted reaction reactions
rebel rebels rebellion|satisfy satisfied|supervise supervised supervision|translate translated translation translator|unify unified unification
advise advised advice|adopt adopted adopts adoption|allocate allocated allocation|concentrate concentrated concentration|consult consulted consultation consultations consultative
facilitate facilitated facilitation|intervene intervened intervention|promote promoted promotion|qualify qualified qualification|regulate regulated regulation regulations
simplify simplified simplification|specify specified|stabilise stabilised stabilisation|standardise standardised|sustain sustained sustainable
terminate terminated termination|violate violated violation violations|verify verified verification|vary varied|acquire acquired acquisition|compensate compensated compensation
central|conceive conceived concept concepts|perceive perceived perception|deceive deceived|restaurant|rest rests rested resting
explain explanation|negotiate negotiations negotiation negotiated negotiating|verify verified verification|confirm confirmed confirmation
salary salaries|business businesses businesspeople businessman businessmen businesswoman|long length lengths|broad breadth|freeze froze frozen freezing|seek sought seeking|overcome overcame|uphold upheld|withhold withheld|shake shook shaken|spring sprang sprung|sweep swept|understand understood|wake woke woken|hide hid hidden|forget forgot forgotten|blow blew blown|deal dealt deals dealing|dig dug|feed fed|hang hung|lend lent|swing swung|shrink shrank shrunk|high height heights|deep depth deeply|strong strength|wide width|weigh weight
`;

const table: ReadonlyMap<string, string> = new Map(
  irregular
    .split(/[\n|]/)
    .map((group) => group.trim().split(' '))
    .filter((group) => (group[0] ?? '') !== '')
    .flatMap(([base, ...forms]) => [base ?? '', ...forms].map((form) => [form, base ?? ''] as const)),
);

const byBase: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy([...table], ([, base]) => base)].map(([base, forms]) => [
    base,
    forms.map(([form]) => form),
  ]),
);

/** The irregular forms that have a base, `meet` → `meet`, `met`. */
export const formsOfBase = (base: string): readonly string[] => byBase.get(base) ?? [];

/** The inflected forms known by heart, by their first letter: a slip in one of them is found here, not among stems. */
export const knownForms: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...table.keys()].filter((form) => form.length > 4),
  (form) => form[0] ?? '',
);

/** `fourteen`, `fourteenth` → `14`; `first` and `second` stay, they mean more than numbers. */
const numerals: ReadonlyMap<string, string> = new Map(
  'two three|third four|fourth five|fifth six|sixth seven|seventh eight|eighth nine|ninth ten|tenth eleven|eleventh twelve|twelfth thirteen|thirteenth fourteen|fourteenth fifteen|fifteenth sixteen|sixteenth seventeen|seventeenth eighteen|eighteenth nineteen|nineteenth twenty|twentieth'
    .split(' ')
    .flatMap((forms, index) => forms.split('|').map((form) => [form, String(index + 2)] as const))
    .concat(
      'thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((form, index) => [form, String(10 * (index + 3))] as const),
    ),
);

const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(ss|sh|ch|x|z)es$/, '$1'],
  [/([^su])s$/, '$1'],
  [/([a-z]{3})men$/, '$1man'],
];
const suffixes: readonly (readonly [RegExp, string])[] = [
  [/(ational|ation|ative|ator)$/, 'at'],
  [/(isation|ization|ise|ize|ised|ized|ising|izing)$/, 'is'],
  [/(bb|dd|gg|ll|mm|nn|pp|rr|tt)(ed|ing|er)$/, '$1'],
  [/(ing|ed|er|or|est|ment|ion|ive|al|ly|ness|ance|ence|ant|ent|ary)$/, ''],
];

/** True for a word that can only be a past form: `hosted`, `flew`. */
export const isPast = (word: string): boolean => (word.length > 4 && word.endsWith('ed')) || pasts.has(word);

const pasts: ReadonlySet<string> = new Set(
  'held met said told took gave came became began won lost left led spoke broke fought flew sent paid made saw ran sat shot fell rose grew threw brought bought sold built wrote drew withdrew chose swore stood went got did had put cut hit quit'.split(
    ' ',
  ),
);

/** A word without its inflection, so that `signed`, `signs` and `signature` meet. Only folded words; numbers stay. */
export function stem(word: string): string {
  const seen = memory.get(word);
  if (seen !== undefined) return seen;
  const stemmed = stemAnew(word);
  if (memory.size > mostRemembered) memory.clear();
  memory.set(word, stemmed);
  return stemmed;
}

/** A word is stemmed many times while evidence is indexed; the answer never changes. */
const memory = new Map<string, string>();
const mostRemembered = 50_000;

/** Strips one ending after another until nothing changes, so that `represented` and `represent` meet. */
function stemAnew(word: string): string {
  let base = word;
  for (let pass = 0; pass < 4; pass++) {
    const shorter = strip(base);
    if (shorter === base) break;
    base = shorter;
  }
  return base;
}

function strip(word: string): string {
  const known = table.get(word) ?? numerals.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const base = replaceFirst(word, endings);
  const singular = table.get(base);
  if (singular !== undefined) return singular;
  const shorter = replaceFirst(base, suffixes);
  const long = shorter.length >= 3 && /[aeiouy]/.test(shorter);
  const plain = (long && shorter !== base ? shorter.replace(/([bdgmnprt])\1$/, '$1') : base)
    .replace(/e$/, '')
    .replace(/y$/, 'i');
  return table.get(plain) ?? table.get(`${plain}e`) ?? plain;
}

const replaceFirst = (word: string, rules: readonly (readonly [RegExp, string])[]): string => {
  const rule = rules.find(([pattern]) => pattern.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
};
