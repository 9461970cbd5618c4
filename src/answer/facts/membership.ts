import type { Entity } from '../../knowledge/model.ts';
import type { Library } from '../library.ts';
import type { Query } from '../query.ts';
import type { Fact } from './fact.ts';
import { type Asked, countriesOf, statusOf } from './membership/asked.ts';
import { isList, readDescribed, readForeign, readFormed } from './membership/bodies.ts';
import { readCount } from './membership/count.ts';
import { readFounding } from './membership/founding.ts';
import { readLeaving } from './membership/leaving.ts';
import { readList } from './membership/list.ts';
import { readOne } from './membership/one.ts';
import { readRoad } from './membership/road.ts';
import { readStatus } from './membership/status.ts';
import { namesAnotherBody, organisationOf, tiesTo } from './relations.ts';

const about =
  /\b(member|members|memeber|membership|observer|observers|partner|partners|join|joined|joins|joining|accede|acceded|accession|admitted|belong|belongs|belonged|founding|founders|founded by|status|came in|come in|got in|let in|was in|promoted|enter|entered|full status|upgraded?|(?:way|path|road) (?:in)?to)\b/;
const elsewhere =
  /\b(memorand\w+|memo|memos|ratif\w+|appl\w+|bid|procedure|started?|process|announced?|welcomed|confirmed|said|told|says?|say|election|vote|voted|monitor\w*|mission|field|opened|deputy|troops|exercise|first ever meeting|forum|energy club|why|how long|dues|summit made)\b/;
const leaving =
  /\b(withdr\w+|leave|leaves|left|quit|quits|expelled|suspended|kicked out|thrown out|(?:pull|walk|drop|storm|step)\w* out|exit\w*|resign\w*|(?:give|gave|given) up|renounce\w*)\b/;

const roads = /\b(road|path|steps?|milestones?|stages?|climb|journey|way|progress|history of)\b/;

const founding =
  /^(?:and |so )?(?:who|when|where|in (?:what|which) (?:year|city|place)|(?:what|which) (?:year|city|day|date)|on (?:what|which) (?:day|date))\b.*\b(created?|founded|set up|established|formed|born|founding|come into being|came into being|start(?:ed)? (?:up|out)|begin|began)\b/;

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
  const inside = isInside(query, library);
  if (!about.test(folded) && !gone && !inside) return undefined;
  const foreign = organisation === undefined ? readForeign(query, library) : undefined;
  if (foreign !== undefined) return foreign;
  const described = organisation === undefined ? readDescribed(query, library) : undefined;
  if (described !== undefined) return described;
  if (organisation === undefined || tiesTo(library, organisation.id, 'member of').length === 0)
    return undefined;
  const countries = countriesOf(query, library);
  const asked: Asked = { query, library, organisation, status: statusOf(folded), countries };
  if (gone) return onlyFor(query, countries) ? readLeaving(asked) : undefined;
  if (/\bstatus\b/.test(folded) && !asksOfStatus(query) && !/\b(observer|full|member|partner)\b/.test(folded))
    return readStatus(asked);
  if (roads.test(folded) && countries.length === 1) return readRoad(asked);
  if (elsewhere.test(folded)) return undefined;
  if (query.wanted === 'count') return hasPeople(query, library) ? undefined : readCount(asked);
  if (isList(query))
    return namesOtherThing(query) || namesAnotherBody(query, organisation, library)
      ? undefined
      : readList(asked);
  if (namesAnotherBody(query, organisation, library)) return undefined;
  if (countries.length === 0 || countries.length > 2 || hasPeople(query, library)) return undefined;
  if (['when', 'yes-no', 'open', 'definition'].includes(query.wanted)) return readOne(asked);
  return undefined;
}

/** Something is done with the status, or it is that of a place: the events tell it. */
const asksOfStatus = (query: Query): boolean =>
  query.terms.filter((term) => !term.light && term.ids.length === 0 && !aboutStates.test(term.said)).length >
  0;

/** A thing that is no body of states stands in the question: `which towns does the bridge join`. */
const namesOtherThing = (query: Query): boolean =>
  query.terms.some((term) => term.ids.length === 0 && !term.light && !aboutStates.test(term.said)) &&
  /\b(?:towns?|cities|banks|rivers?|bridge|roads?|villages|places|provinces|firms|companies|teams?)\b/.test(
    query.folded,
  );
const aboutStates =
  /^(?:status|current|members?|observers?|partners?|dialogue|join\w*|states?|countries|nations)$/;

/** `Is X in the organisation?` with nothing else in it. */
const isInside = (query: Query, library: Library): boolean =>
  query.wanted === 'yes-no' &&
  /\b(in|inside|outside|part of)\b/.test(query.folded) &&
  query.terms.length === 2 &&
  ['country', 'organisation'].every((kind) =>
    query.terms.some((term) => term.ids.some((id) => library.gazetteer.entities.get(id)?.kind === kind)),
  );

const hasPeople = (query: Query, library: Library): boolean =>
  query.mentions.some((mention) =>
    mention.ids.some((id) => library.gazetteer.entities.get(id)?.kind === 'person'),
  );

const onlyFor = (query: Query, countries: readonly Entity[]): boolean =>
  countries.length === 1 &&
  /\b(sco|organisation|organization|bloc|group|shanghai cooperation organi[sz]ation)\b/.test(query.folded) &&
  (query.wanted === 'when' || query.wanted === 'yes-no');
