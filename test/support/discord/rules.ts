import { checkSchema, type SchemaName } from './spec.ts';

/**
 * Rules of Discord that its OpenAPI description does not hold, written by hand from its pages
 * (components/reference, resources/message, interactions/application-commands).
 */
interface Node {
  readonly type?: number;
  readonly id?: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly components?: readonly Node[];
  readonly items?: readonly { readonly media?: { readonly url?: string } }[];
  readonly file?: { readonly url?: string };
}

interface Body {
  readonly flags?: number;
  readonly content?: string;
  readonly embeds?: unknown;
  readonly allowed_mentions?: { readonly parse?: readonly string[] };
  readonly components?: readonly Node[];
  readonly attachments?: readonly { readonly filename?: string }[];
  readonly nonce?: string;
}

/** Which flags may be set where. */
const flagsOf: Readonly<Record<SchemaName, number>> = {
  MessageCreateRequestSchema: (1 << 2) | (1 << 12) | (1 << 15),
  IncomingWebhookRequestPartialSchema: (1 << 2) | (1 << 6) | (1 << 12) | (1 << 15),
  IncomingWebhookUpdateRequestPartialSchema: (1 << 2) | (1 << 15),
  CreateMessageInteractionCallbackRequestSchema: (1 << 2) | (1 << 6) | (1 << 12) | (1 << 15),
  ApplicationCommandAutocompleteCallbackRequestSchema: 0,
  ModalInteractionCallbackRequestSchema: 0,
  ApplicationCommandUpdateRequestSchema: 0,
};

const componentsV2 = 1 << 15;

/** What Discord would refuse about a message, and what our own rules refuse (mentions must be off). */
export function checkMessage(body: unknown, schema: SchemaName): readonly string[] {
  const message = body as Body;
  const nodes = (message.components ?? []).flatMap(withNested);
  return [
    ...checkSchema(schema, body),
    ...checkFlags(message, schema),
    ...checkSizes(message, nodes),
    ...checkIds(nodes),
    ...checkFiles(message, nodes),
    ...(message.allowed_mentions?.parse?.length === 0
      ? []
      : ['allowed_mentions does not turn every mention off']),
  ];
}

const withNested = (node: Node): readonly Node[] => [node, ...(node.components ?? []).flatMap(withNested)];

function checkFlags(message: Body, schema: SchemaName): readonly string[] {
  const flags = message.flags ?? 0;
  const faults = (flags & ~flagsOf[schema]) === 0 ? [] : [`flags ${flags} may not be set here`];
  if ((flags & componentsV2) === 0) {
    const isNew = (message.components ?? []).some((node) => node.type !== 1);
    return isNew ? [...faults, 'components of V2 without the flag IS_COMPONENTS_V2'] : faults;
  }
  const old = ['content', 'embeds', 'poll', 'sticker_ids'].filter((key) => Object.hasOwn(message, key));
  return [...faults, ...old.map((key) => `${key} next to Components V2`)];
}

function checkSizes(message: Body, nodes: readonly Node[]): readonly string[] {
  const characters = nodes.reduce((sum, node) => sum + (node.content?.length ?? 0), 0);
  const empty = nodes.filter((node) => node.type === 10 && node.content?.trim() === '');
  const labels = nodes.filter((node) => node.type === 2 && (node.label ?? '').trim() === '');
  return [
    ...(characters > 4000 ? [`${characters} characters of text, more than 4000`] : []),
    ...(nodes.length > 40 ? [`${nodes.length} components, more than 40`] : []),
    ...(nodes.length === 0 && !message.content ? ['an empty message'] : []),
    ...empty.map(() => 'an empty text display'),
    ...labels.map(() => 'a button without a label'),
    ...((message.content ?? '').length > 2000 ? ['content longer than 2000'] : []),
  ];
}

function checkIds(nodes: readonly Node[]): readonly string[] {
  const buttons = nodes.filter((node) => node.type === 2);
  const missing = buttons.filter((button) => !button.custom_id && !button.url);
  const customIds = buttons.flatMap((button) => button.custom_id ?? []);
  const ids = nodes.flatMap((node) => node.id ?? []);
  return [
    ...missing.map(() => 'a button without a custom_id'),
    ...(new Set(customIds).size < customIds.length ? ['a custom_id stands twice'] : []),
    ...(new Set(ids).size < ids.length ? ['a component id stands twice'] : []),
  ];
}

function checkFiles(message: Body, nodes: readonly Node[]): readonly string[] {
  const names = (message.attachments ?? []).flatMap((file) => file.filename ?? []);
  const urls = nodes.flatMap((node) => [
    ...(node.file?.url === undefined ? [] : [node.file.url]),
    ...(node.items ?? []).flatMap((item) => item.media?.url ?? []),
  ]);
  const shown = new Set(urls.map((url) => url.replace(/^attachment:\/\//, '')));
  return [
    ...(new Set(names).size < names.length ? ['two attachments of one name'] : []),
    ...names.filter((name) => !shown.has(name)).map((name) => `attachment ${name} is not shown`),
    ...[...shown].filter((name) => !names.includes(name)).map((name) => `attachment ${name} is missing`),
  ];
}

interface CommandNode {
  readonly name?: string;
  readonly description?: string;
  readonly type?: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: unknown }[];
  readonly options?: readonly CommandNode[];
  readonly default_member_permissions?: unknown;
}

const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** What Discord would refuse about a list of commands to register. */
export function checkCommands(body: unknown): readonly string[] {
  if (!Array.isArray(body)) return ['the commands are no array'];
  const commands = body as readonly CommandNode[];
  const names = commands.map((command) => command.name);
  return [
    ...(commands.length > 100 ? ['more than 100 commands'] : []),
    ...(new Set(names).size < names.length ? ['two commands of one name'] : []),
    ...commands.flatMap(checkCommand),
  ];
}

function checkCommand(command: CommandNode): readonly string[] {
  const nodes = [command, ...(command.options ?? []).flatMap(withOptions)];
  const length = JSON.stringify(nodes.map((node) => [node.name, node.description, node.choices])).length;
  const permissions = command.default_member_permissions;
  const asNumber = typeof permissions === 'string' ? Number(permissions) : permissions;
  return [
    ...checkSchema('ApplicationCommandUpdateRequestSchema', {
      ...command,
      default_member_permissions: asNumber,
    }),
    ...(length > 8000 ? [`/${command.name} is longer than 8000 characters`] : []),
    ...(permissions === null || /^\d+$/.test(String(permissions))
      ? []
      : ['permissions are no bit set as text']),
    ...(command.type === 3 ? checkInMenu(command) : nodes.flatMap(checkNode)),
  ];
}

/** A command in the menu of a message may be named in words, and has neither description nor options. */
function checkInMenu({ name = '', description = '', options = [] }: CommandNode): readonly string[] {
  return [
    ...(/^\S.{0,30}\S$/.test(name) ? [] : [`the name ${name} is not allowed in a menu`]),
    ...(description === '' ? [] : [`${name} has a description`]),
    ...(options.length === 0 ? [] : [`${name} has options`]),
  ];
}

const withOptions = (node: CommandNode): readonly CommandNode[] => [
  node,
  ...(node.options ?? []).flatMap(withOptions),
];

function checkNode(node: CommandNode): readonly string[] {
  const options = node.options ?? [];
  const firstOptional = options.findIndex((option) => option.type !== 1 && !option.required);
  const lateRequired = firstOptional >= 0 && options.slice(firstOptional).some((option) => option.required);
  const names = options.map((option) => option.name);
  const isNamed = commandName.test(node.name ?? '') && node.name === node.name?.toLowerCase();
  return [
    ...(isNamed ? [] : [`the name ${node.name} is not allowed`]),
    ...((node.description ?? '').length === 0 ? [`${node.name} has no description`] : []),
    ...(lateRequired ? [`${node.name} has a required option after an optional one`] : []),
    ...(new Set(names).size < names.length ? [`${node.name} has two options of one name`] : []),
    ...(node.autocomplete && node.choices ? [`${node.name} has choices and autocomplete`] : []),
  ];
}

/** What Discord would refuse about the answer to an interaction. */
export function checkCallback(body: unknown): readonly string[] {
  const callback = body as { readonly type?: number; readonly data?: Record<string, unknown> };
  switch (callback.type) {
    case 8:
      return [
        ...checkSchema('ApplicationCommandAutocompleteCallbackRequestSchema', body),
        ...checkChoices(callback.data),
      ];
    case 5: {
      const others = Object.keys(callback.data ?? {}).filter((key) => key !== 'flags');
      const flags = Number(callback.data?.flags ?? 0);
      return [
        ...checkSchema('CreateMessageInteractionCallbackRequestSchema', body),
        ...others.map((key) => `${key} in a deferral`),
        ...((flags & ~(1 << 6)) === 0 ? [] : ['a deferral takes no flag but EPHEMERAL']),
      ];
    }
    case 4:
      return [
        ...checkSchema('CreateMessageInteractionCallbackRequestSchema', body),
        ...checkMessage(callback.data, 'CreateMessageInteractionCallbackRequestSchema').filter(
          (fault) => !fault.startsWith('CreateMessageInteraction'),
        ),
      ];
    case 9:
      return [...checkSchema('ModalInteractionCallbackRequestSchema', body), ...checkModal(callback.data)];
  }
  return [`callbacks of type ${callback.type} are none of ours`];
}

interface Field {
  readonly custom_id?: string;
  readonly type?: number;
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  readonly min_values?: number;
  readonly max_values?: number;
}

/** A dialogue has one to five fields (interactions/receiving-and-responding), each with an id of its own. */
export function checkModal(data: unknown): readonly string[] {
  const { components = [] } = (data ?? {}) as {
    readonly components?: readonly { readonly component?: Field }[];
  };
  const fields = components.flatMap(({ component }) => component ?? []);
  const ids = fields.map(({ custom_id }) => custom_id);
  return [
    ...(components.length < 1 || components.length > 5 ? [`${components.length} fields in a dialogue`] : []),
    ...(fields.length < components.length ? ['a label without a field'] : []),
    ...(new Set(ids).size < ids.length ? ['two fields of one name'] : []),
    ...fields.flatMap(checkMenu),
  ];
}

function checkMenu({ options, min_values: least = 1, max_values: most = 1 }: Field): readonly string[] {
  if (options === undefined) return [];
  const values = options.map(({ value }) => value);
  const chosen = options.filter((option) => option.default).length;
  return [
    ...(options.length < 1 || options.length > 25 ? [`${options.length} choices in a menu`] : []),
    ...(new Set(values).size < values.length ? ['two choices of one value'] : []),
    ...(least > most || most > options.length ? ['a menu takes more choices than it has'] : []),
    ...(chosen > most ? ['more choices are made than a menu takes'] : []),
  ];
}

function checkChoices(data: Record<string, unknown> | undefined): readonly string[] {
  const choices = (data?.choices ?? []) as readonly { readonly name: string; readonly value: unknown }[];
  const names = choices.map((choice) => choice.name);
  return [
    ...(choices.length > 25 ? ['more than 25 choices'] : []),
    ...(new Set(names).size < names.length ? ['two choices of one name'] : []),
    ...choices
      .filter(({ name }) => name.length < 1 || name.length > 100)
      .map(() => 'the length of a choice’s name'),
    ...choices
      .filter(({ value }) => String(value).length > 100)
      .map(() => 'a choice’s value longer than 100'),
  ];
}
