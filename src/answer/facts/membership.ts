import type { Entity } from '../../knowledge/model.ts';
import { dateWords, whenWords } from '../../text/date-words.ts';
import { numberOf, numberWord, ordinalWord } from '../../text/number-words.ts';
import { entityEvidence } from '../evidence.ts';
import type { Library } from '../library.ts';
import type { Evidence, NonEmpty } from '../model.ts';
import type { Query } from '../query.ts';
import { andWords, type Fact, factAnswer } from './fact.ts';
import {
  kindOf,
  organisationOf,
  type Status,
  shortName,
  sinceWords,
  type Tie,
  tieEvidence,
  tiesTo,
} from './relations.ts';

const about =
  /\b(member|members|memeber|membership|observer|observers|partner|partners|join|joined|joins|joining|accede|acceded|accession|admitted|belong|belongs|belonged|founding|founders|founded by|came in|come in|got in|let in|was in|promoted|enter|entered|full status|upgraded?)\b/;
const elsewhere =
  /\b(memorand\w+|memo|memos|ratif\w+|appl\w+|bid|procedure|started?|process|announced?|welcomed|confirmed|said|told|says?|say|election|vote|voted|monitor\w*|mission|field|opened|deputy|troops|exercise|first ever meeting|forum|energy club|why|how long|dues|summit made)\b/;
const leaving =
  /\b(withdr\w+|leave|leaves|left|quit|quits|expelled|suspended|kicked out|thrown out|pull\w* out|exit\w*|resign\w*)\b/;
const joining =
  /\b(join\w*|became|become|becomes|came in|come in|got in|admitted|acceded?|entered|enter|added|taken in|let in|made|granted|new)\b/;
const roads = /\b(road|path|steps?|milestones?|stages?|climb|journey|way|progress|history of)\b/;

const founding =
  /^(?:and |so )?(?:who|when|where|in (?:what|which) (?:year|city|place)|(?:what|which) (?:year|city|day|date)|on (?:what|which) (?:day|date))\b.*\b(created?|founded|set up|established|formed|born|founding|come into being|came into being|start(?:ed)? (?:up|out)|begin|began)\b/;

interface Asked {
  readonly query: Query;
  readonly library: Library;
  readonly organisation: Entity;
  readonly status: Status;
  readonly countries: readonly Entity[];
}

/** Membership, observers and dialogue partners: when, whether, which, how many, and the way there. */
export function readMembership(query: Query, library: Library): Fact | undefined {
  const { folded } = query;
  const gone = leaving.test(folded) && !/\btroops?|soldiers?|peacekeepers?\b/.test(folded);
  const organisation = organisationOf(query, library);
  if (
    founding.test(folded) &&
    !/\b(energy|business|youth|interbank|forum|council|university|club)\b/.test(folded)
  ) {
    return organisation === undefined
      ? readFormed(query, library)
      : readFounding(query, organisation, library);
  }
  if (!about.test(folded) && !gone) return undefined;
  const foreign = organisation === undefined ? readForeign(query, library) : undefined;
  if (foreign !== undefined) return foreign;
  const described = organisation === undefined ? readDescribed(query, library) : undefined;
  if (described !== undefined) return described;
  if (organisation === undefined || tiesTo(library, organisation.id, 'member of').length === 0)
    return undefined;
  const countries = countriesOf(query, library);
  const asked: Asked = { query, library, organisation, status: statusOf(folded), countries };
  if (gone) return onlyFor(query, countries) ? readLeaving(asked) : undefined;
  if (roads.test(folded) && countries.length === 1) return readRoad(asked);
  if (elsewhere.test(folded)) return undefined;
  if (query.wanted === 'count') return readCount(asked);
  if (isList(query)) return readList(asked);
  if (countries.length === 0 || countries.length > 2 || hasPeople(query, library)) return undefined;
  if (['when', 'yes-no', 'open', 'definition'].includes(query.wanted)) return readOne(asked);
  return undefined;
}

/** A body without recorded founders whose description says when it was formed. */
function readFormed(query: Query, library: Library): Fact | undefined {
  const body = query.mentions
    .map((mention) => library.gazetteer.entities.get(mention.ids[0] ?? ''))
    .find((entity) => entity?.kind === 'organisation');
  const others = query.terms.filter(
    (term) => term.ids.length === 0 && !/^(found|creat|set|establish|form|start|begin|bear)/.test(term.stem),
  );
  if (
    body === undefined ||
    others.length > 0 ||
    query.wanted !== 'when' ||
    !/\b(founded|formed|created|opened|launched|established|in force)\b.*\d{4}/.test(body.description)
  )
    return undefined;
  return factAnswer(
    [[`${body.name}: ${body.description}`, [entityEvidence(body, `${body.name}: ${body.description}`)]]],
    'entity: formed',
    0.85,
  );
}

/** `Is India a member of NATO?` where no record joins the two. */
function readForeign(query: Query, library: Library): Fact | undefined {
  if (query.wanted !== 'yes-no' || !/\bmembers? of\b/.test(query.folded)) return undefined;
  const named = query.mentions.map((mention) => library.gazetteer.entities.get(mention.ids[0] ?? ''));
  const country = named.find((entity) => entity?.kind === 'country');
  const body = named.find((entity) => entity?.kind === 'organisation');
  if (country === undefined || body === undefined) return undefined;
  const joined = library.units.some(
    (unit) =>
      unit.source.type === 'event' &&
      unit.source.event.kind === 'membership' &&
      unit.entities.has(country.id) &&
      (unit.entities.get(body.id) ?? 0) > 0.6,
  );
  if (joined) return undefined;
  return {
    type: 'none',
    reason: `Nothing here says whether ${country.name} is a member of ${body.name}.`,
    nearest: [],
    how: 'relations: none to that body',
  };
}

/** `Did A join before B?` */
function readEarlier(asked: Asked, first: Entity, second: Entity): Fact | undefined {
  const relation = /\b(before|after|earlier than|later than|at the same time as|with)\b/.exec(
    asked.query.folded,
  )?.[1];
  const [left, right] = [first, second].map((country) =>
    statusTies(asked, country).find((tie) => tie.status === asked.status),
  );
  const [from, other] = [left?.relation.from, right?.relation.from];
  if (
    relation === undefined ||
    left === undefined ||
    right === undefined ||
    from === undefined ||
    other === undefined
  )
    return undefined;
  const holds =
    relation === 'before' || relation === 'earlier than'
      ? from < other
      : relation === 'after' || relation === 'later than'
        ? from > other
        : from === other;
  const text = `${holds ? 'Yes' : 'No'}. ${first.name} became ${article(asked.status)} ${asked.status} of the ${shortName(asked.organisation)} ${whenWords(from)}, ${second.name} ${whenWords(other)}.`;
  return factAnswer([[text, evidenceOf([left, right], asked)]], 'relations: order');
}

/** The members of a body without recorded relations, when its description lists them. */
function readDescribed(query: Query, library: Library): Fact | undefined {
  const body = query.mentions
    .map((mention) => library.gazetteer.entities.get(mention.ids[0] ?? ''))
    .find((entity) => entity?.kind === 'organisation');
  if (body === undefined || !isList(query) || query.mentions.length > 1 || query.times.windows.length > 0)
    return undefined;
  const countries = [...library.gazetteer.entities.values()].filter(
    (entity) => entity.kind === 'country' && body.description.includes(entity.name),
  );
  if (countries.length < 3) return undefined;
  return factAnswer(
    [[`${body.name}: ${body.description}`, [entityEvidence(body, `${body.name}: ${body.description}`)]]],
    'entity: members in its description',
    0.8,
  );
}

/** `When was the SCO created?`: the day that its founders are recorded for, with what happened then. */
function readFounding(query: Query, organisation: Entity, library: Library): Fact | undefined {
  const others = query.terms.filter(
    (term) =>
      !term.ids.includes(organisation.id) &&
      !/^(found|creat|set|establish|form|born|bear|begin|start|be|com)/.test(term.stem) &&
      !/founding|organi[sz]ation|first|originally/.test(term.said),
  );
  const [first, ...rest] = tiesTo(library, organisation.id, 'founder of');
  const from = first?.relation.from;
  if (others.length > 0 || first === undefined || from === undefined) return undefined;
  const unit = first.relation.event === undefined ? undefined : library.byId.get(first.relation.event);
  const city = unit?.source.type === 'event' ? unit.source.event.place?.city : undefined;
  const founders = andWords([first, ...rest].map((tie) => tie.subject.name));
  const text = `The ${shortName(organisation)} was founded ${whenWords(from)}${city === undefined ? '' : ` in ${city}`} by ${founders}.`;
  return factAnswer([[text, [tieEvidence(first, library)]]], 'relations: founding');
}

const hasPeople = (query: Query, library: Library): boolean =>
  query.mentions.some((mention) =>
    mention.ids.some((id) => library.gazetteer.entities.get(id)?.kind === 'person'),
  );

const onlyFor = (query: Query, countries: readonly Entity[]): boolean =>
  countries.length === 1 &&
  /\b(sco|organisation|organization|bloc|group|shanghai cooperation organi[sz]ation)\b/.test(query.folded) &&
  (query.wanted === 'when' || query.wanted === 'yes-no');

const isList = (query: Query): boolean =>
  query.wanted === 'list' ||
  /^who (are|were|joined|became|founded)\b/.test(query.folded) ||
  /\b(which|what) (two|three|four|five|six|countries|states)\b/.test(query.folded);

function statusOf(folded: string): Status {
  const target = /\b(?:to|a|an|as|full|become|became|made) (?:\w+ )?(?:\w+ )?(member|observer|partner)/.exec(
    folded,
  )?.[1];
  if (/\bfrom\b/.test(folded) && /\bto\b.*\bmember/.test(folded)) return 'member';
  if (target === 'member' || /full member/.test(folded)) return 'member';
  if (/observer/.test(folded)) return 'observer';
  if (/partner/.test(folded)) return 'dialogue partner';
  return 'member';
}

function countriesOf(query: Query, library: Library): readonly Entity[] {
  const ids = new Set(
    query.mentions.filter((mention) => mention.by !== 'capital').map((mention) => mention.ids[0] ?? ''),
  );
  const guessed = query.terms.filter(
    (term) => term.ids.length > 0 && !query.mentions.some((mention) => mention.said === term.said),
  );
  for (const term of guessed) ids.add(term.ids[0] ?? '');
  return [...ids]
    .map((id) => library.gazetteer.entities.get(id))
    .filter((entity) => entity?.kind === 'country') as Entity[];
}

const statuses: readonly Status[] = ['dialogue partner', 'observer', 'member'];

const statusTies = (asked: Asked, country: Entity): readonly (Tie & { readonly status: Status })[] =>
  statuses.flatMap((status) =>
    tiesTo(asked.library, asked.organisation.id, kindOf(status))
      .filter((tie) => tie.subject.id === country.id)
      .map((tie) => ({ ...tie, status })),
  );

const article = (status: Status): string => (status === 'observer' ? 'an' : 'a');
const evidenceOf = (ties: readonly Tie[], asked: Asked): NonEmpty<Evidence> =>
  ties.map((tie) => tieEvidence(tie, asked.library)) as unknown as NonEmpty<Evidence>;

function readLeaving(asked: Asked): Fact | undefined {
  const country = asked.countries[0];
  if (country === undefined) return undefined;
  const known = statusTies(asked, country);
  if (known.some((tie) => tie.relation.to !== undefined && tie.status === 'member')) return undefined;
  const now = known.at(-1);
  const name = shortName(asked.organisation);
  const stays =
    now === undefined
      ? ''
      : ` It has been ${article(now.status)} ${now.status}${sinceWords(now.relation.from)}.`;
  const nearest = now === undefined ? [] : [tieEvidence(now, asked.library)];
  return {
    type: 'none',
    reason: `Nothing here says that ${country.name} left the ${name}.${stays}`,
    nearest,
    how: 'relations: leaving',
  };
}

function readRoad(asked: Asked): Fact | undefined {
  const country = asked.countries[0];
  if (country === undefined) return undefined;
  const name = shortName(asked.organisation);
  const steps = asked.library.units
    .flatMap((unit) => (unit.source.type === 'event' ? [{ unit, event: unit.source.event }] : []))
    .filter(
      ({ unit, event }) =>
        (event.kind === 'membership' ||
          /\b(accession|membership|observer|dialogue partner)\b/i.test(event.title)) &&
        unit.entities.has(country.id) &&
        (unit.stems.get('sco') ?? 0) >= 0.9,
    )
    .filter(({ event }) => new RegExp(country.name, 'i').test(`${event.title} ${event.summary}`));
  const ties = statusTies(asked, country);
  const dated = [
    ...ties.map((tie) => ({
      date: tie.relation.from ?? '',
      text: tie.status === 'member' ? 'full member' : tie.status,
      evidence: tieEvidence(tie, asked.library),
      id: tie.relation.event,
    })),
    ...steps
      .filter(
        ({ event }) =>
          !ties.some((tie) => tie.relation.event === event.id || tie.relation.from === event.date),
      )
      .map(({ unit, event }) => ({
        date: event.date,
        text: event.title,
        evidence: tieEvidenceOfUnit(unit, asked),
        id: event.id,
      })),
  ].sort((left, right) => (left.date < right.date ? -1 : 1));
  if (dated.length < 2) return undefined;
  const list = dated.map((step) => `${dateWords(step.date)}: ${step.text}`).join('; ');
  const evidence = dated.map((step) => step.evidence) as unknown as NonEmpty<Evidence>;
  return factAnswer(
    [[`${country.name} and the ${name}, step by step. ${list}.`, evidence]],
    'relations: road',
  );
}

const tieEvidenceOfUnit = (unit: { readonly id: string }, asked: Asked): Evidence =>
  tieEvidence(
    { subject: asked.organisation, relation: { kind: 'member of', of: '', event: unit.id } },
    asked.library,
  );

/** The day that a count or list is for: after a country's entry, at the end of the time named, or today. */
function dayAsked(asked: Asked): string {
  const country = asked.countries[0];
  const window = asked.query.times.windows[0];
  if (country !== undefined) {
    const tie = statusTies(asked, country)
      .filter((each) => each.status === 'member')
      .at(-1);
    const from = tie?.relation.from;
    if (from !== undefined && window === undefined) {
      return /\bbefore\b/.test(asked.query.folded) ? dayBefore(from) : from;
    }
  }
  if (window === undefined) return asked.query.today.toString();
  return /\bbefore\b/.test(asked.query.folded) ? dayBefore(window.from) : window.until;
}

function dayBefore(date: string): string {
  const day = date.length === 10 ? date : `${date.slice(0, 7)}${date.length === 7 ? '' : '-01'}-01`;
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

function readCount(asked: Asked): Fact | undefined {
  if (
    !/\bhow many (?:full |dialogue |sco |founding |\w+ )?(members?|observers?|partners?|countries|states|nations)/.test(
      asked.query.folded,
    )
  )
    return undefined;
  const day = dayAsked(asked);
  const ties = tiesTo(asked.library, asked.organisation.id, kindOf(asked.status), day);
  if (ties.length === 0) return undefined;
  const name = shortName(asked.organisation);
  const isNow = day === asked.query.today.toString();
  const when = isNow ? `has (as of ${dateWords(day)})` : `had, on ${dateWords(day)},`;
  const last = asked.countries[0];
  const order = last === undefined ? '' : ` ${last.name} was the ${ordinalWord(ties.length)}.`;
  const names = andWords(ties.map((tie) => tie.subject.name));
  const plural = `${asked.status}${ties.length === 1 ? '' : 's'}`;
  const truly = last !== undefined && ties.at(-1)?.subject.id === last.id ? order : '';
  return factAnswer(
    [
      [
        `The ${name} ${when} ${numberWord(ties.length)} ${plural}: ${names}.${truly}`,
        evidenceOf(ties, asked),
      ],
    ],
    'relations: count',
  );
}

function readList(asked: Asked): Fact | undefined {
  const { folded, times } = asked.query;
  const window = times.windows[0];
  const kind = /\bfound(?:ing|ers?|ed)\b/.test(folded) ? 'founder of' : kindOf(asked.status);
  const all = tiesTo(asked.library, asked.organisation.id, kind);
  const entering = window !== undefined && joining.test(folded);
  const ties = entering
    ? all.filter((tie) => inWindow(tie.relation.from, window))
    : kind === 'founder of'
      ? all
      : tiesTo(asked.library, asked.organisation.id, kind, dayAsked({ ...asked, countries: [] }));
  if (ties.length === 0) return undefined;
  if (!entering && window === undefined && asked.countries.length > 0) return undefined;
  const name = shortName(asked.organisation);
  const names = andWords(ties.map((tie) => tie.subject.name));
  const count = ties.length === 1 ? 'one' : numberWord(ties.length);
  const said = kind === 'founder of' ? 'founder' : asked.status;
  const plural = ties.length === 1 ? said : `${said}s`;
  const asOf = dateWords(dayAsked({ ...asked, countries: [] }));
  const text = entering
    ? `${names} became ${ties.length === 1 ? `${article(asked.status)} ` : ''}${plural} of the ${name} ${datesOf(ties)}.`
    : kind === 'founder of'
      ? `The ${name} was founded by ${count} states: ${names}.`
      : `As of ${asOf} the ${name} has ${count} ${plural}: ${names}.`;
  const wanted = numberOf(/\b(two|three|four|five|six|seven|eight|nine|ten)\b/.exec(folded)?.[1] ?? '');
  const confidence = wanted === undefined || wanted === ties.length ? 0.94 : 0.75;
  return factAnswer([[text, evidenceOf(ties, asked)]], 'relations: list', confidence);
}

const inWindow = (
  date: string | undefined,
  window: { readonly from: string; readonly until: string },
): boolean => date !== undefined && date >= window.from.slice(0, date.length) && date <= window.until;

function datesOf(ties: readonly Tie[]): string {
  const dates = [...new Set(ties.map((tie) => tie.relation.from ?? ''))];
  return dates.length === 1 && dates[0] !== undefined
    ? whenWords(dates[0])
    : `(${ties.map((tie) => `${tie.subject.name} ${whenWords(tie.relation.from ?? '')}`).join(', ')})`;
}

/** A country without any tie: nothing says that it is one, which is not the same as that it is not. */
function unknownTo(asked: Asked, country: Entity): Fact | undefined {
  const members = tiesTo(asked.library, asked.organisation.id, 'member of', asked.query.today.toString());
  const [first] = members;
  if (first === undefined) return undefined;
  const name = shortName(asked.organisation);
  const reason = `Nothing here says that ${country.name} is ${article(asked.status)} ${asked.status} of the ${name}.`;
  return {
    type: 'none',
    reason,
    nearest: [tieEvidence(members.at(-1) ?? first, asked.library)],
    how: 'relations: unknown',
  };
}

/** One country: when it got a status, whether it has it; a false premise is put right with the status it has. */
function readOne(asked: Asked): Fact | undefined {
  const [country, other] = asked.countries;
  if (country === undefined || (other !== undefined && asked.query.wanted !== 'yes-no')) return undefined;
  if (other !== undefined) return readEarlier(asked, country, other);
  const known = statusTies(asked, country);
  const name = shortName(asked.organisation);
  const now = known.filter((tie) => tie.relation.to === undefined).at(-1) ?? known.at(-1);
  const hit = known.find((tie) => tie.status === asked.status);
  const question = asked.query.wanted === 'yes-no';
  if (asked.query.future && hit === undefined) {
    const nearest = now === undefined ? [] : [tieEvidence(now, asked.library)];
    const today =
      now === undefined
        ? ''
        : ` It has been ${article(now.status)} ${now.status}${sinceWords(now.relation.from)}.`;
    return {
      type: 'none',
      reason: `Nothing here says when ${country.name} will become a ${asked.status} of the ${name}.${today}`,
      nearest,
      how: 'relations: to come',
    };
  }
  if (hit === undefined) {
    if (now === undefined) return unknownTo(asked, country);
    const text = `${question ? 'No. ' : ''}${country.name} is not ${article(asked.status)} ${asked.status} of the ${name}. It has been ${article(now.status)} ${now.status}${sinceWords(now.relation.from)}.`;
    return factAnswer([[text, evidenceOf([now], asked)]], 'relations: false premise');
  }
  const window = asked.query.times.windows[0];
  const date = hit.relation.from;
  if (date === undefined) return undefined;
  if (question && window !== undefined && date > window.until) {
    const before = known.filter((tie) => (tie.relation.from ?? '') <= window.until && tie !== hit).at(-1);
    const then =
      before === undefined
        ? ''
        : ` It had been ${article(before.status)} ${before.status}${sinceWords(before.relation.from)}.`;
    return factAnswer(
      [
        [
          `No. ${country.name} became ${article(asked.status)} ${asked.status} of the ${name} only ${whenWords(date)}.${then}`,
          evidenceOf([hit], asked),
        ],
      ],
      'relations: not yet',
    );
  }
  const over = hit.relation.to === undefined ? '' : `, until ${dateWords(hit.relation.to)}`;
  const earlier = known.filter((tie) => tie !== hit && (tie.relation.from ?? '9') < date);
  const past =
    earlier.length === 0
      ? ''
      : ` Before that: ${earlier.map((tie) => `${tie.status}${sinceWords(tie.relation.from)}`).join(', ')}.`;
  const full = asked.status === 'member' ? 'full member' : asked.status;
  const text = `${question ? 'Yes. ' : ''}${country.name} became ${article(asked.status)} ${full} of the ${name} ${whenWords(date)}${over}.${past}`;
  return factAnswer([[text, evidenceOf([hit, ...earlier], asked)]], 'relations: one status');
}
