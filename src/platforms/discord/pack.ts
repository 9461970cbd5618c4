import { clean } from '../clean-text.ts';
import { type Component, limits, type PayloadFile } from './components.ts';
import type { FilePart, Part, TextPart } from './parts.ts';

/** The insides of one message: its components and the files they name. */
export interface Packed {
  readonly components: readonly Component[];
  readonly files: readonly PayloadFile[];
}

/** A container, a row and its five buttons: always kept free, since the row goes where the document ends. */
const reserved = 2 + limits.buttons;

/** Packs parts into as few messages as hold them, in order; no line is parted. */
export function pack(parts: readonly Part[]): readonly Packed[] {
  const packer = new Packer();
  for (const [index, part] of parts.entries()) {
    switch (part.type) {
      case 'text':
        addText(packer, part, part.leads ? firstLine(parts[index + 1]) : 0);
        break;
      case 'file':
        packer.addFile(part);
        break;
      case 'rule':
        packer.addRule();
    }
  }
  return packer.finish();
}

const firstLine = (part: Part | undefined): number =>
  part?.type === 'text' ? (part.lines[0] ?? '').length : 0;

function addText(packer: Packer, part: TextPart, follower: number): void {
  for (const [index, line] of part.lines.entries()) packer.addLine(line, index === 0, follower);
}

class Packer {
  readonly #done: Packed[] = [];
  #components: Component[] = [];
  #files: PayloadFile[] = [];
  #characters = 0;

  /**
   * @param opens whether the line begins a text display of its own, as long as there are components left
   * @param follower characters that must find room after it
   */
  addLine(line: string, opens: boolean, follower: number): void {
    const last = this.#components.at(-1);
    const joins = last?.type === 10 && (!opens || !this.#hasRoom(follower > 0 ? 2 : 1));
    const needed = line.length + (joins ? 1 : 0);
    const tail = this.#characters === 0 ? 0 : follower;
    if (
      this.#characters + needed + tail > limits.characters ||
      (!joins && !this.#hasRoom(follower > 0 ? 2 : 1))
    ) {
      this.#close();
      this.#add({ type: 10, content: line }, line.length);
    } else if (joins) {
      this.#components[this.#components.length - 1] = { ...last, content: `${last.content}\n${line}` };
      this.#characters += needed;
    } else this.#add({ type: 10, content: line }, line.length);
  }

  addFile(part: FilePart): void {
    const bytes = this.#files.reduce((sum, file) => sum + file.data.byteLength, part.file.data.byteLength);
    const isFull = this.#files.length >= limits.attachments || bytes > limits.files;
    if (isFull || !this.#hasRoom(1)) this.#close();
    const file = { ...part.file, name: freeName(part.file.name, this.#files) };
    this.#files.push(file);
    this.#components.push(fileComponent(file.name, part.alt));
  }

  /** Rules at the edges of a message or next to one another say nothing. */
  addRule(): void {
    if (this.#components.length === 0 || this.#components.at(-1)?.type === 14 || !this.#hasRoom(2)) return;
    this.#components.push({ type: 14, divider: true, spacing: 1 });
  }

  finish(): readonly Packed[] {
    this.#close();
    return this.#done;
  }

  #add(component: Component, characters: number): void {
    this.#components.push(component);
    this.#characters += characters;
  }

  #hasRoom(more: number): boolean {
    return this.#components.length + more + reserved <= limits.components;
  }

  #close(): void {
    if (this.#components.at(-1)?.type === 14) this.#components.pop();
    if (this.#components.length > 0) this.#done.push({ components: this.#components, files: this.#files });
    this.#components = [];
    this.#files = [];
    this.#characters = 0;
  }
}

function fileComponent(name: string, alt: string | undefined): Component {
  const media = { url: `attachment://${name}` };
  if (alt === undefined) return { type: 13, file: media };
  const description = clean(alt).trim();
  return { type: 12, items: [description === '' ? { media } : { media, description }] };
}

/** Two files of one message cannot have one name. */
function freeName(name: string, files: readonly PayloadFile[]): string {
  const isFree = files.every((file) => file.name !== name);
  return isFree ? name : `${files.length + 1}-${name}`;
}
