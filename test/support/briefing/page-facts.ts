import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** All elements of a page, as a browser reads it. */
export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** The text of an element and all within. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** What of a page could run or fetch something: scripts, handlers, addresses that are no links. */
export const livelyParts = (html: string): readonly string[] =>
  elementsOf(html).flatMap((element) => [
    ...(/^(?:script|iframe|object|embed|img|image|link|base|form|foreignobject)$/i.test(element.tagName)
      ? [element.tagName]
      : []),
    ...element.attrs.filter(({ name }) => /^on/i.test(name)).map(({ name }) => name),
    ...element.attrs
      .filter(
        ({ name, value }) => /^(?:href|src|action|xlink:href)$/i.test(name) && !/^(?:https?:|#)/i.test(value),
      )
      .map(({ value }) => value),
  ]);
