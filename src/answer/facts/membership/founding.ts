import type { Entity } from '../../../knowledge/model.ts';
import { whenWords } from '../../../text/date-words.ts';
import type { Library } from '../../library.ts';
import type { Query } from '../../query.ts';
import { andWords, type Fact, factAnswer } from '../fact.ts';
import { shortName, tieEvidence, tiesTo } from '../relations.ts';

/** `When was the SCO created?`: the day that its founders are recorded for, with what happened then. */
export function readFounding(query: Query, organisation: Entity, library: Library): Fact | undefined {
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
