import { DOMParser } from '@xmldom/xmldom';

/** The parts of a Word document, by what they are. */
export interface WordPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Name of the part that is the document. */
  readonly main: string;
  /** Names of parts by the ids that the document refers to them by. */
  readonly relations: ReadonlyMap<string, string>;
  /** Names of pictures by the same ids. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Names of the parts of a kind, in order: `header`, `footnotes`. */
  readonly named: (kind: string) => readonly string[];
}

/**
 * Parse a part of a Word document.
 *
 * @throws Error where it is no XML
 */
export function parseWordXml(bytes: Uint8Array): Document {
  const fail = (message: string) => {
    throw new Error(message.split('\n')[0]);
  };
  // A markup that is mended swallows words: no program writes what is warned of.
  const handlers = { warning: fail, error: fail, fatalError: fail };
  const text = new TextDecoder().decode(bytes);
  return new DOMParser({ errorHandler: handlers }).parseFromString(text, 'text/xml');
}

/**
 * Return the elements right below another, all or those of a name, by their local names: prefixes
 * are the writer's.
 */
export function childrenOf(parent: Element | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling)
    if (node.nodeType === 1 && (name === undefined || (node as Element).localName === name))
      found.push(node as Element);
  return found;
}

/** Return the first element along a path of local names. */
export function findBelow(parent: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => childrenOf(at, name)[0], parent);
}

/** Return an attribute by its local name; `val` where no other is asked for. */
export function attributeOf(element: Element | undefined, name = 'val'): string | undefined {
  if (element === undefined) return undefined;
  for (let at = 0; at < element.attributes.length; at++) {
    const attribute = element.attributes.item(at);
    if (attribute?.localName === name) return attribute.value;
  }
  return undefined;
}

/** Return the value of the first element along a path of local names. */
export function valueBelow(parent: Element | undefined, ...path: string[]): string | undefined {
  return attributeOf(findBelow(parent, ...path));
}

/** Return all elements below another that have one of these local names. */
export function allBelow(element: Element, ...names: readonly string[]): Element[] {
  return Array.from(element.getElementsByTagName('*')).filter(({ localName }) =>
    names.includes(localName ?? ''),
  );
}

/** Of two ways to write the same, return the one for newer programs where it says anything. */
export function alternatives(element: Element): Element[] {
  const choices = [...childrenOf(element, 'Choice'), ...childrenOf(element, 'Fallback')];
  const says = (one: Element) =>
    (one.textContent ?? '').trim() !== '' ||
    allBelow(one, 'blip', 'imagedata', 'relIds', 'chart', 'sym', 'br', 'tab').length > 0;
  const [first] = choices.filter(says);
  return first === undefined ? [] : [first];
}

/** Elements whose text is no text of the document. */
export const HOLDS_NO_TEXT = new Set([
  ...['pPr', 'rPr', 'tblPr', 'tblGrid', 'trPr', 'tcPr', 'sectPr', 'sdtPr', 'sdtEndPr', 'rubyPr'],
  ...[
    'del',
    'moveFrom',
    'delText',
    'delInstrText',
    'rt',
    'footnoteRef',
    'endnoteRef',
    'annotationRef',
  ],
  ...['fldData', 'smartTagPr', 'customXmlPr', 'proofErr', 'oMathParaPr', 'ctrlPr', 'ffData'],
]);
