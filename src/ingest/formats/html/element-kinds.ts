import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Picture } from '../../describe/source-page.ts';
import { inkOf } from './open-line.ts';
import type { Declarations } from './page-styles.ts';

/** Elements that end a line; browsers lay out all others, also those they do not know, inside one. */
const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'br',
    'caption',
    'center',
    'dd',
    'details',
  ],
  ...['dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form'],
  ...['frameset', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend'],
  ...['li', 'listing', 'main', 'menu', 'nav', 'ol', 'option', 'p', 'plaintext', 'pre', 'search'],
  ...['section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'xmp'],
]);
/** Signs and spacers are no pictures of a document. */
const SMALLEST_PICTURE = 10;
const SIGN =
  /icon|filetype|blank|spacer|loading|share|qrcode|erweima|ewm|print|close|logo|arrow|bullet|dot\b/i;

/**
 * Read a picture of a document; `undefined` where it is a sign or a spacer of the page.
 *
 * @param isAmongWords whether words of one sentence stand before and behind it: then it may be one of
 *   them, however small
 */
export function readPicture({ properties }: Element, isAmongWords: boolean): Picture | undefined {
  const style = String(properties['style'] ?? '');
  const size = (name: 'width' | 'height'): number | null => {
    const styled = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([\\d.]+)px`, 'i').exec(style)?.[1];
    const found = Number.parseFloat(styled ?? String(properties[name] ?? ''));
    return Number.isNaN(found) || String(properties[name] ?? '').endsWith('%')
      ? null
      : Math.round(found);
  };
  const picture = {
    alt: String(properties['alt'] ?? ''),
    width: size('width'),
    height: size('height'),
  };
  const source = String(properties['src'] ?? '');
  const isUnsized = picture.width === null && picture.height === null;
  const isSign = isUnsized && !source.startsWith('data:') && SIGN.test(source);
  const isSmall = [picture.width, picture.height].some(
    (one) => one !== null && one < SMALLEST_PICTURE,
  );
  const isIcon = !isAmongWords && (picture.width ?? 1_000) <= 32 && (picture.height ?? 1_000) <= 32;
  return source === '' || isSign || isSmall || isIcon ? undefined : picture;
}

export function isBlockElement(tagName: string, declared: Declarations): boolean {
  const display = declared['display'] ?? '';
  if (/^inline/i.test(display)) return tagName === 'br';
  return BLOCKS.has(tagName) || /^(?:block|flex|grid|table|list-item|flow-root)/i.test(display);
}

export function isList(tagName: string): boolean {
  return tagName === 'ol' || tagName === 'ul' || tagName === 'menu' || tagName === 'dir';
}

/** Whether an element is a part of the page around a document. */
export function isAround({ tagName, properties: { className } }: Element): boolean {
  const names = Array.isArray(className) ? className.join(' ') : '';
  return /^(?:nav|header|footer|aside)$/.test(tagName) || /breadcrumb|crumb|menu|nav/i.test(names);
}

export function isLeafTable(table: Element): boolean {
  let isLeaf = true;
  visit(table, 'element', (element) => {
    if (element !== table && element.tagName === 'table') isLeaf = false;
  });
  return isLeaf;
}

export function isMostlyLinks(element: Element): boolean {
  let links = 0;
  visit(element, 'element', (link) => {
    if (link.tagName === 'a') links += inkOf(textOf(link));
  });
  return links > inkOf(textOf(element)) / 2;
}

export function isUnseen(declared: Declarations): boolean {
  return (
    /^none/i.test(declared['display'] ?? '') ||
    /^(?:hidden|collapse)/i.test(declared['visibility'] ?? '') ||
    /^0*(?:\.0+)?%?$/.test(declared['opacity'] ?? '1') ||
    /^0(?:\.0+)?(?:px|pt|em|rem|%)?$/i.test(declared['font-size'] ?? '1')
  );
}

/** Those declarations that the element itself makes. */
export function readInline({ properties }: Element, declared: Declarations): Declarations {
  const style = String(properties['style'] ?? '').toLowerCase();
  return Object.fromEntries(Object.entries(declared).filter(([name]) => style.includes(name)));
}

export function textOf(element: Element): string {
  const texts: string[] = [];
  visit(element, 'text', ({ value }) => {
    texts.push(value);
  });
  return texts.join('');
}
