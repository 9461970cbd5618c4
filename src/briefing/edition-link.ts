import { createHash } from 'node:crypto';

/** Leads to the page of an edition, where the operator has said under which address the desk is reached. */
export type EditionLink = (id: string) => string | undefined;

/** Letters of a signature: 24 of 36 make 124 bits, which nobody guesses. */
const letters = 24;

/** Where editions are, under the address of the desk. */
export const editionsPath = '/editions';

/**
 * `https://desk.example.org/editions/e936a7v5ae-4k…`: the id and a signature. Ids can be worked out; whoever holds the whole
 * link, and nobody else, may read the page.
 */
export function editionLinks(base: string | undefined, secret: string): EditionLink {
  if (base === undefined) return () => undefined;
  return (id) => `${base.replace(/\/+$/, '')}${editionsPath}/${id}-${signatureOf(id, secret)}`;
}

/** The id in the last part of a link's path, if the signature is the one that belongs to it. */
export function signedId(key: string, secret: string): string | undefined {
  const [id = '', signature = '', ...more] = key.split('-');
  if (more.length > 0 || !/^[a-z0-9]{1,40}$/.test(id)) return undefined;
  // What is compared is hashed once more, so that the time it takes tells nothing of the right one.
  return hash(signature) === hash(signatureOf(id, secret)) ? id : undefined;
}

const signatureOf = (id: string, secret: string): string =>
  BigInt(`0x${hash(`${secret}:${hash(`${id}:${secret}`)}`)}`)
    .toString(36)
    .padStart(letters, '0')
    .slice(-letters);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
