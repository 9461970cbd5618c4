import type {
  AnyAction,
  Choice,
  Command,
  Commands,
  Complete,
  Context,
  Dispatch,
  OpenForm,
} from './command.ts';
import { notice } from './document/build.ts';
import { fit } from './document/fit.ts';
import type { Document } from './document/model.ts';
import { ReaderError } from './errors.ts';
import type { Invocation, Origin } from './invocation.ts';
import { findAction, parseOptions } from './options.ts';
import { type Limiter, takeTurn } from './rate.ts';

/** What the edge gives the bot. `clock` is read once for each invocation. */
export interface BotParts {
  readonly commands: Commands;
  readonly clock: () => Temporal.Instant;
  /** Zone of readers whose platform does not tell theirs. */
  readonly zone: string;
  readonly resources: Omit<Context, 'now' | 'origin' | 'signal'>;
  readonly log: { error(fields: object, message: string): void };
  readonly limiter?: Limiter;
  /** Milliseconds after which a command is given up. */
  readonly deadline?: number;
}

/** The function that every adapter calls: an invocation in, a document out. It never rejects. */
export function createDispatch(parts: BotParts): Dispatch {
  const run = createRun(parts);
  return async (invocation, origin) => {
    try {
      return await run(invocation, origin);
    } catch (fault) {
      return sayFault(fault, invocation, parts);
    }
  };
}

function sayFault(fault: unknown, invocation: Invocation, parts: BotParts): Document {
  if (fault instanceof ReaderError) return notice(fault.message, 'error');
  parts.log.error({ err: fault, command: invocation.command }, 'a command failed');
  return notice(
    `Something went wrong on our side with /${invocation.command}; it is logged, please try again.`,
    'error',
  );
}

/** Milliseconds for making a form: platforms wait 3 s for it. */
const formPatience = 2_200;

/** Makes forms; a reader's mistake or a fault of ours is a message instead. It never rejects. */
export function createForm(parts: BotParts): OpenForm {
  return async (invocation, origin) => {
    try {
      const action = findAction(findCommand(parts.commands, invocation), invocation.subcommand);
      refuseOthers(action, invocation, origin);
      if (action.form === undefined)
        throw new ReaderError(`/${invocation.command} has no form; type it instead.`);
      const signal = AbortSignal.timeout(formPatience);
      const context = { ...parts.resources, now: presentOf(parts, origin), origin, signal };
      return await untilAborted(action.form.make(invocation.options, context), signal);
    } catch (fault) {
      return sayFault(fault, invocation, parts);
    }
  };
}

/** @throws ReaderError for somebody who may not */
function refuseOthers(action: AnyAction, invocation: Invocation, origin: Origin): void {
  if (action.needs === undefined || origin.permissions.has(action.needs)) return;
  throw new ReaderError(
    `Only those who manage things here can use /${invocation.command}; ask an admin to do it or to let you.`,
  );
}

/** The same for the command line, which tells a reader's mistake from a fault of ours by the error. */
export function createRun(parts: BotParts): Dispatch {
  return async (invocation, origin) => {
    const now = presentOf(parts, origin);
    if (parts.limiter)
      takeTurn(parts.limiter, `${origin.workspace}/${origin.reader.id}`, now.epochMilliseconds);
    return fit(await run(parts, invocation, origin, now));
  };
}

/** The present in the reader's zone; in the desk's where the platform names a zone that this machine does not know. */
function presentOf(parts: BotParts, origin: Origin): Temporal.ZonedDateTime {
  const instant = parts.clock();
  try {
    return instant.toZonedDateTimeISO(origin.zone ?? parts.zone);
  } catch {
    return instant.toZonedDateTimeISO(parts.zone);
  }
}

/** The outcome of some work, or a rejection once the signal fires: work that does not listen cannot hold up an answer. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return Promise.race([work, promise]);
}

async function run(
  parts: BotParts,
  invocation: Invocation,
  origin: Origin,
  now: Temporal.ZonedDateTime,
): Promise<Document> {
  const command = findCommand(parts.commands, invocation);
  const action = findAction(command, invocation.subcommand);
  refuseOthers(action, invocation, origin);
  const options = parseOptions(invocation, action.options);
  const signal = AbortSignal.timeout(parts.deadline ?? 10_000);
  const context = { ...parts.resources, now, origin, signal };
  const document = await untilAborted(action.run(options as never, context), signal);
  return action.private ? { ...document, private: true } : document;
}

function findCommand(commands: Commands, invocation: Invocation): Command {
  const found = commands.find((each) => each.name === invocation.command);
  if (found) return found;
  throw new ReaderError(
    'That command or button is not one of this version’s; type /help to see what there is.',
  );
}

/** Autocomplete for the option being typed. It never rejects: trouble means no choices. */
export function createComplete(parts: BotParts): Complete {
  return async (invocation, focused, origin): Promise<readonly Choice[]> => {
    try {
      const command = findCommand(parts.commands, invocation);
      const action = findAction(command, invocation.subcommand);
      const complete = Object.hasOwn(action.options, focused) ? action.options[focused]?.complete : undefined;
      if (!complete || (action.needs && !origin.permissions.has(action.needs))) return [];
      const signal = AbortSignal.timeout(2_500);
      const context = { ...parts.resources, now: presentOf(parts, origin), origin, signal };
      const choices = await untilAborted(complete(invocation.options[focused] ?? '', context), signal);
      return choices.slice(0, 25);
    } catch (fault) {
      if (!(fault instanceof ReaderError)) parts.log.error({ err: fault, focused }, 'autocomplete failed');
      return [];
    }
  };
}
