import { DOMParser } from '@xmldom/xmldom';

/**
 * Parse a part of an OFD file.
 *
 * @param path what messages call it
 * @throws Error where it is no XML, or declares entities
 */
export function parseXml(text: string, path: string): Element {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Error(`${path} declares entities`);
  const fail = (message: string) => {
    throw new Error(`${path}: ${message}`);
  };
  const parser = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } });
  const { documentElement } = parser.parseFromString(text, 'application/xml');
  if (documentElement === null) throw new Error(`${path} is empty`);
  return documentElement;
}

/** Return the elements right below another, all or those of a name, by their local names. */
export function children(element: Element | undefined): Element[] {
  return Array.from<ChildNode>(element?.childNodes ?? []).filter(
    (node): node is Element => node.nodeType === 1,
  );
}

/** Return the name of an element without its prefix. */
export function localName(element: Element): string {
  return element.localName ?? element.nodeName.replace(/^.*:/, '');
}

/** Return the elements of a name right below another. */
export function all(element: Element | undefined, name: string): Element[] {
  return children(element).filter((child) => localName(child) === name);
}

/** Return the first element of a name right below another. */
export function first(element: Element | undefined, name: string): Element | undefined {
  return all(element, name)[0];
}

/** Return the text in an element; of none, none. */
export function textOf(element: Element | undefined): string {
  return element?.textContent ?? '';
}

/** Read a box as the standard writes it, `x y width height`. */
export function boxOf(value: string): readonly [number, number, number, number] | undefined {
  const [x, y, width, height] = value.trim().split(/\s+/).map(Number);
  return x !== undefined &&
    y !== undefined &&
    width !== undefined &&
    height !== undefined &&
    [x, y, width, height].every(Number.isFinite)
    ? [x, y, width, height]
    : undefined;
}
