import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyAction, Choice } from '../../command.ts';
import { notice } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { wantsForm } from '../../form.ts';
import type { Invocation } from '../../invocation.ts';
import { actionNamed } from '../../options.ts';
import type { Desk } from '../platform.ts';
import { renderChoices } from './choices.ts';
import { messageFlags } from './components.ts';
import { type Asked, decode } from './decode.ts';
import { type Drafts, isDraft } from './drafts.ts';
import { codes, faultOf } from './fault.ts';
import type { Interaction } from './interaction.ts';
import { openDraft, openForm, sayAlone } from './open-form.ts';
import { renderMessages } from './render.ts';
import type { Log } from './settings.ts';
import type { Wire } from './wire.ts';

export interface AnswerParts {
  readonly desk: Desk;
  readonly wire: Wire;
  readonly log: Log;
  readonly drafts: Drafts;
}

/** Answers one interaction. It never rejects. */
export async function answer(interaction: Interaction, parts: AnswerParts): Promise<void> {
  try {
    const asked = decode(interaction, parts.desk.commands);
    if (asked !== undefined) await answerAsked(interaction, asked, parts);
  } catch (thrown) {
    parts.log.error({ fault: faultOf(thrown) }, 'an interaction was not answered');
  }
}

async function answerAsked(interaction: Interaction, asked: Asked, parts: AnswerParts): Promise<void> {
  switch (asked.type) {
    case 'run':
      return meet(interaction, asked, parts);
    case 'complete':
      return complete(interaction, asked, parts);
    case 'stale':
      return sayAlone(interaction, asked.document, parts.wire);
  }
}

/** With a form where one is asked for, else with an answer. */
async function meet(
  interaction: Interaction,
  asked: Extract<Asked, { type: 'run' }>,
  parts: AnswerParts,
): Promise<void> {
  const { form } = parts.desk;
  if (form !== undefined && isDraft(asked.invocation))
    return openDraft(interaction, asked, { ...parts, form });
  const action = actionNamed(parts.desk.commands, asked.invocation);
  const opens = form !== undefined && asked.sent === undefined && wantsForm(action, asked.invocation);
  if (!opens) return run(interaction, asked, parts);
  if (isMisplaced(interaction, action))
    return sayAlone(interaction, serverOnly(asked.invocation), parts.wire);
  return openForm(interaction, asked, { ...parts, form });
}

const isMisplaced = (interaction: Interaction, action: AnyAction | undefined): boolean =>
  action?.needs !== undefined && interaction.guild_id === undefined;

/**
 * Defers before anything else, so that the reader's three seconds do not depend on the store; whether only she will see
 * the answer has to be known by then. A button's answer is a message of its own: the digest it stands under stays.
 */
async function run(
  interaction: Interaction,
  asked: Extract<Asked, { type: 'run' }>,
  parts: AnswerParts,
): Promise<void> {
  const action = actionNamed(parts.desk.commands, asked.invocation);
  const ephemeral = action === undefined || action.private === true;
  const deferral = { type: 5, data: { flags: ephemeral ? messageFlags.ephemeral : 0 } };
  if (!(await parts.wire.acknowledge(interaction, deferral))) return;
  try {
    const document = isMisplaced(interaction, action)
      ? serverOnly(asked.invocation)
      : await parts.desk.dispatch(asked.invocation, asked.origin);
    await show(interaction, withDraft(document, asked, interaction, parts), ephemeral, parts.wire);
  } catch (thrown) {
    await apologise(interaction, thrown, parts);
  }
}

/** A mistake in a form that was sent costs nobody what she has typed. */
const withDraft = (
  document: Document,
  { sent }: Extract<Asked, { type: 'run' }>,
  { id }: Interaction,
  { drafts }: AnswerParts,
): Document =>
  sent === undefined || document.kind !== 'error' ? document : drafts.offer(document, sent, id);

/** Rights belong to servers: a direct message has none to give, so nobody's admin is to be asked. */
const serverOnly = ({ command }: Invocation): Document =>
  notice(`/${command} is for the channels of a server; type it there.`, 'error');

/** Puts the document where the deferral stands; one that turns out to be private goes to the reader alone. */
async function show(
  interaction: Interaction,
  document: Document,
  ephemeral: boolean,
  wire: Wire,
): Promise<void> {
  const [first, ...rest] = renderMessages(document);
  const isSecret = document.private === true && !ephemeral;
  if (isSecret) {
    await wire.deleteOriginal(interaction);
    await wire.followUp(interaction, first, true);
  } else await wire.editOriginal(interaction, first);
  for (const message of rest) await wire.followUp(interaction, message, ephemeral || isSecret);
}

const tokenGone: readonly unknown[] = [
  codes.unknownWebhook,
  codes.unknownInteraction,
  codes.invalidWebhookToken,
];

/** A reader is never left with "thinking …" where a word can still reach her. */
async function apologise(interaction: Interaction, thrown: unknown, parts: AnswerParts): Promise<void> {
  const fault = faultOf(thrown);
  parts.log.error({ fault }, 'an answer could not be shown');
  if (tokenGone.includes(fault.code)) return;
  const [sorry] = renderMessages(
    notice('The answer could not be shown on Discord; it is logged, please try again.', 'error'),
  );
  await parts.wire.editOriginal(interaction, sorry);
}

/** Milliseconds for finding choices: Discord waits 3 s for them. */
const typingPatience = 2_400;

async function complete(
  interaction: Interaction,
  asked: Extract<Asked, { type: 'complete' }>,
  { desk, wire }: AnswerParts,
): Promise<void> {
  const late = new AbortController();
  const none: Promise<readonly Choice[]> = sleep(typingPatience, [], {
    signal: late.signal,
    ref: false,
  }).catch(() => []);
  const found = await Promise.race([desk.complete(asked.invocation, asked.focused, asked.origin), none]);
  late.abort();
  await wire.acknowledge(interaction, { type: 8, data: { choices: renderChoices(found, asked.numeric) } });
}
