import { attributeOf, childrenOf, findBelow } from './word-xml.ts';

/** A formula as text on one line, and the signs in it that no text of the file holds. */
export interface Formula {
  readonly text: string;
  readonly signs: readonly string[];
}

/** Read a formula of Office (ECMA-376, part 1, 22.1): `98.5%`, `a/b`, `√(x)`. */
export function readFormula(formula: Element): Formula {
  const signs: string[] = [];
  const sign = (text: string) => {
    signs.push(text);
    return text;
  };
  const below = (element: Element | undefined): string =>
    element === undefined ? '' : childrenOf(element).map(read).join('');
  const read = (element: Element): string => {
    const { localName } = element;
    if (localName === 't') return element.textContent ?? '';
    if (localName?.endsWith('Pr') === true) return '';
    if (localName === 'f')
      return `${below(findBelow(element, 'num'))}${sign('/')}${below(findBelow(element, 'den'))}`;
    if (localName === 'sSup' || localName === 'sSub')
      return `${below(findBelow(element, 'e'))}${sign(localName === 'sSup' ? '^' : '_')}${below(findBelow(element, localName === 'sSup' ? 'sup' : 'sub'))}`;
    if (localName === 'rad')
      return `${below(findBelow(element, 'deg'))}${sign('√(')}${below(findBelow(element, 'e'))}${sign(')')}`;
    if (localName === 'd') {
      const [begin, end] = ['begChr', 'endChr'].map((name) =>
        attributeOf(findBelow(element, 'dPr', name)),
      );
      const parts = childrenOf(element, 'e')
        .map((part, at) => `${at > 0 ? sign('|') : ''}${below(part)}`)
        .join('');
      return `${sign(begin ?? '(')}${parts}${sign(end ?? ')')}`;
    }
    if (localName === 'nary')
      return `${sign(attributeOf(findBelow(element, 'naryPr', 'chr')) ?? '∫')}${below(element)}`;
    return below(element);
  };
  const text = read(formula);
  return { text, signs: signs.filter((one) => one !== '') };
}
