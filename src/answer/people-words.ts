import { fold } from '../text/fold.ts';
import type { Library } from './library.ts';
import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';

/** At most this many people are named behind an answer. */
const most = 4;

/** ` Taking part: A and B.` for a question of who, when the record has people whom its text does not name; else empty. */
export function peopleWords(query: Query, best: Ranked, library: Library): string {
  const { source, title, text } = best.unit;
  if (query.wanted !== 'who' || source.type !== 'event') return '';
  const told = fold(`${title} ${text}`);
  const asked = new Set(query.mentions.flatMap((mention) => mention.ids));
  const people = source.event.participants.flatMap((each) => {
    if (!('entity' in each)) return [{ name: each.name, role: each.role }];
    const entity = library.gazetteer.entities.get(each.entity);
    return entity?.kind === 'person' && !asked.has(entity.id) ? [{ name: entity.name, role: each.role }] : [];
  });
  const unnamed = people
    .filter(
      ({ name }) =>
        !fold(name)
          .split(' ')
          .some((part) => part.length > 2 && told.includes(part)),
    )
    .slice(0, most);
  if (unnamed.length === 0) return '';
  const signed = unnamed.every(({ role }) => role === 'signatory');
  return ` ${signed ? 'Signed by' : 'Taking part:'} ${unnamed.map(({ name }) => name).join(', ')}.`;
}
