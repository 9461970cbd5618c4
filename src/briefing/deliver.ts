import type { Library } from '../answer/library.ts';
import type { Document } from '../document/model.ts';
import { type ComposedMessage, composeMessage } from './compose.ts';
import { composeFile } from './compose-file.ts';
import { type ExportTools, exportBriefing, fileName } from './export.ts';
import type { BriefingRequest } from './material.ts';
import type { FileFormat, Format, Length } from './model.ts';

export interface DeliveryRequest extends BriefingRequest {
  readonly length?: Length | undefined;
  readonly format?: Format | undefined;
  readonly dataVersion: string;
}

/**
 * A briefing as a message, and with a file where a format or a full length was asked for: then the sources of the message
 * have the same numbers in the file, and a timeline of its events is drawn.
 * @throws ReaderError where this desk cannot make the file
 */
export async function deliverBriefing(
  request: DeliveryRequest,
  library: Library,
  tools: ExportTools,
): Promise<Document> {
  const format = fileFormat(request);
  const fileRequest = { ...request, length: request.length ?? 'full' };
  const unnumbered = format === undefined ? undefined : composeFile(fileRequest, library);
  const printable = tools.press !== undefined;
  if (format === undefined || unnumbered === undefined)
    return composeMessage(request, library, { pictured: false, printable }).document;
  const enclosed = { pictured: tools.pictures !== undefined, printable, file: fileName(unnumbered, format) };
  const composed = composeMessage(request, library, enclosed);
  const numbered = composed.document.sources;
  const briefing = composeFile({ ...fileRequest, numbered }, library) ?? unnumbered;
  const file = await exportBriefing(briefing, format, tools);
  return { ...(await drawn(composed, tools)), files: [file] };
}

/** A full briefing does not fit in a message: it comes as a page unless another file is asked for. */
function fileFormat({ format, length }: DeliveryRequest): FileFormat | undefined {
  if (format === undefined || format === 'message') return length === 'full' ? 'html' : undefined;
  return format;
}

/** The message with its picture in the place that was held for it. */
async function drawn({ document, drawing }: ComposedMessage, { pictures }: ExportTools): Promise<Document> {
  if (drawing === undefined || pictures === undefined) return document;
  const picture = await pictures.png(drawing);
  return {
    ...document,
    blocks: document.blocks.map((block) => (block.type === 'picture' ? picture : block)),
  };
}
