import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { ReaderError } from '../../errors.ts';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** Encodings one within another: nobody honest sends more. */
const mostEncodings = 2;

/**
 * The bytes of an answer, decompressed. It is the decompressed bytes that count, and they are counted as they come:
 * a small answer that unfolds without end is cut off at the limit.
 * @throws ReaderError where there are more than `most` bytes or they cannot be decompressed
 */
export async function readBody(
  answer: Readable,
  encoding: string,
  most: number,
  host: string,
): Promise<Uint8Array> {
  const body = decoded(answer, encoding, host);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > most) throw tooLarge(most, host);
      chunks.push(chunk);
    }
  } catch (fault) {
    if (/^Z_|^ERR_.*(?:BROTLI|ZSTD|ZLIB)|^ZSTD_|^ERR__ERROR/.test(codeOf(fault)))
      throw new ReaderError(`What ${host} sent is compressed wrongly and cannot be read.`);
    throw fault;
  } finally {
    answer.destroy();
    body.destroy();
  }
  return Buffer.concat(chunks);
}

export const tooLarge = (most: number, host: string): ReaderError =>
  new ReaderError(`The page of ${host} is larger than ${most / 1_000_000} MB; give a smaller one.`);

function decoded(answer: Readable, encoding: string, host: string): Readable {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > mostEncodings)
    throw new ReaderError(`${host} compresses its page ${names.length} times over; such a page is not read.`);
  const steps = names.reverse().map((name) => {
    const make = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
    if (make === undefined)
      throw new ReaderError(
        `${host} compresses its page in a way that cannot be read here (${name.slice(0, 20)}).`,
      );
    return make();
  });
  const last = steps.at(-1);
  if (last === undefined) return answer;
  // The reader of the last step hears of every fault; this only ties the steps together.
  pipeline([answer, ...steps], () => undefined);
  return last;
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : '';
