import { notice } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { type Form, withValues } from '../../form.ts';
import type { Invocation, Origin } from '../../invocation.ts';
import type { Desk } from '../platform.ts';
import { messageFlags } from './components.ts';
import type { Drafts } from './drafts.ts';
import type { Interaction } from './interaction.ts';
import { renderMessages } from './render.ts';
import { renderForm } from './render-form.ts';
import type { Wire } from './wire.ts';

/** Says something to the reader alone, as the first answer. */
export async function sayAlone(interaction: Interaction, document: Document, wire: Wire): Promise<void> {
  const [{ body }] = renderMessages(document);
  await wire.acknowledge(interaction, {
    type: 4,
    data: { ...body, flags: body.flags | messageFlags.ephemeral },
  });
}

/**
 * Answers with the form that a command or a button is met by: it has to be the first answer, within three seconds.
 * @param values what a reader had filled in before
 */
export async function openForm(
  interaction: Interaction,
  { invocation, origin }: { readonly invocation: Invocation; readonly origin: Origin },
  { form, wire }: { readonly form: NonNullable<Desk['form']>; readonly wire: Wire },
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const made: Form | Document = await form(invocation, origin);
  if ('kind' in made) return sayAlone(interaction, made, wire);
  await wire.acknowledge(interaction, { type: 9, data: renderForm(withValues(made, values)) });
}

/** Opens the form of a draft as it was filled in. */
export async function openDraft(
  interaction: Interaction,
  asked: { readonly invocation: Invocation; readonly origin: Origin },
  parts: { readonly form: NonNullable<Desk['form']>; readonly wire: Wire; readonly drafts: Drafts },
): Promise<void> {
  const draft = parts.drafts.get(asked.invocation);
  if (draft !== undefined)
    return openForm(interaction, { ...asked, invocation: draft.form }, parts, draft.values);
  const gone = notice('What you had filled in is not kept any more; press Edit once more.', 'error');
  await sayAlone(interaction, gone, parts.wire);
}
