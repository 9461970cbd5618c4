import { ReaderError } from '../../errors.ts';
import { type Entity, entityKinds, eventKinds } from '../../knowledge/model.ts';
import { shorten } from '../../options.ts';
import type { EditChange, EventEdit, NameEdit } from '../../store/desk-ports.ts';
import { fold } from '../../text/fold.ts';
import type { EventFound } from '../model.ts';
import { fieldsOf, type Item } from './item-fields.ts';
import { isNone, readDate } from './read-date.ts';
import { standings } from './standings.ts';

/** What an editor typed for one thing; undefined stays as it is. */
export type ItemOptions = Readonly<
  Partial<
    Record<
      | 'title'
      | 'date'
      | 'place'
      | 'kind'
      | 'participants'
      | 'status'
      | 'speaker'
      | 'name'
      | 'aliases'
      | 'same',
      string
    >
  >
>;

/** An edit, and what it changes in words for the log. */
export interface Change {
  readonly edits: EditChange;
  readonly words: string;
}

/** What the reading of a change goes by. */
export interface Around {
  readonly published: Temporal.PlainDate;
  readonly entities: readonly Entity[];
}

const longestName = 120;
const mostNames = 20;

/**
 * What an editor typed for one thing, as an edit. Fields that hold what they held before change nothing.
 * @throws ReaderError for a value that cannot be, or where nothing is different
 */
export function readChange(item: Item, typed: ItemOptions, around: Around): Change {
  const fields = fieldsOf(item);
  const wrong = Object.keys(typed).find((name) => !fields.some((field) => field.name === name));
  if (wrong !== undefined)
    throw new ReaderError(
      `${item.thing.key} has no ${wrong}; it has ${fields.map(({ name }) => name).join(', ')}.`,
    );
  const changed = fields.flatMap(({ name, value: before }) => {
    const after = typed[name as keyof ItemOptions]?.trim();
    // Platforms may send back other line breaks than they were given.
    const isSame = after?.replace(/\s+/g, ' ') === before.replace(/\s+/g, ' ').trim();
    return after === undefined || isSame ? [] : [{ name, before, after }];
  });
  if (changed.length === 0) throw new ReaderError('Nothing is different; change a field, or close the form.');
  const fresh: ItemOptions = Object.fromEntries(changed.map(({ name, after }) => [name, after]));
  const words = changed.map(({ name, before, after }) => `${name} ${told(before)} → ${told(after)}`);
  return { edits: editOf(item, fresh, around), words: `${item.thing.key}: ${words.join('; ')}` };
}

const told = (value: string): string =>
  value.trim() === '' ? 'none' : shorten(value.replace(/\s+/g, ' '), 120);

function editOf({ type, thing }: Item, typed: ItemOptions, around: Around): EditChange {
  switch (type) {
    case 'event':
      return { events: { [thing.place]: eventEdit(typed, around) } };
    case 'quotation':
      return { quotations: { [thing.place]: { speaker: readName(typed.speaker ?? '', 'speaker') } } };
    case 'name':
      return { names: { [thing.place]: nameEdit(typed, around) } };
  }
}

function eventEdit(
  { title, date, place, kind, participants, status }: ItemOptions,
  around: Around,
): EventEdit {
  return {
    ...(title === undefined ? {} : { title: shorten(title.replace(/\s+/g, ' '), 220) }),
    ...(date === undefined ? {} : { date: isNone(date) ? null : readDate(date, around.published) }),
    ...(place === undefined ? {} : { place: isNone(place) ? null : readName(place, 'place') }),
    ...(kind === undefined ? {} : { kind: oneOf('kind', kind, eventKinds) }),
    ...(participants === undefined ? {} : { participants: readNames(participants) }),
    ...(status === undefined ? {} : { modality: readStanding(status) }),
  };
}

function nameEdit({ name, kind, aliases, same }: ItemOptions, { entities }: Around): NameEdit {
  return {
    ...(name === undefined ? {} : { name: readName(name, 'name') }),
    ...(kind === undefined ? {} : { kind: oneOf('kind', kind, entityKinds) }),
    ...(aliases === undefined ? {} : { aliases: readNames(aliases) }),
    ...(same === undefined || isNone(same) ? {} : { same: findKnown(same, entities) }),
  };
}

function oneOf<T extends string>(name: string, typed: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === typed.toLowerCase());
  if (found !== undefined) return found;
  throw new ReaderError(`${name} is one of ${choices.join(', ')}, not “${shorten(typed, 40)}”.`);
}

function readStanding(typed: string): EventFound['modality'] {
  const wanted = fold(typed);
  for (const modality of ['asserted', 'planned', 'claimed', 'possible'] as const)
    if (fold(standings[modality]) === wanted) return modality;
  throw new ReaderError(
    `status is one of ${Object.values(standings).join(', ')}, not “${shorten(typed, 40)}”.`,
  );
}

function readName(typed: string, field: string): string {
  const name = typed.replace(/\s+/g, ' ').trim();
  if (/\p{L}/u.test(name) && name.length <= longestName) return name;
  throw new ReaderError(
    `The ${field} is a name of up to ${longestName} letters, not “${shorten(name, 40)}”.`,
  );
}

function readNames(typed: string): readonly string[] {
  if (isNone(typed)) return [];
  const names = typed.split(/[,;\n]/).filter((part) => part.trim() !== '');
  if (names.length <= mostNames) return names.map((name) => readName(name, 'name'));
  throw new ReaderError(`There is room for ${mostNames} names; leave out those that matter least.`);
}

function findKnown(typed: string, entities: readonly Entity[]): string {
  const wanted = fold(typed);
  const found = entities.filter(({ id, name, aliases }) =>
    [id, name, ...aliases].some((each) => fold(each) === wanted),
  );
  const [one] = found;
  if (one !== undefined && found.length === 1) return one.id;
  throw new ReaderError(
    one === undefined
      ? `The desk knows no “${shorten(typed, 40)}”; write a name as /who or /about has it.`
      : `“${shorten(typed, 40)}” is ${found.map(({ id }) => id).join(' or ')}; write one of these.`,
  );
}
