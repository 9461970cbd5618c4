import type { Context } from '../../src/command.ts';
import type { Document } from '../../src/document/model.ts';

/** A digest as it was frozen, made into what a reader sees. A desk without a studio says pictures in words. */
export const inked = async (document: Document, { ink }: Context): Promise<Document> =>
  ink === undefined
    ? { ...document, blocks: document.blocks.filter((block) => block.type !== 'picture') }
    : ink(document);
