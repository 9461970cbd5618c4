import type { Library } from '../answer/library.ts';
import type { Document } from '../document/model.ts';
import type { EditionStore } from '../store/ports.ts';
import { type ComposedMessage, composeMessage } from './compose.ts';
import { composeFile } from './compose-file.ts';
import type { EditionLink } from './edition-link.ts';
import { type ExportTools, exportBriefing, fileName } from './export.ts';
import type { BriefingRequest } from './material.ts';
import type { FileFormat, Format, Length } from './model.ts';

export interface DeliveryRequest extends BriefingRequest {
  readonly length?: Length | undefined;
  readonly format?: Format | undefined;
  readonly dataVersion: string;
  readonly workspace?: string;
  /** The instant at which it is made, ISO. */
  readonly at?: string;
  /** `false` for a message that goes without. */
  readonly pictured?: boolean;
}

/** What delivering may use; a desk may be without any of it. */
export interface DeliveryTools extends ExportTools {
  readonly editions?: Pick<EditionStore, 'put'> | undefined;
  readonly editionLink?: EditionLink | undefined;
}

/**
 * A briefing as a message, and with a file where a format or a full length was asked for: then the sources of the message
 * have the same numbers in the file. A picture is drawn where there is something to draw.
 * @throws ReaderError where this desk cannot make the file
 */
export async function deliverBriefing(
  request: DeliveryRequest,
  library: Library,
  tools: DeliveryTools,
): Promise<Document> {
  const format = fileFormat(request);
  const fileRequest = { ...request, length: request.length ?? 'full', link: tools.editionLink };
  const unnumbered = format === undefined ? undefined : composeFile(fileRequest, library);
  const printable = tools.press !== undefined;
  const pictured = tools.pictures !== undefined && request.pictured !== false;
  if (format === undefined || unnumbered === undefined)
    return drawn(composeMessage(request, library, { pictured, printable }), tools);
  const enclosed = { pictured, printable, file: fileName(unnumbered, format) };
  const composed = composeMessage(request, library, enclosed);
  const numbered = composed.document.sources;
  const briefing = composeFile({ ...fileRequest, numbered }, library) ?? unnumbered;
  const file = await exportBriefing(briefing, format, tools);
  const { workspace = '', at = request.today } = request;
  await tools.editions?.put({ id: briefing.edition.id, workspace, at, briefing });
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
