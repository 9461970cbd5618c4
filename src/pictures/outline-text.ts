import type { Font } from 'fontkit';
import type { FontName } from './font-files.ts';
import { type Coverage, fontRuns } from './font-runs.ts';
import type { Typefaces } from './typefaces.ts';

/** The part of an element of a page that is needed to walk over a picture. */
export interface SvgNode {
  readonly tagName: string;
  readonly children: Iterable<SvgNode>;
  readonly textContent: string | null;
  readonly ownerDocument: { createElementNS(space: string, name: string): SvgNode };
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  append(node: SvgNode): void;
  replaceWith(node: SvgNode): void;
}

interface Style {
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: string;
}

/**
 * Replaces every text of a picture by the outlines of its letters, shaped by the fonts that ship: a renderer without those
 * fonts, or without rules for a script, then draws it as it should be.
 */
export function outlineText(svg: SvgNode, typefaces: Typefaces): void {
  walk(svg, { size: 12, bold: false, anchor: 'start' }, typefaces);
}

function walk(node: SvgNode, inherited: Style, typefaces: Typefaces): void {
  const style = styleOf(node, inherited);
  if (node.tagName.toLowerCase() === 'text') node.replaceWith(outlineOf(node, style, typefaces));
  else for (const child of [...node.children]) walk(child, style, typefaces);
}

function styleOf(node: SvgNode, inherited: Style): Style {
  const size = Number.parseFloat(node.getAttribute('font-size') ?? '');
  const weight = node.getAttribute('font-weight');
  return {
    size: Number.isNaN(size) ? inherited.size : size,
    bold: weight === null ? inherited.bold : weight === 'bold',
    anchor: node.getAttribute('text-anchor') ?? inherited.anchor,
  };
}

/** A group in place of a text: it keeps place and colour, and holds a path for each line. */
function outlineOf(node: SvgNode, style: Style, typefaces: Typefaces): SvgNode {
  const group = create(node, 'g');
  for (const name of ['transform', 'fill', 'fill-opacity']) {
    const value = node.getAttribute(name);
    if (value !== null) group.setAttribute(name, value);
  }
  const lines = [...node.children];
  let y = lengthOf(node.getAttribute('y'), style.size);
  for (const line of lines.length > 0 ? lines : [node]) {
    const at = line.getAttribute('y');
    y = line === node || at === null ? y : lengthOf(at, style.size);
    y += lengthOf(line.getAttribute('dy'), style.size);
    const path = create(node, 'path');
    path.setAttribute(
      'd',
      pathOf(line.textContent ?? '', lengthOf(line.getAttribute('x'), style.size), y, style, typefaces),
    );
    group.append(path);
  }
  return group;
}

const create = (node: SvgNode, name: string): SvgNode =>
  node.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);

/** `0.32em` or `12` in pixels. */
function lengthOf(value: string | null, size: number): number {
  const number = Number.parseFloat(value ?? '0');
  return value?.endsWith('em') ? number * size : number;
}

function pathOf(text: string, x: number, y: number, style: Style, typefaces: Typefaces): string {
  const runs = fontRuns(text, fontsOf(style, typefaces)).map(({ font, text: said }) => {
    const scale = style.size / font.unitsPerEm;
    const { glyphs, positions, advanceWidth } = font.layout(said);
    return { scale, glyphs, positions, width: advanceWidth * scale };
  });
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  let pen = x - (style.anchor === 'middle' ? width / 2 : style.anchor === 'end' ? width : 0);
  const parts: string[] = [];
  for (const { scale, glyphs, positions } of runs) {
    glyphs.forEach((glyph, index) => {
      const place = positions[index];
      if (place === undefined) return;
      const [left, top] = [pen + place.xOffset * scale, y - place.yOffset * scale];
      parts.push(glyph.path.transform(scale, 0, 0, -scale, left, top).toSVG());
      pen += place.xAdvance * scale;
    });
  }
  return parts.join('');
}

function fontsOf(style: Style, typefaces: Typefaces): readonly [Coverage<Font>, ...Coverage<Font>[]] {
  const names: readonly FontName[] = [style.bold ? 'bold' : 'regular', 'devanagari', 'chinese'];
  const [first, ...rest] = names.flatMap((name) => typefaces.get(name) ?? []);
  if (first === undefined) throw new Error('no font is open to set the text of a picture in');
  const coverage = (font: Font): Coverage<Font> => ({
    name: font,
    covers: (point) => font.hasGlyphForCodePoint(point),
  });
  return [coverage(first), ...rest.map(coverage)];
}
