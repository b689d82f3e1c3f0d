import { Readability } from '@mozilla/readability';
import { foldPrinted } from '../../../report/characters/typography.ts';
import type { HtmlLine } from './read-html-lines.ts';

/** Where government content management systems put a document's text. */
const CONTENT = [
  '.TRS_Editor',
  '.trs_editor_view',
  '#UCAP-CONTENT',
  '#zoom',
  '#Zoom',
  '#ContentRegion',
  '#mycontent',
  '#BodyLabel',
  '#article-content',
  '#articleContent',
  '#NewsContent',
  '#vsb_content',
  '[id^="vsb_content"]',
  '.v_news_content',
  '.pages_content',
  '.article-content',
  '.article_content',
  '.article-con',
  '.articleContent',
  '.news_content',
  '.news-content',
  '.view.TRS_UEDITOR',
  '.TRS_UEDITOR',
  '.xxgk_content',
  '.info-content',
  '.detail-content',
  '.con_text',
  '.zwxl-article',
  '.j-fontContent',
  '[itemprop="articleBody"]',
  'article',
];
const LEAST_CONTENT = 200;

/**
 * Finds the element that a document's text is in: where government content systems put it, the one
 * with the most text that is not made of links.
 */
export function findContent(document: Document): Element | undefined {
  const size = (element: Element) =>
    (element.textContent?.length ?? 0) -
    [...element.querySelectorAll('a')].reduce((sum, a) => sum + (a.textContent?.length ?? 0), 0);
  const found = [
    ...new Set(CONTENT.flatMap((selector) => [...document.querySelectorAll(selector)])),
  ]
    .map((element) => ({ element, size: size(element) }))
    .filter((one) => one.size >= LEAST_CONTENT)
    .sort(
      (a, b) =>
        b.size - a.size ||
        Number(a.element.contains(b.element)) - Number(b.element.contains(a.element)),
    );
  return found[0]?.element;
}

/**
 * Tells which lines of a page are its document's, by Readability, where the page is of no known
 * system.
 *
 * @returns `undefined` where no document is found either
 */
export function findReadable(document: Document): ((line: HtmlLine) => boolean) | undefined {
  const copy = document.cloneNode(true) as Document;
  const text = foldPrinted(new Readability(copy).parse()?.textContent ?? '');
  if (text.length < LEAST_CONTENT) return undefined;
  // Lines come in the order of the text, so that each is looked for from where the last one ended.
  let at = 0;
  return (line) => {
    const words = foldPrinted(line.text);
    const next = text.indexOf(words, at);
    if (next >= 0) at = next + words.length;
    return next >= 0 || text.includes(words);
  };
}
