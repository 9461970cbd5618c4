import type { Choice, Command, Commands, OptionSpec } from '../../command.ts';
import type { Invocation } from '../../invocation.ts';
import { declareAction } from './declare.ts';
import { type Draft, type DraftAction, readDraft } from './draft.ts';
import { quoted } from './read-typed.ts';

/** One thing that may be typed next; `line` is the whole composer text once it is taken. */
export interface Suggestion {
  readonly label: string;
  readonly about: string;
  readonly line: string;
}

/** What the composer offers for a line. */
export interface Suggestions {
  /** The command's usage and purpose; empty while its name is still being typed. */
  readonly usage: string;
  readonly about: string;
  readonly items: readonly Suggestion[];
  /** The first item is what Enter takes: the word being typed is not a whole command yet. */
  readonly eager: boolean;
}

/** Asks the desk for values of an option; it never rejects. */
export type AskChoices = (invocation: Invocation, option: string) => Promise<readonly Choice[]>;

const nothing: Suggestions = { usage: '', about: '', items: [], eager: false };
const most = 25;

/** What may be typed next at the end of `line`: command names, then options, then their values. */
export async function suggest(commands: Commands, line: string, ask: AskChoices): Promise<Suggestions> {
  const draft = readDraft(commands, line);
  switch (draft.stage) {
    case 'none':
      return nothing;
    case 'command':
      return suggestCommands(commands, draft.typed);
    case 'subcommand':
      return suggestSubcommands(draft.command, draft.typed);
    case 'option':
      return { ...usageOf(draft), items: await suggestOptions(draft, ask), eager: false };
    case 'value':
      return { ...usageOf(draft), items: await suggestValues(draft, ask), eager: false };
  }
}

function suggestCommands(commands: Commands, typed: string): Suggestions {
  const items = commands
    .filter((command) => !command.hidden && command.name.startsWith(typed))
    .map(({ name, about }) => ({ label: `/${name}`, about, line: `/${name} ` }));
  return { ...nothing, items, eager: !items.some((item) => item.label === `/${typed}`) };
}

function suggestSubcommands(command: Command, typed: string): Suggestions {
  const items = Object.entries(command.subcommands ?? {})
    .filter(([name]) => name.startsWith(typed))
    .map(([name, { about }]) => ({ label: name, about, line: `/${command.name} ${name} ` }));
  const eager = !items.some((item) => item.label === typed);
  return { usage: `/${command.name} …`, about: command.about, items, eager };
}

const head = (draft: DraftAction): string => [draft.command, draft.subcommand].filter(Boolean).join(' ');

function usageOf(draft: DraftAction): { readonly usage: string; readonly about: string } {
  const { usage, about } = declareAction(head(draft), draft.action);
  return { usage, about };
}

const lineOf = (draft: DraftAction, ...last: readonly string[]): string =>
  [`/${head(draft)}`, ...draft.pairs, ...last].join(' ');

async function suggestOptions(
  draft: Extract<Draft, { stage: 'option' }>,
  ask: AskChoices,
): Promise<readonly Suggestion[]> {
  const [rest, spec] = Object.entries(draft.action.options).find(([, each]) => each.rest) ?? [];
  const free = rest !== undefined && spec !== undefined && !Object.hasOwn(draft.given, rest);
  const choices = free ? await choicesOf(draft, rest, spec, draft.words, ask) : [];
  const values = choices.map(({ name, value }) => ({ label: name, about: '', line: lineOf(draft, value) }));
  return [...values, ...suggestNames(draft)].slice(0, most);
}

function suggestNames(draft: Extract<Draft, { stage: 'option' }>): readonly Suggestion[] {
  const kept = draft.words.slice(0, draft.words.length - draft.typed.length).trim();
  return Object.entries(draft.action.options)
    .filter(([name, spec]) => !spec.hidden && !spec.rest && !Object.hasOwn(draft.given, name))
    .filter(([name]) => name.startsWith(draft.typed.toLowerCase()))
    .map(([name, { about, required }]) => ({
      label: `${name}:`,
      about: required ? `${about} (required)` : about,
      line: lineOf(draft, ...(kept === '' ? [] : [kept]), `${name}:`),
    }));
}

async function suggestValues(
  draft: Extract<Draft, { stage: 'value' }>,
  ask: AskChoices,
): Promise<readonly Suggestion[]> {
  const spec = draft.action.options[draft.option];
  const choices = spec ? await choicesOf(draft, draft.option, spec, draft.typed, ask) : [];
  return choices.slice(0, most).map(({ name, value }) => ({
    label: name,
    about: '',
    line: `${lineOf(draft, `${draft.option}:${quoted(value)}`)} `,
  }));
}

async function choicesOf(
  draft: DraftAction,
  option: string,
  spec: OptionSpec,
  typed: string,
  ask: AskChoices,
): Promise<readonly Choice[]> {
  const fixed = spec.choices ?? (spec.type === 'boolean' ? ['yes', 'no'] : undefined);
  if (fixed) {
    const fitting = fixed.filter((value) => value.toLowerCase().startsWith(typed.toLowerCase()));
    return fitting.map((value) => ({ name: value, value }));
  }
  if (!spec.complete) return [];
  const { command, subcommand, given } = draft;
  const options = { ...given, [option]: typed };
  return ask({ command, ...(subcommand === undefined ? {} : { subcommand }), options }, option);
}
