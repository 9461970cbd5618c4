import { setTimeout as sleep } from 'node:timers/promises';
import { type REST, Routes } from 'discord.js';
import { type DiscordMessage, messageFlags } from './components.ts';
import { codes, type Fault, faultOf, isRefused } from './fault.ts';
import type { Interaction } from './interaction.ts';

/** The calls that answer an interaction. */
export interface Wire {
  /** The first answer, due within 3 s. False when it is not ours to answer any more: somebody else did, or time ran out. */
  acknowledge(interaction: Interaction, body: object): Promise<boolean>;
  editOriginal(interaction: Interaction, message: DiscordMessage): Promise<void>;
  deleteOriginal(interaction: Interaction): Promise<void>;
  followUp(interaction: Interaction, message: DiscordMessage, ephemeral: boolean): Promise<void>;
}

/** Calls of an interaction need no bot token: its own token is in the address. */
export function createWire(rest: REST, onRace: (fault: Fault) => void): Wire {
  return {
    acknowledge: (interaction, body) => acknowledge(rest, interaction, body, onRace),
    editOriginal: async ({ application_id, token }, message) => {
      await again(() => rest.patch(Routes.webhookMessage(application_id, token), upload(message)));
    },
    deleteOriginal: (interaction) => deleteOriginal(rest, interaction),
    followUp: async ({ application_id, token }, message, ephemeral) => {
      await rest.post(Routes.webhook(application_id, token), upload(ephemeral ? hidden(message) : message));
    },
  };
}

async function acknowledge(
  rest: REST,
  interaction: Interaction,
  body: object,
  onRace: (fault: Fault) => void,
): Promise<boolean> {
  const call = () =>
    rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false });
  try {
    await call();
    return true;
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (isRefused(fault)) {
      onRace(fault);
      return false;
    }
  }
  return acknowledgeAgain(call, onRace);
}

/** The first try may have arrived although its answer was lost: then "already acknowledged" means by us. */
async function acknowledgeAgain(
  call: () => Promise<unknown>,
  onRace: (fault: Fault) => void,
): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (fault.code === codes.alreadyAcknowledged) return true;
    onRace(fault);
    return false;
  }
}

/** What is gone already need not be deleted. */
async function deleteOriginal(rest: REST, { application_id, token }: Interaction): Promise<void> {
  try {
    await again(() => rest.delete(Routes.webhookMessage(application_id, token), { auth: false }));
  } catch (thrown) {
    if (faultOf(thrown).code !== codes.unknownMessage) throw thrown;
  }
}

/** Repeats once, after a moment, what may be repeated, unless Discord said no. */
async function again<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    if (isRefused(faultOf(thrown))) throw thrown;
    await sleep(300);
    return call();
  }
}

const upload = (message: DiscordMessage) => ({
  body: message.body,
  files: message.files.map((file) => ({ ...file, data: Buffer.from(file.data) })),
  auth: false,
});

const hidden = (message: DiscordMessage): DiscordMessage => ({
  ...message,
  body: { ...message.body, flags: message.body.flags | messageFlags.ephemeral },
});
