import { randomUUID } from 'node:crypto';
import { each, exactly, integer, object, string } from './checks.ts';
import { world } from './stand-in.ts';

/** A file as readers see it. */
export interface ShownFile {
  readonly name: string;
  readonly title: string;
  readonly alt?: string;
  readonly content: string;
}

export interface Share {
  readonly channel: string;
  readonly thread?: string;
  readonly comment?: string;
  readonly files: readonly ShownFile[];
}

type Body = Readonly<Record<string, unknown>>;

/**
 * Slack's external upload: an address for each file, its bytes, and the step that shows it. A file of which one step is
 * missing is seen by nobody. Written from docs.slack.dev/reference/methods/files.getUploadURLExternal and
 * files.completeUploadExternal; the stand-in knows `alt_txt` by another name and takes any length.
 */
export interface FileSide {
  /** What was shown, oldest first. */
  readonly shares: readonly Share[];
  readonly violations: readonly string[];
  /** Channels that the bot is not in, beside those that there are not. */
  readonly closed: Set<string>;
  /** HTTP statuses with which the next uploads are refused; 0 never answers. */
  readonly refusals: number[];
  address(body: Body): object;
  /** @returns the HTTP status; undefined where there is never an answer */
  take(path: string, body: Buffer): number | undefined;
  show(body: Body): object;
}

interface Held {
  readonly name: string;
  readonly length: number;
  readonly alt?: string;
  content?: Buffer;
  isShown?: true;
}

const addressArguments = object(
  { filename: string(1, 255), length: integer(1, 1e9) },
  { alt_txt: string(1, 1e6), snippet_type: string(1, 50) },
);
const showArguments = object(
  { files: each(object({ id: string(1, 50) }, { title: string(1, 255) }), 1, 10) },
  { channel_id: string(1, 50), thread_ts: string(1, 50), initial_comment: string(1, 4000) },
);

export function createFileSide(base: () => string): FileSide {
  const held = new Map<string, Held>();
  const shares: Share[] = [];
  const violations: string[] = [];
  const closed = new Set<string>();
  const refusals: number[] = [];
  const refuse = (error: string) => ({ ok: false, error });

  function showable(id: unknown): Held | undefined {
    const file = held.get(String(id));
    return file?.content === undefined || file.isShown ? undefined : file;
  }

  return {
    shares,
    violations,
    closed,
    refusals,
    address(body) {
      const length = Number(body.length);
      violations.push(...addressArguments({ ...body, length }, 'files.getUploadURLExternal'));
      if (!length) return refuse('missing_argument');
      const alt = body.alt_txt as string | undefined;
      if (alt !== undefined && alt.length > 1000) return refuse('alt_txt_too_large');
      const id = `F${randomUUID().slice(0, 8).toUpperCase()}`;
      held.set(id, { name: String(body.filename), length, ...(alt === undefined ? {} : { alt }) });
      return { ok: true, file_id: id, upload_url: `${base()}/upload/${id}` };
    },
    take(path, body) {
      const refusal = refusals.shift();
      if (refusal !== undefined) return refusal || undefined;
      const file = held.get(path.replace('/upload/', ''));
      if (file === undefined || file.content !== undefined) return 404;
      if (body.length !== file.length) return 400;
      file.content = body;
      return 200;
    },
    show(body) {
      violations.push(...showArguments(body, 'files.completeUploadExternal'));
      const asked = body.files as readonly { readonly id: string; readonly title?: string }[];
      const files = asked.map(({ id }) => showable(id));
      if (!files.every((file) => file !== undefined)) return refuse('file_not_found');
      const channel = String(body.channel_id);
      if (closed.has(channel)) return refuse('not_in_channel');
      if (channel !== world.channel && !channel.startsWith('D')) return refuse('channel_not_found');
      const thread = body.thread_ts as string | undefined;
      if (thread !== undefined && !/^\d{10}\.\d{6}$/.test(thread)) return refuse('invalid_thread_ts');
      const comment = body.initial_comment as string | undefined;
      shares.push({
        channel,
        ...(thread === undefined ? {} : { thread }),
        ...(comment === undefined ? {} : { comment }),
        files: files.map((file, index) => {
          file.isShown = true;
          // A picture is told by its first bytes; with words on anything else Slack shows nothing at all.
          const isPicture = file.content?.subarray(1, 4).toString() === 'PNG';
          violations.push(...exactly(true)(isPicture || file.alt === undefined, `${file.name}: alt_txt`));
          return {
            name: file.name,
            title: asked[index]?.title ?? file.name,
            ...(file.alt === undefined ? {} : { alt: file.alt }),
            content: isPicture ? 'PNG' : String(file.content),
          };
        }),
      });
      return { ok: true, files: asked };
    },
  };
}
