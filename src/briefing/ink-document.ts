import type { AttachedFile, Document } from '../document/model.ts';
import { ink } from '../pictures/ink.ts';
import type { EditionStore } from '../store/ports.ts';
import { type ExportTools, exportBriefing } from './export.ts';

export interface InkTools extends ExportTools {
  readonly editions: Pick<EditionStore, 'get'>;
  /** Told of what could not be drawn or set. */
  readonly onFault: (fault: unknown) => void;
}

/** Files that are remembered: a digest's goes out more than once where many channels have the same. */
const mostKept = 4;

/**
 * Makes a document as it was frozen into what is sent: pictures are drawn, files set. The same frozen document always gives
 * the same bytes. What cannot be made is said in words; the document is sent all the same.
 */
export function createInk(tools: InkTools): (document: Document) => Promise<Document> {
  const kept = new Map<string, AttachedFile>();
  const fileOf = async (file: AttachedFile): Promise<AttachedFile | undefined> => {
    if (file.briefing === undefined) return file;
    const { edition, format } = file.briefing;
    const key = `${edition}.${format}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    try {
      const found = await tools.editions.get(edition);
      const made = found && (await exportBriefing(found.briefing, format, tools));
      if (made === undefined) return undefined;
      kept.set(key, made);
      const oldest = kept.keys().next();
      if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
      return made;
    } catch (fault) {
      tools.onFault(fault);
      return undefined;
    }
  };
  return async (document) => {
    const drawn = await ink(document, tools.pictures, tools.onFault);
    if (!drawn.files?.some(({ briefing }) => briefing !== undefined)) return drawn;
    const made = await Promise.all(drawn.files.map(fileOf));
    const files = made.filter((file) => file !== undefined);
    const missing = drawn.files.filter((_, index) => made[index] === undefined);
    return { ...drawn, files, blocks: [...drawn.blocks, ...missing.map(missingLine)] };
  };
}

const missingLine = ({ name }: AttachedFile): Document['blocks'][number] => ({
  type: 'paragraph',
  tone: 'quiet',
  spans: [{ type: 'text', text: `Not attached: ${name} (it could not be made).` }],
});
