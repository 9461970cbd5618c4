import type { Commands } from '../../command.ts';
import { notice } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { filledIn } from '../../form.ts';
import type { Invocation, Origin, Permission } from '../../invocation.ts';
import { decodeInvocation } from '../../invocation-codec.ts';
import { clean, cleanLine, cut } from '../clean-text.ts';
import { messageActions } from '../message-actions.ts';
import { manageGuild } from './declare.ts';
import { formValues } from './form-values.ts';
import type { Interaction, InteractionOption } from './interaction.ts';

/** What somebody did, and what it asks of us. */
export type Asked =
  | {
      readonly type: 'run';
      readonly invocation: Invocation;
      readonly origin: Origin;
      /** A form that was sent: what it stands for, and what was filled in. */
      readonly sent?: { readonly form: Invocation; readonly values: Readonly<Record<string, string>> };
    }
  | {
      readonly type: 'complete';
      readonly invocation: Invocation;
      readonly focused: string;
      readonly numeric: boolean;
      readonly origin: Origin;
    }
  /** A button of an earlier version or of somebody else. */
  | { readonly type: 'stale'; readonly document: Document };

/** An interaction as what it asks of us; undefined for kinds that we never ask for. */
export function decode(interaction: Interaction, commands: Commands = []): Asked | undefined {
  switch (interaction.type) {
    case 2:
      if (interaction.data?.type === 3) return decodeOnMessage(interaction, commands);
      return { type: 'run', invocation: decodeCommand(interaction), origin: originOf(interaction) };
    case 3:
      return decodeButton(interaction);
    case 4:
      return decodeTyping(interaction);
    case 5:
      return decodeForm(interaction);
  }
  return undefined;
}

/** A command in the menu of a message takes what the message says and links to. */
function decodeOnMessage(interaction: Interaction, commands: Commands): Asked {
  const chosen = messageActions(commands).find(({ label }) => label === interaction.data?.name);
  if (chosen === undefined) return { type: 'stale', document: staleButton };
  const message = interaction.data?.resolved?.messages?.[interaction.data.target_id ?? ''];
  const links = (message?.embeds ?? []).flatMap(({ url }) => url ?? []);
  const text = clean([message?.content ?? '', ...links].join('\n')).trim();
  return { type: 'run', invocation: chosen.invocation(text), origin: originOf(interaction) };
}

function decodeForm(interaction: Interaction): Asked {
  const form = decodeInvocation(interaction.data?.custom_id ?? '');
  if (form === undefined) return { type: 'stale', document: staleButton };
  const values = Object.fromEntries(
    Object.entries(formValues(interaction.data?.components ?? [])).map(([name, value]) => [
      name,
      clean(value),
    ]),
  );
  return {
    type: 'run',
    invocation: filledIn(form, values),
    origin: originOf(interaction),
    sent: { form, values },
  };
}

function decodeButton(interaction: Interaction): Asked {
  const invocation = decodeInvocation(interaction.data?.custom_id ?? '');
  if (invocation === undefined) return { type: 'stale', document: staleButton };
  return { type: 'run', invocation, origin: originOf(interaction) };
}

const staleButton = notice(
  'That button is from another version of this bot; type /help to see what there is now.',
);

function decodeTyping(interaction: Interaction): Asked | undefined {
  const focused = optionsOf(interaction).find((option) => option.focused);
  if (focused === undefined) return undefined;
  return {
    type: 'complete',
    invocation: decodeCommand(interaction),
    focused: focused.name,
    numeric: focused.type !== 3,
    origin: originOf(interaction),
  };
}

function decodeCommand(interaction: Interaction): Invocation {
  const subcommand = interaction.data?.options?.find((option) => option.type === 1)?.name;
  const values = optionsOf(interaction).map(
    (option) => [option.name, clean(String(option.value ?? ''))] as const,
  );
  return {
    command: interaction.data?.name ?? '',
    ...(subcommand === undefined ? {} : { subcommand }),
    options: Object.fromEntries(values),
  };
}

/** The options that were typed, those of the subcommand where there is one. */
function optionsOf(interaction: Interaction): readonly InteractionOption[] {
  const options = interaction.data?.options ?? [];
  return (
    options.find((option) => option.type === 1)?.options ?? options.filter((option) => option.type !== 1)
  );
}

/** Who and where. A direct message is a workspace of its own: `dm-<user id>`. Discord tells nobody's zone. */
export function originOf(interaction: Interaction): Origin {
  const user = interaction.member?.user ?? interaction.user;
  const id = user?.id ?? '';
  const name = interaction.member?.nick || user?.global_name || user?.username || 'somebody';
  return {
    platform: 'discord',
    workspace: interaction.guild_id ?? `dm-${id}`,
    channel: interaction.channel_id ?? interaction.channel?.id ?? '',
    reader: { id, name: cut(cleanLine(name), 60) },
    permissions: permissionsOf(interaction),
  };
}

/** Administrators may do everything, whatever other bits are set. */
const administrator = 1n << 3n;

/**
 * What the member may do here, from this very interaction: what a command asks for when it is registered is only a
 * default that server admins can change, and buttons have none.
 */
function permissionsOf(interaction: Interaction): ReadonlySet<Permission> {
  const bits = interaction.guild_id === undefined ? '' : (interaction.member?.permissions ?? '');
  if (!/^\d{1,40}$/.test(bits)) return new Set();
  return (BigInt(bits) & (manageGuild | administrator)) === 0n ? new Set() : new Set(['manage-digests']);
}
