import type { Block, Document } from '../document/model.ts';
import type { Pictures } from './port.ts';

/** Told of a picture that could not be drawn. */
type OnFault = (fault: unknown) => void;

/**
 * A document with those pictures drawn that it holds as data. What cannot be drawn is said in its words instead: a picture
 * never costs anybody the message.
 */
export async function ink(
  document: Document,
  pictures: Pictures | undefined,
  onFault: OnFault,
): Promise<Document> {
  if (!document.blocks.some(isBlank)) return document;
  const blocks = await Promise.all(document.blocks.map((block) => inkBlock(block, pictures, onFault)));
  return { ...document, blocks };
}

const isBlank = (block: Block): boolean => block.type === 'picture' && block.drawing !== undefined;

async function inkBlock(block: Block, pictures: Pictures | undefined, onFault: OnFault): Promise<Block> {
  if (block.type !== 'picture' || block.drawing === undefined) return block;
  const inWords: Block = {
    type: 'paragraph',
    tone: 'quiet',
    spans: [{ type: 'text', text: `In a picture: ${block.alt}` }],
  };
  if (pictures === undefined) return inWords;
  try {
    return await pictures.png(block.drawing);
  } catch (fault) {
    onFault(fault);
    return inWords;
  }
}
