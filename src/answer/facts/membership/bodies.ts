import { entityEvidence } from '../../evidence.ts';
import type { Library } from '../../library.ts';
import type { Query } from '../../query.ts';
import { type Fact, factAnswer } from '../fact.ts';

/** A body without recorded founders whose description says when it was formed. */
export function readFormed(query: Query, library: Library): Fact | undefined {
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
export function readForeign(query: Query, library: Library): Fact | undefined {
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

/** The members of a body without recorded relations, when its description lists them. */
export function readDescribed(query: Query, library: Library): Fact | undefined {
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

/** True when several things are asked for. */
export const isList = (query: Query): boolean =>
  query.wanted === 'list' ||
  /^who (are|were|joined|became|founded)\b/.test(query.folded) ||
  /\b(which|what) (two|three|four|five|six|countries|states)\b/.test(query.folded);
