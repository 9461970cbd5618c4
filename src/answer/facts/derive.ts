import type { Event, Relation } from '../../knowledge/model.ts';
import { words } from '../../text/fold.ts';
import { findMentions } from '../gazetteer.ts';
import type { Library } from '../library.ts';

/** A relation read from an event, and whose it is. */
export interface Derived {
  readonly subject: string;
  readonly relation: Relation;
}

type Kind = 'member of' | 'observer of' | 'dialogue partner of';

const notYet =
  /\b(appl\w+|file[sd]?|bid|procedures?|process|commitments?|accession|obligations?|agreed to|seek|starts?|started|ratif\w+|approves?|approved|welcomes?|confirms?|due|wish|says?|plans?)\b/i;
const starts =
  /\b(becom\w*|became|join\w*|made|named|admi\w+|gave|gives?|grant\w*|signs?|signed|upgrades?)\b/i;

/**
 * Memberships, observers, dialogue partners, founders and chairs as the events tell them, for data that does not state
 * relations. Reads titles and summaries clause by clause; what is only applied for or agreed in principle does not count.
 * Of two dates for a partner the later one is the signing; for the others the earlier one is the decision.
 */
export function deriveRelations(library: Library): readonly Derived[] {
  const main = mainBody(library);
  if (main === undefined) return [];
  const found: Derived[] = [];
  for (const unit of library.units) {
    if (unit.source.type !== 'event' || unit.source.event.status === 'announced') continue;
    const { event } = unit.source;
    if (!speaksOf(event, main, library)) continue;
    found.push(...founders(event, main, library), ...chairs(event, main, library));
    if (event.kind === 'membership' || event.kind === 'summit') found.push(...entries(event, main, library));
  }
  return closed(onePerStatus(found));
}

/** The organisation that the most events speak of. */
function mainBody(library: Library): string | undefined {
  let best: string | undefined;
  for (const id of library.entities.keys()) {
    if (library.gazetteer.entities.get(id)?.kind !== 'organisation') continue;
    if (best === undefined || library.entities.count(id) > library.entities.count(best)) best = id;
  }
  return best;
}

/** True when an event is about the body: it names it, or it names no other and speaks of its summit. */
function speaksOf(event: Event, main: string, library: Library): boolean {
  const bodies = bodiesIn(`${event.title} ${event.summary}`, main, library);
  return bodies.includes(main) || (bodies.length === 0 && /summit/i.test(event.summary + event.title));
}

const idsIn = (text: string, library: Library, kind: 'country' | 'organisation'): readonly string[] =>
  findMentions(words(text), library.gazetteer)
    .filter((mention) => mention.by === 'name')
    .map((mention) => mention.ids[0] ?? '')
    .filter((id) => library.gazetteer.entities.get(id)?.kind === kind);

/** Bodies named in a text; one called after the main body (its council, its summit) counts as the main body. */
function bodiesIn(text: string, main: string, library: Library): readonly string[] {
  const entity = library.gazetteer.entities.get(main);
  const names = [entity?.name ?? '', ...(entity?.aliases ?? [])];
  return idsIn(text, library, 'organisation').map((id) => {
    const name = library.gazetteer.entities.get(id)?.name ?? '';
    return names.some((each) => each !== '' && name.startsWith(`${each} `)) ? main : id;
  });
}

function founders(event: Event, main: string, library: Library): readonly Derived[] {
  if (!/\bfound(?:s|ed)?\b/i.test(event.title) || !bodiesIn(event.title, main, library).includes(main))
    return [];
  const bodies = bodiesIn(event.title, main, library);
  if (bodies.at(-1) !== main || /\b(anniversary|years)\b/i.test(event.title)) return [];
  return idsIn(`${event.title} ${event.summary}`, library, 'country').flatMap((subject) =>
    (['founder of', 'member of'] as const).map((kind) => ({
      subject,
      relation: { kind, of: main, from: event.date, event: event.id },
    })),
  );
}

function chairs(event: Event, main: string, library: Library): readonly Derived[] {
  const match =
    /^(.*?) (?:takes? over|takes?|assumes?|took over|becomes?) (?:as )?(?:the )?(?:\S+ )?(?:chair|chairmanship|presidency)\b(?! of)/i.exec(
      event.title,
    );
  const subject = match === null ? undefined : idsIn(match[1] ?? '', library, 'country')[0];
  if (subject === undefined) return [];
  const taken: Derived = {
    subject,
    relation: { kind: 'chair of', of: main, from: event.date, event: event.id },
  };
  const giver = idsIn(/\bfrom (\S+(?: \S+)?)/.exec(event.summary)?.[1] ?? '', library, 'country')[0];
  const since = giver === undefined ? undefined : summitBefore(event.date, main, library);
  if (giver === undefined || since === undefined) return [taken];
  return [
    taken,
    {
      subject: giver,
      relation: { kind: 'chair of', of: main, from: since, to: event.date, event: event.id },
    },
  ];
}

/** The chair passes on at the yearly summit: the last one of an earlier year is where the outgoing chair took over. */
function summitBefore(date: string, main: string, library: Library): string | undefined {
  const dates = library.units.flatMap(({ source }) =>
    source.type === 'event' &&
    source.event.kind === 'summit' &&
    source.event.date.slice(0, 4) < date.slice(0, 4) &&
    /summit|heads of state/i.test(source.event.title + source.event.summary) &&
    bodiesIn(`${source.event.title} ${source.event.summary}`, main, library).includes(main)
      ? [source.event.endDate ?? source.event.date]
      : [],
  );
  return dates.sort().at(-1);
}

/** `made Belarus an observer and admitted Armenia and Nepal as dialogue partners` falls into its two halves. */
function clauses(text: string): readonly string[] {
  const pieces = text.split(
    /[.;] |, (?=made|gave|granted|admitted|opened)| and (?=made |gave |granted |admitted |agreed |opened |upgrades )| and (?=\p{Lu}\S+ (?:as )?(?:an? )?(?:dialogue |SCO )?(?:partner|observer|member))/u,
  );
  // `India, Iran and Pakistan as observers` is one clause: a piece without a status word belongs to the next.
  const whole: string[] = [];
  let open = '';
  for (const piece of pieces) {
    const joined = open === '' ? piece : `${open} and ${piece}`;
    if (kindIn(joined) === undefined && starts.test(joined)) open = joined;
    else {
      whole.push(joined);
      open = '';
    }
  }
  return open === '' ? whole : [...whole, open];
}

function entries(event: Event, main: string, library: Library): readonly Derived[] {
  const found: Derived[] = [];
  for (const text of [event.title, event.summary]) {
    let verb = false;
    for (const clause of clauses(text)) {
      verb = starts.test(clause) || (verb && !notYet.test(clause));
      const kind = kindIn(clause);
      if (kind === undefined || !verb || notYet.test(clause)) continue;
      if (/\b(becom\w*|join\w*|signs?)\b/i.test(clause) === false && /member/i.test(clause)) continue;
      for (const subject of idsIn(clause, library, 'country'))
        found.push({ subject, relation: { kind, of: main, from: event.date, event: event.id } });
    }
  }
  return found;
}

function kindIn(clause: string): Kind | undefined {
  if (/\bobserver/i.test(clause))
    return /\bto (full )?member|into member/i.test(clause) ? 'member of' : 'observer of';
  if (/\bpartner/i.test(clause)) return 'dialogue partner of';
  if (/\bmembers?\b/i.test(clause)) return 'member of';
  return undefined;
}

function onePerStatus(all: readonly Derived[]): readonly Derived[] {
  const best = new Map<string, Derived>();
  for (const each of all) {
    if (each.relation.kind === 'chair of') {
      best.set(`${each.subject} chair ${each.relation.from}`, each);
      continue;
    }
    const key = `${each.subject} ${each.relation.kind}`;
    const known = best.get(key)?.relation.from ?? '';
    const later = each.relation.kind === 'dialogue partner of';
    if (known === '' || (later ? (each.relation.from ?? '') > known : (each.relation.from ?? '') < known))
      best.set(key, each);
  }
  return [...best.values()];
}

const order: readonly Relation['kind'][] = ['dialogue partner of', 'observer of', 'member of'];

/** Ends a status where a higher one begins, and a chair where the next one begins. */
function closed(all: readonly Derived[]): readonly Derived[] {
  const terms = all
    .filter((each) => each.relation.kind === 'chair of')
    .map((each) => each.relation.from ?? '')
    .sort();
  return all.flatMap((each): Derived[] => {
    const from = each.relation.from ?? '';
    if (each.relation.kind === 'chair of') {
      const next = terms.find((term) => term > from);
      return [next === undefined ? each : { ...each, relation: { ...each.relation, to: next } }];
    }
    const rank = order.indexOf(each.relation.kind);
    const higher = all
      .filter(
        (other) => other.subject === each.subject && order.indexOf(other.relation.kind) > rank && rank >= 0,
      )
      .map((other) => other.relation.from ?? '')
      .sort();
    const end = higher[0];
    if (end !== undefined && end <= from) return [];
    return [end === undefined ? each : { ...each, relation: { ...each.relation, to: end } }];
  });
}
