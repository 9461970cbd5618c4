import type { WebClient } from '@slack/web-api';
import { notice } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { renderMessage } from './render.ts';
import { type Spot, type Staged, showDirectly, showFiles, stageUploads } from './stage.ts';
import { directLine, elsewhereLine, failureLines, isAboutPlace, uploadsOf, uploadWords } from './upload.ts';

/** Where the files of an answer belong, and who asked for it. */
export interface Target {
  readonly channel: string;
  readonly user: string;
  /** `ts` of the message that begins the thread in which the answer stands. */
  readonly thread?: string;
}

/** Milliseconds that an answer waits for its files. */
const patience = 8_000;

/**
 * Sends an answer with its pictures and files. They are brought to Slack first, where nobody sees them, so that the text
 * can say what is missing; they are shown after it. The text goes out whatever happens to them.
 * A message for one reader alone can have no files in Slack: those go to her direct messages, and it says so.
 * @param sendText sends it, with lines on what became of the files as far as that is known by then
 * @param sayLater says what becomes known only after the text
 * @throws what sending the text throws
 */
export async function sendWithFiles(
  web: WebClient,
  document: Document,
  target: Target,
  sendText: (lines: readonly string[]) => Promise<void>,
  sayLater: (document: Document) => Promise<void>,
): Promise<void> {
  const { files, failures } = await stageUploads(web, uploadsOf(document), patience);
  const lines = failureLines(failures);
  if (files.length === 0) return sendText(lines);
  if (document.private) {
    return sendText([...lines, ...(await giveDirectly(web, files, target.user))]);
  }
  await sendText(lines);
  const fault = await showFiles(web, files, target, 'With the message above.');
  if (fault === undefined) return;
  const why = uploadWords(fault);
  const isGiven =
    isAboutPlace(fault) && (await showDirectly(web, files, target.user, comment(target))) === undefined;
  if (isGiven) await sayLater({ ...notice(elsewhereLine(namesOf(files), why)), private: true });
  else await sayLater(notice(failureLines(failed(files, why)).join(' '), 'error'));
}

/** Shows files under a message that stands; where that fails, says so there. @throws what saying it throws */
export async function showUnder(
  web: WebClient,
  files: readonly Staged[],
  spot: Required<Spot>,
): Promise<void> {
  if (files.length === 0) return;
  const fault = await showFiles(web, files, spot, 'With the message above.');
  if (fault === undefined) return;
  const said = notice(failureLines(failed(files, uploadWords(fault))).join(' '), 'error');
  await web.apiCall('chat.postMessage', {
    ...renderMessage(said),
    channel: spot.channel,
    thread_ts: spot.thread,
  });
}

const namesOf = (files: readonly Staged[]): readonly string[] => files.map(({ name }) => name);

const failed = (files: readonly Staged[], why: string) => files.map(({ name }) => ({ name, why }));

async function giveDirectly(
  web: WebClient,
  files: readonly Staged[],
  user: string,
): Promise<readonly string[]> {
  const fault = await showDirectly(web, files, user, 'With the answer that only you see.');
  return fault === undefined ? [directLine(namesOf(files))] : failureLines(failed(files, uploadWords(fault)));
}

/** Fixed words and a channel's id: Slack reads markup in a comment, so nothing of the document stands in it. */
const comment = ({ channel }: Target): string =>
  /^[CG][A-Z0-9]+$/.test(channel) ? `With your answer in <#${channel}>.` : 'With your answer.';
