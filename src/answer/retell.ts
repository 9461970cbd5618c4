/** Verbs of headlines, each with its past where that is not regular. Words that are nouns too stand in `alsoNouns`. */
const irregular: Readonly<Record<string, string>> = {
  meet: 'met',
  hold: 'held',
  become: 'became',
  take: 'took',
  pay: 'paid',
  say: 'said',
  begin: 'began',
  set: 'set',
  break: 'broke',
  win: 'won',
  bring: 'brought',
  come: 'came',
  give: 'gave',
  make: 'made',
  lead: 'led',
  leave: 'left',
  tell: 'told',
  send: 'sent',
  withdraw: 'withdrew',
  put: 'put',
  ride: 'rode',
  lay: 'laid',
  bid: 'bade',
  seek: 'sought',
  fly: 'flew',
  choose: 'chose',
  spread: 'spread',
  go: 'went',
  get: 'got',
  find: 'found',
  lose: 'lost',
  shoot: 'shot',
  strike: 'struck',
  see: 'saw',
  sell: 'sold',
  buy: 'bought',
  build: 'built',
  speak: 'spoke',
  hit: 'hit',
  cut: 'cut',
  fall: 'fell',
  rise: 'rose',
  grow: 'grew',
  show: 'showed',
  keep: 'kept',
  let: 'let',
  quit: 'quit',
  draw: 'drew',
  swear: 'swore',
  teach: 'taught',
  write: 'wrote',
  run: 'ran',
  sit: 'sat',
  stand: 'stood',
  is: 'was',
  are: 'were',
  have: 'had',
  has: 'had',
  die: 'died',
  fight: 'fought',
  deal: 'dealt',
  sum: 'summed',
};

const regular: ReadonlySet<string> = new Set(
  `host adopt receive end visit open approve sign announce enter observe join declare discuss reach ratify start report present launch
mark back call confirm recognise chair close answer kill ask pass gain carry propose vote elect establish issue review attack convene
remove conclude name describe welcome suspend praise resign brief monitor arrive land criticise urge cross order capture halt conduct
inaugurate yield complete pick admit proclaim hail return upgrade greet resume gather condemn stage attend lower watch renew control
invade allow follow decide congratulate fire target recall enact assume travel unveil merge appoint grant explain agree dissolve
liberate clash surrender prepare finalise endorse consult extend form settle place file voice fix recommit confer raise accept
acknowledge accuse act add address advise affirm aim apologise appeal apply arrest assure ban bless block boycott broker cancel celebrate
challenge change charge cite claim collapse commit complain connect consider continue create cross damage defeat defend defer delay
deliver demand deny deploy deport destroy detain deter dismiss dispatch double drop emerge escape evacuate exchange execute expand expel
express face fail flee free fulfil handover honour host impose increase install intervene introduce invite involve join lift link
list mediate mourn move object occupy offer oppose oust outline overthrow perform pledge plan postpone pledge press promise protest
provide publish pull push question quash reaffirm rebuff rebuke refuse reject release remember remind replace reply request rescue
respond restore retire reveal revoke sack scrap secure seize select separate share shell sponsor step stop storm stress strip submit
succeed support surge switch tease test thank threaten tighten top trade train transfer try turn unite use vow wait walk warn widen
wrap yield found mourn touch tour talk sentence joke agree react adjourn allege amend analyse annex appear argue assassinate`.split(
    /\s+/,
  ),
);

/** Forms that a headline has as nouns more often than as verbs: only right after a name they are taken for verbs. */
const alsoNouns: ReadonlySet<string> = new Set(
  `talks protests clashes clash drills visits ends signs reports marks calls reviews attacks orders controls fires targets plans tests strikes votes issues names chairs
backs starts places files forms claims demands drops increases links lists moves offers objects protests pledges promises questions
releases replies requests shares steps stops surges tops trades turns uses walks touches tours returns changes leads hits cuts falls
rises shows runs sits stands limits terms host mark call visit end sign report start back place file form issue name chair approach
present open review attack order control fire target plan test strike vote watch stage`.split(/\s+/),
);

const lemmaOf = (word: string): string | undefined => {
  const known = (lemma: string): boolean => Object.hasOwn(irregular, lemma) || regular.has(lemma);
  if (word === 'is' || word === 'are' || word === 'has' || word === 'have') return word;
  const candidates = word.endsWith('ies')
    ? [`${word.slice(0, -3)}y`, word.slice(0, -1)]
    : word.endsWith('es')
      ? [word.slice(0, -1), word.slice(0, -2)]
      : word.endsWith('s')
        ? [word.slice(0, -1)]
        : [];
  return candidates.find(known);
};

const baseOf = (word: string): string | undefined =>
  Object.hasOwn(irregular, word) || regular.has(word) ? word : undefined;

/** Verbs whose last consonant is doubled. */
const doubling =
  /^(?:plan|drop|stop|strip|wrap|step|top|ban|refer|defer|confer|commit|recommit|admit|submit|deter|scrap)$/;

function pastOf(lemma: string): string {
  const odd = irregular[lemma];
  if (odd !== undefined) return odd;
  if (/(?:cancel|travel|expel)$/.test(lemma)) return `${lemma}led`;
  if (doubling.test(lemma)) return `${lemma}${lemma.at(-1)}ed`;
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return `${lemma}ed`;
}

/** What may not stand before a verb: then the word is a noun. */
const nounBefore =
  /^(?:the|a|an|of|for|on|in|at|to|with|by|from|first|new|joint|its|their|his|her|and|two|three|four|five|six|bilateral|deadly|annual)$/;

/** True when the words before name several: `A and B`, `leaders`, `the Five`. */
const isPlural = (words: readonly string[]): boolean =>
  words.includes('and') ||
  /^(?:[a-z]+(?:s|men)|Gunmen|Data|Figures|general|Five|Six|Taliban|Leaders|Presidents|Ministers|Troops|Officials|Members|States|Accords|Houthis)$/.test(
    words.at(-1) ?? '',
  ) ||
  words.some((word) =>
    /^(?:Leaders|Presidents|Ministers|Troops|Members|ministers|leaders|states|chiefs|heads|members|officials|secretaries)$/.test(
      word,
    ),
  );

const isName = (word: string): boolean => /^\p{Lu}/u.test(word);

/** A verb found in a headline: where it stands, its past, and whether it stood in the form for several. */
interface Verb {
  readonly at: number;
  readonly past: string;
  readonly plural: boolean;
}

/** The verb that a headline turns on; undefined when that is not sure. */
const verbOf = (words: readonly string[]): Verb | undefined =>
  findVerb(words, false) ?? findVerb(words, true);

/** @param lenient takes a word for a verb that is mostly a noun, once nothing else in the headline is one */
function findVerb(words: readonly string[], lenient: boolean): Verb | undefined {
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    const before = words[at - 1] ?? '';
    if (isName(word) || nounBefore.test(before)) continue;
    if (/^(?:was|were|had|did)$/.test(word)) return undefined;
    const noun = alsoNouns.has(word) && !lenient;
    if (noun && !isName(before) && !isPluralSubject(words, at)) continue;
    // `protests begin`: a verb right behind it leaves it a noun.
    if (alsoNouns.has(word) && baseOf(words[at + 1] ?? '') !== undefined) continue;
    const third = lemmaOf(word);
    if (third !== undefined) return { at, past: pastOf(third), plural: word === 'are' || word === 'have' };
    const base = baseOf(word);
    if (base !== undefined && isPlural(words.slice(0, at))) return { at, past: pastOf(base), plural: true };
  }
  return undefined;
}

const isPluralSubject = (words: readonly string[], at: number): boolean =>
  !(words[at] ?? '').endsWith('s') && isPlural(words.slice(0, at));

/** Verbs after which the rest tells what somebody says. */
const saying =
  /^(?:said|told|announced|confirmed|reported|explained|claimed|warned|denied|recalled|stressed|urged)$/;
const alongside = /^(?:as|while|when|because|day)$/;

/**
 * A headline as a sentence of the past, `X meets Y and signs Z` → `X met Y and signed Z`; undefined when its verb is not
 * plain to see, or when it reports in the present what somebody says.
 */
export function retell(headline: string): string | undefined {
  const words = headline.split(' ');
  const verb = verbOf(words);
  if (verb === undefined || /[:;]/.test(headline)) return undefined;
  const rest = words.slice(verb.at + 1);
  const open = rest.some((word) => /^(?:is|are|has|have|will)$/.test(word) || isSurely(word));
  const clause = rest.some((word) => alongside.test(word) || word === 'and');
  if (open && !clause) return undefined;
  if (saying.test(verb.past) && open) return undefined;
  const told = words.map((word, at) =>
    at === verb.at ? verb.past : at > verb.at ? later(words, at, verb) : word,
  );
  return told.join(' ');
}

/** A form that is nothing but a verb of the present. */
const isSurely = (word: string): boolean =>
  word.endsWith('s') && !isName(word) && !alsoNouns.has(word) && lemmaOf(word) !== undefined;

/** A word behind the verb: in the past too where it goes on with `and`, or tells what went on meanwhile. */
function later(words: readonly string[], at: number, verb: Verb): string {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  const goesOn = /^(?:and|but)$/.test(before) || /,$/.test(before);
  const base = verb.plural && goesOn ? baseOf(word) : undefined;
  if (base !== undefined && !nounBefore.test(words[at + 1] ?? '!')) return pastOf(base);
  const meanwhile = words.slice(verb.at, at).some((each) => alongside.test(each));
  const third =
    isSurely(word) ||
    /^(?:is|are|has|have)$/.test(word) ||
    (meanwhile && alsoNouns.has(word) && isName(before))
      ? lemmaOf(word)
      : undefined;
  return third !== undefined && (goesOn || meanwhile) ? pastOf(third) : word;
}

/** True when a date at the end of the headline could be read as part of what somebody said, or of a clause. */
export const hasClause = (headline: string): boolean =>
  /\b(?:says?|tells?|announces?|confirms?|explains?|denies|claims?|warns?|as|after|before|while|when|that|since|until|due|will|would|,)\b|,/.test(
    headline,
  );
