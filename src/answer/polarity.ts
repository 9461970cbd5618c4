import type { Library } from './library.ts';
import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';

/** Words that turn a yes-no question on more than whether it happened. */
const delicate =
  /\b(first|only|ever|never|still|already|independently|both|all|every|most|not|without|last|more|less|alone|same|before|after|in person|personally|really|formally|fully|always|again|second|third)\b/;
/** Words that turn what a text says round. */
const turned =
  /\b(not|no|nor|never|denied|denies|declined|refus\w+|without|fail\w*|reject\w*|absent|unlike|despite|cancel\w*|postpone\w*|suspend\w*|called off|instead|but|however|although|claim\w*|accus\w*|alleg\w*|plan\w*|due|will|would|may|defer\w*|delay\w*|oppos\w+|block\w*|object\w*|exclud\w+|except|withdr\w+|quit|left|part)\b/i;

/** Coverage and hold of names from which a `Yes` is safe. */
const allOfIt = 0.93;
const inSoManyLetters = 0.9;

/** `visa-free` says of a question about a visa that there is none. */
const isFreeOf = (query: Query, text: string): boolean =>
  query.terms.some((term) => text.includes(`${term.said}-free`));

/** `Yes. ` when the best event says in so many words what a yes-no question asks; empty when that is not sure. */
export function yesWord(query: Query, best: Ranked, library: Library): '' | 'Yes. ' {
  const { unit } = best;
  const plain =
    query.wanted === 'yes-no' &&
    !delicate.test(query.folded) &&
    unit.source.type === 'event' &&
    unit.source.event.status === 'held' &&
    unit.source.event.confidence !== 'low' &&
    !turned.test(`${unit.title} ${unit.text}`) &&
    !isFreeOf(query, `${unit.title} ${unit.text}`.toLowerCase());
  const whole = best.coverage >= allOfIt && best.uncovered.length === 0;
  const inItsWords = query.terms.every(
    (term) => term.light || term.ids.length > 0 || unit.stems.has(term.stem),
  );
  const named = query.mentions.every((mention) =>
    mention.ids.some(
      (id) => (unit.entities.get(id) ?? 0) >= inSoManyLetters && library.gazetteer.entities.has(id),
    ),
  );
  return plain && whole && named && inItsWords ? 'Yes. ' : '';
}

/** Coverage without the place from which an event is the one that a yes-no question puts elsewhere. */
const enoughWithoutPlace = 0.45;

/** True when a yes-no question puts an event in a place where it was not: everything else of it agrees. */
export function isMisplaced(query: Query, best: Ranked, library: Library): boolean {
  const lacks = best.uncovered;
  const onlyPlaces = lacks.every((term) =>
    term.ids.some((id) => library.gazetteer.entities.get(id)?.kind === 'place'),
  );
  return (
    query.wanted === 'yes-no' &&
    lacks.length === 1 &&
    onlyPlaces &&
    new RegExp(`\\b(?:in|at|from) (?:the )?${lacks[0]?.said ?? ''}\\b`).test(query.folded) &&
    best.coverage >= enoughWithoutPlace &&
    best.unit.source.type === 'event' &&
    best.unit.source.event.place?.city !== undefined
  );
}
