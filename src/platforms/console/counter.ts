import type { Dispatch } from '../../command.ts';
import { notice } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { ReaderError } from '../../errors.ts';
import { type Form, filledIn, wantsForm } from '../../form.ts';
import type { Invocation, Origin } from '../../invocation.ts';
import { decodeInvocation } from '../../invocation-codec.ts';
import { actionNamed, shorten } from '../../options.ts';
import type { Desk } from '../platform.ts';
import { consoleChannels, consoleWorkspace } from './channels.ts';
import type { StandingMessage } from './message.ts';
import type { MessageLog } from './message-log.ts';
import { readTyped, typedForm } from './read-typed.ts';
import type { Viewers } from './viewers.ts';

/** What the page sends: a line as typed, or a button's invocation with its label. */
export interface Request {
  readonly channel: string;
  readonly line?: string | undefined;
  readonly invocation?: string | undefined;
  readonly label?: string | undefined;
  /** What was filled into the form that the invocation stands for. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** Chosen by the page, so that it knows its own message when it arrives live. */
  readonly marker: string;
  /** IANA zone of the browser. */
  readonly zone?: string | undefined;
}

/** What the counter needs to answer. */
export interface CounterParts {
  readonly desk: Desk;
  readonly log: MessageLog;
  readonly viewers: Viewers;
  readonly clock: () => Temporal.Instant;
  /** Documents for the reader alone are kept here, for their files only. */
  readonly keep: (message: StandingMessage) => void;
}

/** The one reader of a console, in a channel. */
export function originOf(channel: string, zone?: string): Origin {
  return {
    platform: 'console',
    workspace: consoleWorkspace,
    channel,
    reader: { id: 'console', name: 'You' },
    permissions: new Set(['manage-digests']),
    ...(zone !== undefined && isZone(zone) ? { zone } : {}),
  };
}

function isZone(zone: string): boolean {
  try {
    new Temporal.ZonedDateTime(0n, zone);
    return true;
  } catch {
    return false;
  }
}

export const isChannel = (name: string): boolean => consoleChannels.some((channel) => channel.name === name);

/**
 * The form that a request is met by; undefined where it is to be answered. A mistake in the request is told by its answer.
 */
export async function formFor(request: Request, { desk }: CounterParts): Promise<Form | undefined> {
  if (desk.form === undefined || request.values !== undefined) return undefined;
  const invocation = readOrNothing(request, desk);
  if (invocation === undefined || !wantsForm(actionNamed(desk.commands, invocation), invocation))
    return undefined;
  const made = await desk.form(invocation, originOf(request.channel, request.zone));
  return 'kind' in made ? undefined : made;
}

function readOrNothing(request: Request, desk: Desk): Invocation | undefined {
  try {
    return readRequest(request, desk);
  } catch (fault) {
    if (fault instanceof ReaderError) return undefined;
    throw fault;
  }
}

/**
 * Answers one request. The exchange is stored and shown to every open page, except a document for the reader alone,
 * which is only returned. A reader's mistake is answered by such a document.
 */
export async function serveRequest(request: Request, parts: CounterParts): Promise<StandingMessage> {
  const { asked, document } = await answer(request, parts.desk);
  const message = { marker: request.marker, asked, document };
  if (document.private) {
    const at = parts.clock().toString();
    const standing = { ...message, id: `only-${request.marker}`, channel: request.channel, at };
    parts.keep(standing);
    return standing;
  }
  const standing = await parts.log.append(request.channel, message, parts.clock());
  parts.viewers.show(standing);
  return standing;
}

/** Characters of what was typed that stand over the answer: a pasted article is longer. */
const mostShown = 400;

async function answer(request: Request, desk: Desk): Promise<{ asked: string; document: Document }> {
  const line = request.line?.trim() ?? '';
  try {
    const invocation = readRequest(request, desk);
    const asked =
      request.line === undefined ? (request.label ?? typedForm(invocation)) : shorten(line, mostShown);
    return { asked, document: await run(desk.dispatch, invocation, request) };
  } catch (fault) {
    if (!(fault instanceof ReaderError)) throw fault;
    return { asked: line, document: notice(fault.message, 'error') };
  }
}

function readRequest(request: Request, desk: Desk): Invocation {
  if (request.line !== undefined) return readTyped(desk.commands, request.line);
  const invocation = decodeInvocation(request.invocation ?? '');
  if (invocation) return filledIn(invocation, request.values ?? {});
  throw new ReaderError('That button is of another version; type / to see what there is.');
}

const run = (dispatch: Dispatch, invocation: Invocation, request: Request): Promise<Document> =>
  dispatch(invocation, originOf(request.channel, request.zone));
