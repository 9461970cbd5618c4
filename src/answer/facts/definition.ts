import { entityEvidence } from '../evidence.ts';
import type { Library } from '../library.ts';
import type { Query } from '../query.ts';
import { type Fact, factAnswer } from './fact.ts';

/** `What is RATS?`, `Who is X?`, `What does SCO stand for?`: what the record of the one thing named says. */
export function readDefinition(query: Query, library: Library): Fact | undefined {
  const capital = readCapital(query, library);
  if (capital !== undefined) return capital;
  const asks = /^(who|what) (is|was|are|were|s)\b|^(tell me )?about\b|\bstands? for\b|^define\b/.test(
    query.folded,
  );
  const others = query.terms.filter(
    (term) =>
      term.ids.length === 0 && !['stand', 'mean', 'define', 'abbreviation', 'full'].includes(term.stem),
  );
  const [mention, another] = query.terms.filter((term) => term.ids.length > 0);
  if (
    !asks ||
    others.length > 0 ||
    mention === undefined ||
    another !== undefined ||
    query.times.windows.length > 0
  )
    return undefined;
  if (mention.ids.length > 1 && /^who/.test(query.folded) === false) return undefined;
  const entity = library.gazetteer.entities.get(mention.ids[0] ?? '');
  if (entity === undefined || (/^who/.test(query.folded) && entity.kind !== 'person')) return undefined;
  const evidence = entityEvidence(entity, `${entity.name}: ${entity.description}`);
  const text = /\bstands? for\b/.test(query.folded)
    ? `${mention.said.toUpperCase()} stands for ${longest([entity.name, ...entity.aliases])}.`
    : `${entity.name}: ${entity.description}`;
  return factAnswer([[text, [evidence]]], 'entity: what it is', 0.9);
}

/** `What is the capital of X?`: only from a place that is recorded as one. */
function readCapital(query: Query, library: Library): Fact | undefined {
  if (
    !/^(what|which|where|name)\b.*\bcapital of\b/.test(query.folded) ||
    query.terms.some((term) => term.ids.length === 0 && term.stem !== 'capit')
  )
    return undefined;
  const country = query.mentions
    .map((mention) => library.gazetteer.entities.get(mention.ids[0] ?? ''))
    .find((entity) => entity?.kind === 'country');
  if (country === undefined) return undefined;
  const place = library.gazetteer.entities.get(library.gazetteer.capitals.get(country.id) ?? '');
  if (place === undefined)
    return {
      type: 'none',
      reason: `Nothing here says what the capital of ${country.name} is.`,
      nearest: [],
      how: 'entity: no capital',
    };
  const evidence = entityEvidence(place, `${place.name}: ${place.description}`);
  return factAnswer(
    [[`${place.name} is the capital of ${country.name}.`, [evidence]]],
    'entity: capital',
    0.95,
  );
}

const longest = (names: readonly string[]): string =>
  names.reduce((best, name) => (name.length > best.length + 8 ? name : best));
