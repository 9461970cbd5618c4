import type { AnyAction, OptionSpec } from '../../command.ts';
import type { Invocation } from '../../invocation.ts';
import { cleanLine, cut } from '../clean-text.ts';
import type { InputBlock, InputElement, ModalView, Option } from './block-kit.ts';
import { plain } from './escape.ts';

/** The modal's name in the payload that its submission brings. */
export const digestModal = 'dateline:digest-create';

/** What the modal carries from the command to its submission. */
export interface ModalOrigin {
  readonly channel: string;
  /** Where the confirmation goes; Slack takes five answers within 30 minutes. */
  readonly responseUrl?: string;
  /** What a command's form stands for, as a button would hold it. */
  readonly form?: string;
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/**
 * The form for `/digest create`, a field for each option that the command declares.
 * @param zone the reader's IANA zone, filled in where the form asks for one
 */
export function createDigestModal(action: AnyAction, origin: ModalOrigin, zone?: string): ModalView {
  const fields = Object.entries(action.options).filter(([, spec]) => !spec.hidden);
  return {
    type: 'modal',
    callback_id: digestModal,
    private_metadata: JSON.stringify(origin),
    title: plain('New digest', 24),
    submit: plain('Create', 24),
    close: plain('Cancel', 24),
    blocks: fields.map(([name, spec]) => renderField(name, spec, zone)),
  };
}

/** The form while a slow store is still at work, and what it says in the end. */
export const saidModal = (title: string, sentence: string): ModalView => ({
  type: 'modal',
  callback_id: digestModal,
  private_metadata: '',
  title: plain(title, 24),
  close: plain('Close', 24),
  blocks: [{ type: 'section', text: plain(cleanLine(sentence) || 'Done.') }],
});

function renderField(name: string, spec: OptionSpec, zone: string | undefined): InputBlock {
  const hint = cleanLine(spec.about);
  return {
    type: 'input',
    block_id: name,
    label: plain(name.charAt(0).toUpperCase() + name.slice(1), 2000),
    optional: spec.required !== true,
    ...(hint === '' ? {} : { hint: plain(hint, 2000) }),
    element: renderElement(name, spec, zone),
  };
}

function renderElement(name: string, spec: OptionSpec, zone: string | undefined): InputElement {
  const action_id = 'value';
  if (name === 'time') return { type: 'timepicker', action_id, initial_time: '09:00' };
  if (name === 'days' || name === 'weekdays') return { type: 'checkboxes', action_id, options: dayOptions() };
  if (spec.choices)
    return { type: 'static_select', action_id, options: spec.choices.slice(0, 100).map(choice) };
  if (spec.type === 'boolean')
    return { type: 'static_select', action_id, options: ['yes', 'no'].map(choice) };
  if (spec.type === 'integer') {
    return { type: 'number_input', action_id, is_decimal_allowed: false, min_value: '1' };
  }
  const initial = name === 'zone' && zone !== undefined ? { initial_value: zone } : {};
  return { type: 'plain_text_input', action_id, ...initial };
}

const dayOptions = (): readonly Option[] =>
  days.map((value, index) => ({ text: plain(dayNames[index] ?? value, 75), value }));

export const choice = (value: string): Option => ({ text: plain(value, 75), value });

/** A field's state in a submission; which member holds the value depends on the kind of input. */
interface FieldState {
  readonly value?: string | null;
  readonly selected_time?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[];
}

/** `view.state.values` of a submission: fields by block, then by action. */
export type ModalState = Readonly<Record<string, Readonly<Record<string, FieldState>>>>;

/** The submitted form as an invocation of `/digest create`. */
export const decodeDigestModal = (state: ModalState): Invocation => ({
  command: 'digest',
  subcommand: 'create',
  options: modalValues(state),
});

/** What was filled in, by field; fields left empty are left out. */
export function modalValues(state: ModalState): Readonly<Record<string, string>> {
  const values = Object.entries(state).flatMap(([name, fields]) => {
    const value = Object.values(fields).map(fieldValue).join('').trim();
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(values);
}

function fieldValue(field: FieldState): string {
  if (field.selected_options) return field.selected_options.map((option) => option.value ?? '').join(',');
  return field.selected_option?.value ?? field.selected_time ?? field.value ?? '';
}

/** The place that a submission belongs to; undefined when the payload is not ours. */
export function decodeModalOrigin(metadata: unknown): ModalOrigin | undefined {
  const parsed = readJson(metadata);
  if (typeof parsed !== 'object' || parsed === null || !('channel' in parsed)) return undefined;
  const { channel, responseUrl, form } = parsed as Readonly<Record<string, unknown>>;
  if (typeof channel !== 'string') return undefined;
  return {
    channel,
    ...(typeof responseUrl === 'string' ? { responseUrl } : {}),
    ...(typeof form === 'string' ? { form } : {}),
  };
}

function readJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A reader's mistake, shown beside the field whose content the sentence repeats, else the one it names first, else the first.
 * Shape: docs.slack.dev/surfaces/modals (response_action `errors`)
 */
export function modalErrors(state: ModalState, sentence: string): Readonly<Record<string, string>> {
  const fields = Object.keys(state);
  const options = modalValues(state);
  const repeated = fields.find((field) => options[field] && sentence.includes(`“${options[field]}”`));
  const field = repeated ?? firstNamed(fields, sentence.toLowerCase()) ?? fields[0] ?? 'time';
  return { [field]: cut(cleanLine(sentence), 150) };
}

const firstNamed = (fields: readonly string[], words: string): string | undefined =>
  fields
    .map((field) => ({ field, at: words.search(new RegExp(`\\b${field.replace(/s$/, '')}`)) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)[0]?.field;
