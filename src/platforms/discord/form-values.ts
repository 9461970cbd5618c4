import type { InteractionComponent } from './interaction.ts';

/** A choice of a menu that may hold those of several fields: it names its own. */
export const choiceOf = (field: string, choice: string): string => `${field}=${choice}`;

const choice = /^([a-z][a-z0-9-]*)=([\s\S]*)$/;

/** What was filled into a dialogue, by the names of its fields. Of two choices for one field the last counts. */
export function formValues(components: readonly InteractionComponent[]): Readonly<Record<string, string>> {
  const fields = components.flatMap((each) => [
    ...(each.component === undefined ? [] : [each.component]),
    ...(each.components ?? []),
  ]);
  const entries = fields.flatMap(({ custom_id, value, values }): readonly (readonly [string, string])[] => {
    if (values === undefined) return custom_id === undefined ? [] : [[custom_id, value ?? '']];
    return values.flatMap((each) => {
      const [, name, chosen] = choice.exec(each) ?? [];
      return name === undefined || chosen === undefined ? [] : [[name, chosen] as const];
    });
  });
  return Object.fromEntries(entries);
}
