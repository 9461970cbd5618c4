import type { AnyAction } from './command.ts';
import type { Invocation } from './invocation.ts';

/** One thing that a form asks for; what is filled in becomes the option of its name. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly about?: string;
  /** What stands there at first. */
  readonly value: string;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  readonly required?: boolean;
  /** Takes several lines. */
  readonly long?: boolean;
}

/** A form that a platform opens where a command needs more than a line: sending it is the same as typing all its options. */
export interface Form {
  /** At most 24 characters are sure to be shown. */
  readonly title: string;
  readonly submit: string;
  /** The command, with the options that no field asks for. */
  readonly invocation: Invocation;
  /** At most ten. */
  readonly fields: readonly FormField[];
}

/** Whether an invocation is met by its action's form: only options that the form starts from are given, and all that it needs. */
export function wantsForm(action: AnyAction | undefined, { options }: Invocation): boolean {
  if (action?.form === undefined) return false;
  const { from, needs } = action.form;
  return Object.keys(options).every((name) => from.includes(name)) && needs.every((name) => options[name]);
}

/** The invocation that a form is when it is sent. */
export const filledIn = (invocation: Invocation, values: Readonly<Record<string, string>>): Invocation => ({
  ...invocation,
  options: { ...invocation.options, ...values },
});

/** The form again with what a reader had typed into it. */
export const withValues = (form: Form, values: Readonly<Record<string, string>>): Form => ({
  ...form,
  fields: form.fields.map((field) => ({ ...field, value: values[field.name] ?? field.value })),
});
