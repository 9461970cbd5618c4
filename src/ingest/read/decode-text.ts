import { ReaderError } from '../../errors.ts';

/** Bytes at the beginning in which a page names its character set. */
const head = 2_048;
const named =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{2,30})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:-]{2,30})/i;

/**
 * Bytes as text: by their byte order mark, else the set that the server names, else the one that the page names, else
 * UTF-8, else Windows-1252.
 * @throws ReaderError for a character set that is not known
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  const label = markOf(bytes) ?? charset ?? namedIn(bytes);
  if (label !== undefined) return decoderOf(label).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    throw new ReaderError(
      `The text is in the character set “${label.slice(0, 30)}”, which is not known here.`,
    );
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

function namedIn(bytes: Uint8Array): string | undefined {
  const [, meta, xml] = named.exec(new TextDecoder('latin1').decode(bytes.subarray(0, head))) ?? [];
  const label = meta ?? xml;
  // A page that can be read as far as this is not in UTF-16, whatever it says (HTML standard, prescan a byte stream).
  return label === undefined || /^utf-?16/i.test(label) ? undefined : label;
}
