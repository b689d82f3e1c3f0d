import type { Element, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import { foldPrinted } from '../../../report/characters/typography.ts';
import type { HtmlLine } from './open-line.ts';

/**
 * Where government content systems put a document's text: `.class`, `#id`, `#id*` for ids that begin
 * so, or an element's name. Of elements with as much text, the one that stands first here counts.
 */
const CONTENT = [
  ...['.TRS_Editor', '.trs_editor_view', '#UCAP-CONTENT', '#zoom', '#Zoom', '#ContentRegion'],
  ...['#mycontent', '#BodyLabel', '#article-content', '#articleContent', '#NewsContent'],
  ...['#vsb_content*', '#js_content', '.v_news_content', '.pages_content', '.article-content'],
  ...['.article_content', '.article-con', '.articleContent', '.news_content', '.news-content'],
  ...['.view.TRS_UEDITOR', '.TRS_UEDITOR', '.xxgk_content', '.info-content', '.detail-content'],
  ...['.con_text', '.zwxl-article', '.j-fontContent', '[itemprop=articleBody]', 'article'],
];
/** A document has as many characters at least, whoever finds it. */
const LEAST_CONTENT = 200;

/** A page around nothing but pictures of a document has less text outside links. */
const MOST_AROUND = 1000;

/** Another box of the same name as the document's is a part of it from this size on. */
const LEAST_BOX = 20;

/**
 * Find the elements that a document's text is in: of those where government content systems put it,
 * the one with the most text outside links, and others that bear the same name beside it. On a page
 * with hardly any text it may hold nothing but pictures.
 */
export function findContents(page: Root): ReadonlySet<Element> {
  const isQuirky = page.children.every(({ type }) => type !== 'doctype');
  const found: { element: Element; rank: number; size: number }[] = [];
  visit(page, 'element', (element) => {
    const rank = CONTENT.findIndex((selector) => isSelected(element, selector, isQuirky));
    if (rank >= 0) found.push({ element, rank, size: sizeOutsideLinks(element) });
  });
  const isBare = page.children.every(
    (child) => child.type !== 'element' || sizeOutsideLinks(child) < MOST_AROUND,
  );
  const [largest] = found
    .filter(({ element, size }) => size >= LEAST_CONTENT || (isBare && hasPicture(element)))
    .sort((a, b) => a.rank - b.rank)
    .sort(
      (a, b) =>
        b.size - a.size ||
        Number(contains(a.element, b.element)) - Number(contains(b.element, a.element)),
    );
  if (largest === undefined) return new Set();
  const isNamed = /^[.#]/.test(CONTENT[largest.rank] ?? '');
  const beside = found.filter(
    ({ element, rank, size }) =>
      isNamed &&
      rank === largest.rank &&
      size >= LEAST_BOX &&
      size * 2 > sizeOf(element) &&
      !contains(element, largest.element) &&
      !contains(largest.element, element),
  );
  return new Set([largest, ...beside].map(({ element }) => element));
}

/**
 * Tell which lines of a page are its document's by Readability, where the page is of no known system.
 *
 * Readability needs a whole DOM, which takes a second to load and ten times as long to build.
 *
 * @returns `undefined` where it finds no document either
 */
export async function findReadable(
  html: string,
): Promise<((line: Pick<HtmlLine, 'text' | 'label'>) => boolean) | undefined> {
  const [{ JSDOM, VirtualConsole }, { Readability }] = await Promise.all([
    import('jsdom'),
    import('@mozilla/readability'),
  ]);
  // What a page's style sheets do wrong is nothing to an editor.
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  const article = new Readability(window.document).parse();
  const text = foldPrinted(article?.textContent ?? '');
  if (text.length < LEAST_CONTENT) return undefined;
  // Lines come in the order of the text, so that each is looked for from where the last one ended.
  let at = 0;
  return ({ text: line, label = '' }) => {
    const words = foldPrinted(line.slice(label.length));
    const next = text.indexOf(words, at);
    if (next >= 0) at = next + words.length;
    return next >= 0 || text.includes(words);
  };
}

/** @param isQuirky whether the case of ids and classes counts for nothing, as in a page without doctype */
function isSelected(
  { tagName, properties }: Element,
  selector: string,
  isQuirky: boolean,
): boolean {
  const fold = (text: string) => (isQuirky ? text.toLowerCase() : text);
  const names = fold(selector.slice(1));
  if (selector.startsWith('#')) {
    const id = fold(String(properties['id'] ?? ''));
    return names.endsWith('*') ? id.startsWith(names.slice(0, -1)) : id === names;
  }
  if (selector.startsWith('.')) {
    const { className } = properties;
    const classes = Array.isArray(className) ? className.map((name) => fold(String(name))) : [];
    return names.split('.').every((name) => classes.includes(name));
  }
  if (selector.startsWith('[')) return String(properties['itemProp'] ?? '') === 'articleBody';
  return tagName === selector;
}

function hasPicture(element: Element): boolean {
  let isFound = false;
  visit(element, { type: 'element', tagName: 'img' }, () => {
    isFound = true;
    return EXIT;
  });
  return isFound;
}

function sizeOutsideLinks(element: Element): number {
  let size = sizeOf(element);
  visit(element, 'element', (link) => {
    if (link.tagName === 'a' && link !== element) size -= sizeOf(link);
  });
  return size;
}

function sizeOf(element: Element): number {
  let size = 0;
  visit(element, 'text', ({ value }) => {
    size += value.length;
  });
  return size;
}

function contains(outer: Element, inner: Element): boolean {
  let isFound = false;
  visit(outer, 'element', (element) => {
    isFound = element === inner;
    return isFound ? EXIT : undefined;
  });
  return isFound;
}
