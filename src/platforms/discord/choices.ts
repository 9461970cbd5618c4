import type { Choice } from '../../command.ts';
import { cleanLine, cut } from '../clean-text.ts';

/** Discord takes 25 choices; a name or a value holds 100 characters. */
const mostChoices = 25;
const longest = 100;

/**
 * Choices as Discord takes them. A choice whose value is too long or, where a number is wanted, is none, is left out:
 * cut short it would mean something else.
 */
export function renderChoices(
  choices: readonly Choice[],
  numeric: boolean,
): readonly { readonly name: string; readonly value: string | number }[] {
  const named = choices.map(({ name, value }) => ({ name: cut(cleanLine(name), longest), value }));
  const usable = named.filter(
    ({ name, value }, index) =>
      name !== '' &&
      value !== '' &&
      value.length <= longest &&
      (!numeric || /^-?\d{1,15}$/.test(value)) &&
      named.findIndex((each) => each.name === name) === index,
  );
  return usable
    .slice(0, mostChoices)
    .map(({ name, value }) => ({ name, value: numeric ? Number(value) : value }));
}
