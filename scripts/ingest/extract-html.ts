import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import type { PageHints } from '../../src/archive/describe/describe.ts';
import { isTitle } from '../../src/archive/describe/is-title.ts';
import { legible } from '../../src/archive/describe/legible.ts';
import type { SourceLine } from '../../src/archive/describe/page.ts';
import { readDate } from '../../src/archive/describe/read-date.ts';
import { foldPrinted } from '../../src/archive/typography/fold-printed.ts';
import { normaliseTypography } from '../../src/archive/typography/normalise-typography.ts';
import type { Extracted } from './extracted.ts';

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
const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'IFRAME',
  'OBJECT',
  'SVG',
  'SELECT',
  'TEXTAREA',
  'BUTTON',
]);
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDO',
  'BIG',
  'CITE',
  'CODE',
  'DEL',
  'EM',
  'FONT',
  'I',
  'INS',
  'LABEL',
  'MARK',
  'O:P',
  'Q',
  'RP',
  'RT',
  'RUBY',
  'S',
  'SMALL',
  'SPAN',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'U',
  'ST1:CHSDATE',
  'WBR',
  'IMG',
  'INPUT',
]);

/**
 * Gives the visible text of a page line by line, and which lines are the document's.
 *
 * The document is looked for where government content systems put it, then by Readability; where
 * neither finds it, the lines are left to be told apart by their words, as in plain text.
 */
export function extractHtml(html: string): Extracted {
  const { document } = new JSDOM(html).window;
  const content = findContent(document);
  const lines = readLines(document.body, content);
  const text = lines.map((line) => line.text).join('\n');
  const readable = content === undefined ? readableText(document) : undefined;
  const isInside = ({ text: line, isContent }: Line): boolean =>
    readable?.includes(foldPrinted(line)) ?? isContent;
  const isFound = content !== undefined || readable !== undefined;
  return {
    text,
    lines: lines.map(
      (line, index): SourceLine => ({
        line: index + 1,
        text: line.text,
        ...(line.isLink ? { isLink: true } : {}),
        ...(isFound && line.text !== '' ? { zone: isInside(line) ? 'content' : 'page' } : {}),
      }),
    ),
    hints: readHints(document),
    extension: 'html',
  };
}

interface Line {
  readonly text: string;
  readonly isContent: boolean;
  readonly isLink: boolean;
}

/** The content element with the most text that is not made of links. */
function findContent(document: Document): Element | undefined {
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

function readableText(document: Document): string | undefined {
  const copy = document.cloneNode(true) as Document;
  const text = foldPrinted(new Readability(copy).parse()?.textContent ?? '');
  return text.length >= LEAST_CONTENT ? text : undefined;
}

function readLines(body: Element, content: Element | undefined): Line[] {
  const lines: Line[] = [];
  let text = '';
  let links = 0;
  let isContent = false;
  const end = () => {
    const line = text.replace(/[\n\r\t ]+/g, ' ').replace(/^ | $/g, '');
    if (line !== '')
      lines.push({
        text: line,
        isContent,
        isLink: links > 0 && links >= line.replace(/\s/g, '').length,
      });
    text = '';
    links = 0;
  };
  const visit = (node: Node, isInside: boolean, isInLink: boolean): void => {
    if (node.nodeType === 3) {
      const value = node.nodeValue ?? '';
      if (value.trim() !== '' && text.trim() === '') isContent = isInside;
      text += value;
      if (isInLink) links += value.replace(/\s/g, '').length;
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as HTMLElement;
    if (SKIPPED.has(element.tagName.toUpperCase()) || isHidden(element)) return;
    if (element.tagName === 'BR') {
      end();
      return;
    }
    const isBlock = !INLINE.has(element.tagName.toUpperCase());
    if (isBlock) end();
    const inside = isInside || element === content;
    for (const child of element.childNodes)
      visit(child, inside, isInLink || element.tagName === 'A');
    if (isBlock) end();
    else if (element.tagName === 'A') text += ' ';
  };
  visit(body, body === content, false);
  end();
  return lines;
}

function isHidden(element: HTMLElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  );
}

function readHints(document: Document): PageHints {
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = [...document.querySelectorAll('meta')]
        .find((one) => one.getAttribute('name')?.toLowerCase() === name.toLowerCase())
        ?.getAttribute('content')
        ?.trim();
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  };
  const heading = meta('ArticleTitle') ?? headTitle(document);
  const title = [heading, headTitle(document)].find(
    (text) => text !== undefined && isTitle(legible(normaliseTypography(text))),
  );
  const published = readDate(meta('PubDate', 'pubdate', 'publishdate', 'firstpublishedtime') ?? '');
  const site = meta('SiteName');
  const source = meta('ContentSource');
  return {
    ...(title === undefined ? {} : { title: normaliseTypography(title) }),
    ...(heading === undefined ? {} : { heading }),
    ...(published === undefined ? {} : { published }),
    ...(site === undefined ? {} : { site }),
    ...(source === undefined ? {} : { source }),
  };
}

/** The page's own title, without the site's name behind it. */
function headTitle(document: Document): string | undefined {
  const title = document.title
    .split(/\s*[_|｜]\s*|\s+[-–—]\s*|\s*-(?=[\p{Script=Han}]+(?:网|政府|门户))/u)[0]
    ?.trim();
  return title === undefined || title === '' ? undefined : title;
}
