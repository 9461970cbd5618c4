import { type Form, type FormField, filledIn } from '../../form.ts';
import type { Invocation } from '../../invocation.ts';
import { decodeInvocation, encodeInvocation } from '../../invocation-codec.ts';
import { clean, cleanLine } from '../clean-text.ts';
import type { InputBlock, InputElement, ModalView } from './block-kit.ts';
import { plain } from './escape.ts';
import { choice, decodeModalOrigin, type ModalOrigin, type ModalState, modalValues } from './modal.ts';

/** The name of forms of commands in the payload that their submission brings. */
export const formModal = 'dateline:form';

/** Slack's limit for what a text field holds at first. */
const mostText = 3000;

/** A command's form as Slack's dialogue. */
export const createFormModal = (form: Form, origin: ModalOrigin): ModalView => ({
  type: 'modal',
  callback_id: formModal,
  private_metadata: JSON.stringify({ ...origin, form: encodeInvocation(form.invocation) }),
  title: plain(cleanLine(form.title) || 'Form', 24),
  submit: plain(cleanLine(form.submit) || 'Send', 24),
  close: plain('Cancel', 24),
  blocks: form.fields.map(renderField),
});

function renderField(field: FormField): InputBlock {
  const hint = cleanLine(field.about ?? '');
  return {
    type: 'input',
    block_id: field.name,
    label: plain(cleanLine(field.label) || field.name, 2000),
    optional: field.required !== true,
    ...(hint === '' ? {} : { hint: plain(hint, 2000) }),
    element: renderElement(field),
  };
}

function renderElement({ value: held, choices, long }: FormField): InputElement {
  const action_id = 'value';
  const value = clean(held);
  if (choices !== undefined)
    return {
      type: 'static_select',
      action_id,
      options: choices.slice(0, 100).map(choice),
      ...(choices.includes(value) ? { initial_option: choice(value) } : {}),
    };
  return {
    type: 'plain_text_input',
    action_id,
    ...(value === '' || value.length > mostText ? {} : { initial_value: value }),
    ...(long ? { multiline: true } : {}),
  };
}

/** A submitted form of a command: where it was opened and what it is when it is sent; undefined for what is none of ours. */
export function decodeFormModal(
  metadata: string,
  state: ModalState,
): { readonly from: ModalOrigin; readonly invocation: Invocation } | undefined {
  const from = decodeModalOrigin(metadata);
  const form = from?.form === undefined ? undefined : decodeInvocation(from.form);
  return from === undefined || form === undefined
    ? undefined
    : { from, invocation: filledIn(form, modalValues(state)) };
}
