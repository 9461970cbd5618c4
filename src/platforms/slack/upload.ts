import type { Document } from '../../document/model.ts';
import { clean, cleanLine, cut } from '../clean-text.ts';
import type { ApiFault } from './faults.ts';

/** A file as Slack's external upload takes it. */
export interface Upload {
  readonly name: string;
  readonly content: Uint8Array;
  /** What a picture shows, in words: for screen readers. */
  readonly alt?: string;
}

/** Slack's limit for `alt_txt`. Source: docs.slack.dev/reference/methods/files.getUploadURLExternal */
const mostAlt = 1000;
const mostName = 100;

/**
 * The files that go with a document: its pictures, then what is attached. Only pictures have words of their own: with
 * `alt_txt` on anything else Slack takes the file and shows it nowhere (slackapi/python-slack-sdk issue 1818).
 */
export function uploadsOf(document: Document): readonly Upload[] {
  const pictures = document.blocks.flatMap((block): readonly Upload[] => {
    if (block.type !== 'picture') return [];
    const alt = cut(clean(block.alt).trim(), mostAlt);
    const name = fileName(block.name, 'picture.png');
    return [{ name, content: block.png, ...(alt === '' ? {} : { alt }) }];
  });
  const files = (document.files ?? []).map(({ name, content }) => ({
    name: fileName(name, 'file'),
    content,
  }));
  return [...pictures, ...files];
}

const fileName = (name: string, otherwise: string): string =>
  cut(cleanLine(name).replaceAll(/[/\\]/g, '-'), mostName) || otherwise;

/** A file that could not be attached, and why, in words that end a sentence. */
export interface Failure {
  readonly name: string;
  readonly why: string;
}

/** One line for each reason: `Not attached: a.md, b.pdf (why).` */
export function failureLines(failures: readonly Failure[]): readonly string[] {
  const reasons = [...new Set(failures.map(({ why }) => why))];
  return reasons.map((why) => {
    const names = failures.filter((each) => each.why === why).map(({ name }) => name);
    return `Not attached: ${names.join(', ')} (${why}).`;
  });
}

/** Where files for one reader alone are, since a message that only she sees cannot have any. */
export const directLine = (names: readonly string[]): string =>
  `In your direct messages with Dateline: ${names.join(', ')}. Slack attaches no file to a message that only you see.`;

/** Where files are that the channel does not take. */
export const elsewhereLine = (names: readonly string[], why: string): string =>
  `In your direct messages with Dateline: ${names.join(', ')} (not here, since ${why}).`;

const words: Readonly<Record<string, string>> = {
  missing_scope:
    'the app lacks the right files:write or im:write; install it again with the manifest of this version',
  file_uploads_disabled: 'this workspace takes no files',
  file_uploads_except_images_disabled: 'this workspace takes pictures only',
  file_upload_size_restricted: 'this workspace takes no files of that size',
  file_type_not_allowed: 'this workspace takes no files of that kind',
  storage_limit_reached: 'this workspace has no room left for files',
  not_in_channel: 'Dateline is not in the channel; type /invite @Dateline there',
  channel_not_found: 'Dateline is not in the conversation',
};

/** Codes that mean the place alone: the same file may be shown elsewhere. */
export const isAboutPlace = (fault: ApiFault): boolean =>
  fault.kind === 'said' && (fault.code === 'not_in_channel' || fault.code === 'channel_not_found');

/** Why a file could not be attached, for the reader. */
export function uploadWords(fault: ApiFault): string {
  switch (fault.kind) {
    case 'said':
      return words[fault.code] ?? `Slack says ${fault.code}`;
    case 'limited':
      return `Slack asks to wait ${fault.seconds} s`;
    case 'status':
      return `Slack answered with HTTP ${fault.status}`;
    case 'unreached':
    case 'lost':
      return 'Slack could not be reached';
  }
}
