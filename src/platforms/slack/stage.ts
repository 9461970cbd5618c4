import type { WebAPICallResult, WebClient } from '@slack/web-api';
import { type ApiFault, readFault } from './faults.ts';
import { type Failure, type Upload, uploadWords } from './upload.ts';

/** A file that Slack holds and nobody sees yet. */
export interface Staged {
  readonly id: string;
  readonly name: string;
}

export interface Staging {
  readonly files: readonly Staged[];
  readonly failures: readonly Failure[];
}

/**
 * Brings files to Slack, one attempt for each, without showing them to anybody. Never rejects.
 * @param patience milliseconds for all of them together: the message waits for them
 * Source: docs.slack.dev/messaging/working-with-files (uploading files)
 */
export async function stageUploads(
  web: WebClient,
  uploads: readonly Upload[],
  patience: number,
): Promise<Staging> {
  if (uploads.length === 0) return { files: [], failures: [] };
  const late = AbortSignal.timeout(patience);
  const staged = await Promise.all(uploads.map((upload) => stage(web, upload, late)));
  return {
    files: staged.filter((each): each is Staged => 'id' in each),
    failures: staged.filter((each): each is Failure => 'why' in each),
  };
}

async function stage(web: WebClient, upload: Upload, late: AbortSignal): Promise<Staged | Failure> {
  const { name, content, alt } = upload;
  if (content.byteLength === 0) return { name, why: 'it is empty' };
  try {
    const { url, id } = await untilLate(askForAddress(web, name, content.byteLength, alt), late);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: content as Uint8Array<ArrayBuffer>,
      redirect: 'error',
      signal: late,
    });
    await response.body?.cancel();
    if (response.ok) return { id, name };
    return { name, why: uploadWords({ kind: 'status', status: response.status }) };
  } catch (thrown) {
    return { name, why: late.aborted ? 'Slack took too long' : uploadWords(readFault(thrown)) };
  }
}

async function askForAddress(
  web: WebClient,
  filename: string,
  length: number,
  alt: string | undefined,
): Promise<{ readonly url: string; readonly id: string }> {
  const told: WebAPICallResult & { readonly upload_url?: unknown; readonly file_id?: unknown } =
    await web.apiCall('files.getUploadURLExternal', {
      filename,
      length,
      ...(alt === undefined ? {} : { alt_txt: alt }),
    });
  const { upload_url: url, file_id: id } = told;
  if (typeof url === 'string' && typeof id === 'string') return { url, id };
  throw new Error('Slack named no address for a file');
}

function untilLate<T>(work: Promise<T>, late: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  late.addEventListener('abort', () => reject(late.reason), { once: true });
  return Promise.race([work, promise]);
}

/** Where files are shown; `thread` is the `ts` of the message that begins the thread. */
export interface Spot {
  readonly channel: string;
  readonly thread?: string;
}

/** Shows staged files. @returns why Slack did not; undefined when it did */
export async function showFiles(
  web: WebClient,
  files: readonly Staged[],
  spot: Spot,
  comment: string,
): Promise<ApiFault | undefined> {
  try {
    await web.apiCall('files.completeUploadExternal', {
      files: files.map(({ id, name }) => ({ id, title: name })),
      channel_id: spot.channel,
      ...(spot.thread === undefined ? {} : { thread_ts: spot.thread }),
      initial_comment: comment,
    });
    return undefined;
  } catch (thrown) {
    return readFault(thrown);
  }
}

/** Shows staged files to one person alone. @returns why Slack did not; undefined when it did */
export async function showDirectly(
  web: WebClient,
  files: readonly Staged[],
  person: string,
  comment: string,
): Promise<ApiFault | undefined> {
  try {
    const opened: WebAPICallResult & { readonly channel?: { readonly id?: string } } = await web.apiCall(
      'conversations.open',
      { users: person },
    );
    const channel = opened.channel?.id;
    if (channel === undefined) return { kind: 'lost', reason: 'Slack named no conversation' };
    return showFiles(web, files, { channel }, comment);
  } catch (thrown) {
    return readFault(thrown);
  }
}
