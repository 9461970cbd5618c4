import type { Document, DocumentKind } from '../../document/model.ts';
import {
  type ActionRow,
  type Container,
  type DiscordMessage,
  type DiscordPayload,
  messageFlags,
} from './components.ts';
import { type Packed, pack } from './pack.ts';
import { partsOf } from './parts.ts';
import { renderActions } from './render-actions.ts';

/** The JSON bodies of a document, exactly as they are sent: one unless it is longer than a message can be. */
export const renderDiscord = (document: Document): readonly DiscordPayload[] =>
  renderMessages(document).map((message) => message.body);

/**
 * A document as messages: each is one container of Components V2 in the colour of the document's kind. Sources follow
 * the body; the buttons stand under the last message.
 */
export function renderMessages(document: Document): readonly [DiscordMessage, ...DiscordMessage[]] {
  const packed = pack(partsOf(document));
  const row = renderActions(document.blocks);
  const last = packed.at(-1) ?? nothing;
  const [first, ...rest] = [...packed.slice(0, -1).map((each) => messageOf(document.kind, each))];
  const end = messageOf(document.kind, last, row);
  return first === undefined ? [end] : [first, ...rest, end];
}

const nothing: Packed = { components: [{ type: 10, content: 'Nothing to show.' }], files: [] };

function messageOf(kind: DocumentKind, packed: Packed, row?: ActionRow): DiscordMessage {
  const container: Container = {
    type: 17,
    accent_color: accent(kind),
    components: row === undefined ? packed.components : [...packed.components, row],
  };
  const attachments = packed.files.map((file, index) => ({ id: String(index), filename: file.name }));
  const body: DiscordPayload = {
    flags: messageFlags.componentsV2 | messageFlags.suppressEmbeds,
    allowed_mentions: { parse: [] },
    components: [container],
    ...(attachments.length === 0 ? {} : { attachments }),
  };
  return { body, files: packed.files };
}

/** Colours that stand out on Discord's light and dark ground alike. */
function accent(kind: DocumentKind): number {
  switch (kind) {
    case 'answer':
      return 0x3f7fbf;
    case 'digest':
      return 0xc2503f;
    case 'nothing':
      return 0x8a8f98;
    case 'notice':
      return 0x4c9a6a;
    case 'error':
      return 0xd6393a;
  }
}
