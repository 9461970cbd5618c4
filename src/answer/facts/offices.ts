import type { Entity } from '../../knowledge/model.ts';
import { dateWords, rangeWords, whenWords } from '../../text/date-words.ts';
import { fold, words } from '../../text/fold.ts';
import { stem } from '../../text/stem.ts';
import { entityEvidence, unitEvidence } from '../evidence.ts';
import { findMentions } from '../gazetteer.ts';
import { joinPhrases } from '../lexicon/phrases.ts';
import { stopWords } from '../lexicon/stop-words.ts';
import type { Library } from '../library.ts';
import type { Evidence, NonEmpty } from '../model.ts';
import type { Query } from '../query.ts';
import { coversDay } from '../unit.ts';
import { anchorDay } from './anchor.ts';
import { type Fact, factAnswer } from './fact.ts';
import { compare } from './relations.ts';

/** One person's time in one office. */
export interface Tenure {
  readonly person: Entity;
  readonly title: string;
  readonly organisation: string;
  /** Entity ids of the organisation or country. */
  readonly of: readonly string[];
  /** Stems of the title in its plain form: `foreign`, `minist`. */
  readonly stems: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

const held = new WeakMap<Library, readonly Tenure[]>();

/** All offices of all people, oldest first. */
export function allTenures(library: Library): readonly Tenure[] {
  const known = held.get(library);
  if (known !== undefined) return known;
  const fresh = [...library.gazetteer.entities.values()]
    .flatMap((person) =>
      person.roles.map(
        (role): Tenure => ({
          person,
          title: role.title,
          organisation: role.organisation ?? '',
          of: findMentions(words(role.organisation ?? ''), library.gazetteer).flatMap(
            (mention) => mention.ids,
          ),
          stems: stemsOf(role.title),
          ...(role.from === undefined ? {} : { from: role.from }),
          ...(role.to === undefined ? {} : { to: role.to }),
        }),
      ),
    )
    .sort(
      (left, right) => compare(left.from ?? '', right.from ?? '') || compare(left.person.id, right.person.id),
    );
  held.set(library, fresh);
  return fresh;
}

/** `Acting, then full Foreign Minister` and `External Affairs Minister` are both `foreign minist`. */
const stemsOf = (title: string): readonly string[] =>
  joinPhrases(
    words(title.replace(/\(.*\)/, '').replace(/\b(acting|then|later|full|caretaker|interim)\b|,/gi, ' ')),
  ).map(stem);

/** The office that a question means: words of a title, and whose it is. */
interface Office {
  readonly label: string;
  readonly tenures: readonly Tenure[];
}

/** Verbs and nouns that mean the top office of an organisation. */
const topJob =
  /\b(head|heads|headed|heading|led|leads|leading|lead|run|ran|runs|running|chief|boss|in charge|at the helm|director|top (?:job|official|post))\b/;

/** Who held an office when, who came before and after, when a term began, what office somebody held. */
export function readOffices(query: Query, library: Library): Fact | undefined {
  const people = peopleOf(query, library);
  const office = officeOf(query, library, people);
  return (
    readOrder(query, library, people, office) ??
    readOfficeOf(query, library, people) ??
    readTerm(query, library, people, office) ??
    readNeighbour(query, library, people, office) ??
    readHolder(query, library, people, office)
  );
}

function peopleOf(query: Query, library: Library): readonly Entity[] {
  const ids = query.terms.filter((term) => term.ids.length > 0).flatMap((term) => term.ids.slice(0, 3));
  return [...new Set(ids)]
    .map((id) => library.gazetteer.entities.get(id))
    .filter((entity) => entity?.kind === 'person') as Entity[];
}

function officeOf(query: Query, library: Library, people: readonly Entity[]): Office | undefined {
  const list = joinPhrases(query.words).map(stem);
  const owners = ownersIn(query, library);
  const tenures = allTenures(library);
  const byTitle = tenures.filter(
    (tenure) => tenure.stems.length > 0 && tenure.stems.every((each) => list.includes(each)),
  );
  const longest = Math.max(0, ...byTitle.map((tenure) => tenure.stems.length));
  const full = byTitle.filter((tenure) => tenure.stems.length === longest);
  if (full.length > 0) {
    const owned = full.filter((tenure) => tenure.of.some((id) => owners.has(id)));
    const own =
      people.length > 0
        ? full.filter((tenure) => people.some((person) => sharesOffice(person, tenure, tenures)))
        : [];
    const chosen = owned.length > 0 ? owned : own.length > 0 ? own : sameOwner(full, library);
    return chosen.length === 0 ? undefined : { label: chosen[0]?.title ?? '', tenures: chosen };
  }
  return topOffice(query, tenures, owners);
}

/** Organisations and countries named; capitals stand for their countries only when nothing else is named. */
function ownersIn(query: Query, library: Library): ReadonlySet<string> {
  const named = query.mentions
    .flatMap((mention) => mention.ids)
    .filter((id) => ['country', 'organisation'].includes(library.gazetteer.entities.get(id)?.kind ?? ''));
  const capitals = query.mentions.flatMap((mention) =>
    mention.ids.flatMap((id) => library.gazetteer.countryOfCapital.get(id) ?? []),
  );
  return new Set(named.length > 0 ? named : capitals);
}

const sharesOffice = (person: Entity, tenure: Tenure, tenures: readonly Tenure[]): boolean =>
  tenures.some((other) => other.person.id === person.id && other.of.some((id) => tenure.of.includes(id)));

/** A title without an owner means the organisation's own one, as in `who was secretary-general in 2017`. */
function sameOwner(tenures: readonly Tenure[], library: Library): readonly Tenure[] {
  const main = ownersByCount(tenures, library)[0];
  return tenures.filter(
    (tenure) =>
      main !== undefined &&
      tenure.of.includes(main) &&
      library.gazetteer.entities.get(main)?.kind === 'organisation',
  );
}

function ownersByCount(tenures: readonly Tenure[], library: Library): readonly string[] {
  const counts = new Map<string, number>();
  for (const tenure of tenures) {
    const id = tenure.of[0];
    if (id !== undefined && library.gazetteer.entities.get(id)?.kind === 'organisation')
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort((left, right) => right[1] - left[1] || compare(left[0], right[0]))
    .map(([id]) => id);
}

/** `who runs RATS`: the one office that several people held there one after another. */
function topOffice(
  query: Query,
  tenures: readonly Tenure[],
  owners: ReadonlySet<string>,
): Office | undefined {
  if (!topJob.test(query.folded) && !/\bsecretariat\b/.test(query.folded)) return undefined;
  const secretariat =
    /\bsecretariat\b/.test(query.folded) || /\bat the head of the (organi[sz]ation|bloc)/.test(query.folded);
  const best = bestSeries(
    tenures.filter((tenure) =>
      secretariat
        ? tenure.stems.join(' ') === stem('secretarygeneral')
        : tenure.of.some((id) => owners.has(id)),
    ),
  );
  return best;
}

function bestSeries(tenures: readonly Tenure[]): Office | undefined {
  const groups = new Map<string, Tenure[]>();
  for (const tenure of tenures.filter((each) => each.from !== undefined)) {
    const key = `${tenure.stems.join(' ')}|${tenure.organisation}`;
    groups.set(key, [...(groups.get(key) ?? []), tenure]);
  }
  const [best] = [...groups.values()].sort((left, right) => right.length - left.length);
  return best === undefined || best.length < 2 ? undefined : { label: best[0]?.title ?? '', tenures: best };
}

const dated = (office: Office): readonly Tenure[] =>
  office.tenures.filter((tenure) => tenure.from !== undefined);

const clean = (title: string): string => title.replace(/ \(.*\)/, '');

const officeWords = (tenure: Tenure): string => {
  const title = clean(tenure.title);
  const plain =
    /^(?:Acting|Interim|Caretaker|Deputy|First|Vice|Foreign|Prime|Defence|External|Affairs|Interior|Finance|Health|Education|Energy|Culture|Minister|President|Premier|King|Chief|Secretary|Vice-President|,|then|later|full|of|and|the| )+$/.test(
      title,
    )
      ? title.toLowerCase()
      : title;
  return tenure.organisation === ''
    ? plain
    : `${plain} of ${tenure.organisation.replace(/^(Shanghai Cooperation Organisation)$/, 'the $1')}`;
};

function termWords(tenure: Tenure): string {
  if (tenure.from === undefined) return tenure.to === undefined ? '' : ` until ${dateWords(tenure.to)}`;
  return tenure.to === undefined
    ? ` since ${dateWords(tenure.from)}`
    : `, ${rangeWords(tenure.from, tenure.to)}`;
}

const evidenceOf = (tenure: Tenure): NonEmpty<Evidence> => [
  entityEvidence(
    tenure.person,
    `${tenure.person.name}: ${clean(tenure.title)}${tenure.organisation === '' ? '' : `, ${tenure.organisation}`}${termWords(tenure)}`,
    tenure.from,
  ),
];

type Told = readonly [string, NonEmpty<Evidence>];

/** One sentence on a tenure; its evidence is the event nearest to the day asked about, then the person's record. */
const tell = (tenure: Tenure, verb: string, library: Library, day?: string): Told => [
  `${tenure.person.name} ${verb} ${officeWords(tenure)}${termWords(tenure)}.`,
  withEvent(tenure, library, day),
];

function withEvent(tenure: Tenure, library: Library, day = tenure.from ?? ''): NonEmpty<Evidence> {
  const [from, to] = [tenure.from ?? '', tenure.to ?? '9999'];
  const inOffice = (library.entities.get(tenure.person.id) ?? [])
    .filter(([, weight]) => weight >= 0.9)
    .flatMap(([at]) => library.units[at] ?? [])
    .filter((unit) => unit.source.type === 'event' && unit.from >= from && unit.from <= to);
  const [nearest] = inOffice.sort(
    (left, right) => distance(left.from, day) - distance(right.from, day) || compare(left.id, right.id),
  );
  return nearest === undefined ? evidenceOf(tenure) : [unitEvidence(nearest), ...evidenceOf(tenure)];
}

/** Days between two dates, roughly; only to compare. */
function distance(left: string, right: string): number {
  const days = (date: string): number =>
    Number(date.slice(0, 4)) * 372 + Number(date.slice(5, 7) || 1) * 31 + Number(date.slice(8, 10) || 1);
  return Math.abs(days(left) - days(right));
}

/** `Was A secretary-general before B?` */
function readOrder(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  const relation = /\b(before|after)\b/.exec(query.folded)?.[1];
  if (query.wanted !== 'yes-no' || relation === undefined || people.length !== 2 || office === undefined)
    return undefined;
  const [first, second] = people.map((person) =>
    dated(office).find((tenure) => tenure.person.id === person.id),
  );
  if (first === undefined || second === undefined) return undefined;
  const isBefore = (first.from ?? '') < (second.from ?? '');
  const right = isBefore === (relation === 'before');
  const order = `${first.person.name} came ${isBefore ? 'before' : 'after'} ${second.person.name}`;
  return factAnswer(
    [
      [`${right ? 'Yes' : 'No'}. ${order}.`, evidenceOf(first)],
      tell(first, 'was', library),
      tell(second, 'was', library),
    ],
    'offices: order',
  );
}

/** `What office did X hold when …?`, `What did X do after the secretariat?` */
function readOfficeOf(query: Query, library: Library, people: readonly Entity[]): Fact | undefined {
  const person = people[0];
  if (person === undefined || people.length > 1) return undefined;
  const mine = allTenures(library).filter((tenure) => tenure.person.id === person.id);
  if (/\bwhat (?:was )?(?:\w+ )?(office|post|position|job|role|title|portfolio)\b/.test(query.folded)) {
    const day = anchorDay(query, library) ?? query.today.toString();
    const then = mine.filter((tenure) => coversDay(tenure.from, tenure.to, day) && startedBy(tenure, day));
    const [first, ...rest] = then.map((tenure) => tell(tenure, holderVerb(tenure), library, day));
    return first === undefined ? undefined : factAnswer([first, ...rest], 'offices: of a person');
  }
  if (
    !/\bwhat (did|was|has|is|became)\b.*\b(do|become|became|go on|before|after)\b/.test(query.folded) ||
    !/\b(before|after|afterwards|later|next|previously|go on)\b/.test(query.folded)
  )
    return undefined;
  const pivot = pivotOf(query, mine);
  if (pivot === undefined) return undefined;
  const before = /\bbefore\b|\bpreviously\b/.test(query.folded);
  const others = mine.filter(
    (tenure) =>
      tenure !== pivot &&
      (before ? (tenure.from ?? '9') < (pivot.from ?? '') : (tenure.from ?? '') >= (pivot.to ?? '9')),
  );
  const [first, ...rest] = others.map((tenure) => tell(tenure, 'was', library));
  return first === undefined ? undefined : factAnswer([first, ...rest], 'offices: before and after');
}

function pivotOf(query: Query, mine: readonly Tenure[]): Tenure | undefined {
  const list = joinPhrases(query.words).map(stem);
  const named = mine.find((tenure) => tenure.stems.every((each) => list.includes(each)));
  if (named !== undefined) return named;
  if (/\bsecretariat|sco\b/.test(query.folded))
    return mine.find((tenure) => tenure.stems.includes(stem('secretarygeneral')));
  return undefined;
}

const startedBy = (tenure: Tenure, day: string): boolean => tenure.from === undefined || tenure.from <= day;

/** `When did X's term begin?`, `When did X become president?` */
function readTerm(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  const person = people[0];
  if (query.wanted !== 'when' || person === undefined || office === undefined || people.length > 1)
    return undefined;
  if (
    !/\b(term|become|became|begin|began|start\w*|take office|took office|took over|take over|end|ended|appointed|tenure|chief|head)\b/.test(
      query.folded,
    )
  )
    return undefined;
  if (
    /\b(resign\w*|die|died|elected|sworn|meet|met|visit\w*|named|announced?|nominated|told|said)\b/.test(
      query.folded,
    )
  )
    return undefined;
  const mine = dated(office).filter((tenure) => tenure.person.id === person.id);
  const first = /\bfirst\b/.test(query.folded) ? mine[0] : mine.at(-1);
  if (first?.from === undefined) return undefined;
  const ends = /\b(end|ended|finish|finished|expire)\b/.test(query.folded);
  const date = ends ? first.to : first.from;
  if (date === undefined) return undefined;
  const text = `${person.name}'s time as ${officeWords(first)} ${ends ? 'ended' : 'began'} ${whenWords(date)}.`;
  return factAnswer([[text, withEvent(first, library, date)]], 'offices: term');
}

/** `Who took over from X?`, `sec gen before X`, `the first …`. */
function readNeighbour(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  const person = people[0];
  if (person === undefined || people.length > 1 || office === undefined) return undefined;
  if (query.wanted !== 'who' && query.wanted !== 'open' && query.wanted !== 'yes-no') return undefined;
  const after = /\b(took over from|take over from|succe\w+|replac\w+|after|followed|next|successor)\b/.test(
    query.folded,
  );
  const before = /\b(before|predecessor|preceded|did \S+ (?:\S+ )?(?:succeed|replace))\b/.test(query.folded);
  if ((after === before && !before) || !asksOnlyHolder(query, office)) return undefined;
  const series = dated(office);
  const mine = series.filter((tenure) => tenure.person.id === person.id);
  const pivot = mine.at(-1);
  const own =
    pivot === undefined ? [] : series.filter((tenure) => tenure.of.some((id) => pivot.of.includes(id)));
  if (pivot === undefined) return undefined;
  const others = own.filter((tenure) => tenure.person.id !== person.id);
  const found = before
    ? others.filter((tenure) => (tenure.from ?? '') < (mine[0]?.from ?? '')).at(-1)
    : others.find(
        (tenure) =>
          (tenure.from ?? '') >= (pivot.to ?? pivot.from ?? '').slice(0, (tenure.from ?? '').length),
      );
  return found === undefined
    ? undefined
    : factAnswer(
        [
          tell(found, found.to === undefined ? 'has been' : 'was', library),
          tell(pivot, 'was', library, pivot.to),
        ],
        'offices: neighbour',
      );
}

/** `Who was X in 2017?` Only when nothing else is asked of the holder. */
function readHolder(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  if (office === undefined || people.length > 0) return undefined;
  if (
    !/\bwho\b|^(?:the )?(?:current|first|last)|\bname of\b/.test(query.folded) &&
    query.wanted !== 'list' &&
    query.wanted !== 'open'
  )
    return undefined;
  if (!asksOnlyHolder(query, office)) return undefined;
  const series = dated(office);
  const first = series[0];
  if (first === undefined) return undefined;
  if (/\bfirst\b/.test(query.folded))
    return factAnswer([tell(first, 'was the first', library)], 'offices: first', 0.9);
  if (query.wanted === 'list') {
    const all = series
      .map(
        (tenure) =>
          `${tenure.person.name} (${termWords(tenure)
            .replace(/^, | (?=since)/, '')
            .trim()})`,
      )
      .join(', ');
    const evidence = series.flatMap((tenure) => evidenceOf(tenure)) as unknown as NonEmpty<Evidence>;
    return factAnswer([[`${clean(office.label)}, in order: ${all}.`, evidence]], 'offices: list', 0.9);
  }
  const day = anchorDay(query, library) ?? query.today.toString();
  const then = series.filter((tenure) => coversDay(tenure.from, tenure.to, day) && startedBy(tenure, day));
  const [holder] = then.slice(-1);
  if (holder === undefined) return undefined;
  return factAnswer([tell(holder, holderVerb(holder), library, day)], 'offices: holder', 0.92);
}

const plainStems: ReadonlySet<string> = new Set(
  ['head', 'run', 'lead', 'serv', 'follow', 'succeed', 'replac', 'chair'].map(stem),
);

/** An open term is told as running, whatever day was asked about. */
const holderVerb = (holder: Tenure): string => (holder.to === undefined ? 'has been' : 'was');

/** True when the words beside the office, its owner and the time only ask who it was. */
function asksOnlyHolder(query: Query, office: Office): boolean {
  const clause = query.folded.replace(/\b(when|at the|during|as of|at the time|in office)\b.*$/, '');
  const titles = new Set(office.tenures.flatMap((tenure) => tenure.stems));
  const plain = new Set([
    'head',
    'run',
    'ran',
    'running',
    'lead',
    'led',
    'chief',
    'boss',
    'serve',
    'served',
    'serving',
    'hold',
    'held',
    'office',
    'post',
    'job',
    'position',
    'first',
    'person',
    'current',
    'currently',
    'ever',
    'secretariat',
    'list',
    'name',
    'charge',
    'ministry',
    'director',
    'far',
    'order',
    'incumbent',
    'after',
    'before',
    'over',
    'succeeded',
    'succeed',
    'replaced',
    'replace',
    'followed',
    'follow',
    'elected',
    'elect',
    'appointed',
    'became',
    'become',
    'next',
    'preceded',
    'predecessor',
    'successor',
    'early',
    'late',
    'mid',
    'back',
    'organisation',
    'bloc',
  ]);
  const owned = new Set(
    query.terms.filter((term) => term.ids.length > 0).flatMap((term) => term.said.split(' ')),
  );
  const rest = joinPhrases(words(clause)).filter(
    (word) =>
      !stopWords.has(word) &&
      !titles.has(stem(word)) &&
      !plain.has(word) &&
      !plainStems.has(stem(word)) &&
      !owned.has(fold(word)) &&
      !/^\d+$/.test(word) &&
      !isTime(word),
  );
  return rest.length === 0;
}

const isTime = (word: string): boolean =>
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|year|month|last|then|summer|spring|autumn|winter|time|ago)$/.test(
    word,
  );
