import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { legible } from '../../../report/characters/legible.ts';
import { normaliseTypography } from '../../../report/characters/typography.ts';
import type { PageHints } from '../../describe/description.ts';
import { readDate } from '../../describe/line-wording.ts';
import { isTitle } from '../../describe/titles.ts';
import { refusal } from '../../ingest-codes.ts';
import { decodeText } from '../decode-text.ts';
import type { Extracted } from '../extracted.ts';
import { findContent, findReadable } from './find-content.ts';
import { readHtmlLines } from './read-html-lines.ts';

/** Twice what browsers build. */
const DEEPEST = 1_000;
/** How far into a page the comment of a browser that saved it is looked for, in characters. */
const HEAD = 4096;

/**
 * Read a web page: its visible text line by line, and which lines are the document's.
 *
 * The document is looked for where government content systems put it, then by Readability; where
 * neither finds it, the lines are left to be told apart by their words, as in plain text.
 *
 * @throws ArchiveError `i-001` to `i-003`; `i-006` where its elements are nested as in no page
 */
export async function readHtml(bytes: Uint8Array, file: string): Promise<Extracted> {
  const { text: html } = decodeText(bytes, file);
  const depth = measureNesting(html);
  if (depth > DEEPEST)
    throw refusal(
      'i-006',
      file,
      `Unexpected elements nested ${depth} deep, expected at most ${DEEPEST}`,
      'open the page in a browser, and save its text',
    );
  const page = unified().use(rehypeParse).parse(html);
  const content = findContent(page);
  const lines = readHtmlLines(page, content);
  const isOfDocument =
    content === undefined
      ? await findReadable(html)
      : ({ isContent }: { readonly isContent: boolean }) => isContent;
  return {
    text: lines.map((line) => line.text).join('\n'),
    lines: lines.map(({ text, isLink, isContent }, index) => ({
      line: index + 1,
      text,
      ...(isLink ? { isLink } : {}),
      ...(isOfDocument === undefined
        ? {}
        : { zone: isOfDocument({ text, isLink, isContent }) ? 'content' : 'page' }),
    })),
    hints: readHints(page),
    url: webAddress(/<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html.slice(0, HEAD))?.[1]),
    extension: 'html',
  };
}

/**
 * Read a page that a browser saved as one file (MHTML): its text, that of its frames below it, and
 * the address it was saved from.
 *
 * @throws ArchiveError those of `readHtml`
 */
export async function readMhtml(bytes: Uint8Array, file: string): Promise<Extracted> {
  const { default: PostalMime } = await import('postal-mime');
  const { html = '', headers } = await PostalMime.parse(bytes);
  const said = (name: string) => headers.find(({ key }) => key === name)?.value;
  const saved = said('snapshot-content-location') ?? said('content-location');
  const extracted = await readHtml(Buffer.from(html), file);
  return { ...extracted, url: webAddress(saved) ?? extracted.url, extension: 'mhtml' };
}

/** Return an address where it is one of the web, without the anchor in the page it was saved at. */
function webAddress(text: string | undefined): string | undefined {
  const url = URL.parse(text ?? '');
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  return url.href;
}

/** Elements that have nothing in them, or that the next of their kind ends. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dd|dt|td|th|tr|option|tbody|thead|colgroup|rt|rp)$/i;

/**
 * Measure how deep the tags of a page are nested, about as a parser would find: parsing takes time
 * by the square of it, and a page made to be deep would take minutes.
 */
function measureNesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, isEnd, name = ''] of html.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
    if (FLAT.test(name)) continue;
    depth = Math.max(0, depth + (isEnd === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** What the markup of a page says of the document in it. */
function readHints(page: Root): PageHints {
  const metas: (readonly [name: string, content: string])[] = [];
  visit(
    page,
    { type: 'element', tagName: 'meta' },
    ({ properties: { name, content } }: Element) => {
      metas.push([String(name ?? '').toLowerCase(), String(content ?? '').trim()]);
    },
  );
  const meta = (...names: readonly string[]): string | undefined => {
    const first = names.map((name) => metas.find(([one]) => one === name)?.[1]);
    return first.find((content) => content !== undefined && content !== '');
  };
  const ofHead = headTitle(page);
  const heading = meta('articletitle') ?? ofHead;
  const title = [heading, ofHead].find(
    (text) => text !== undefined && isTitle(legible(normaliseTypography(text))),
  );
  const published = readDate(meta('pubdate', 'publishdate', 'firstpublishedtime') ?? '');
  const site = meta('sitename');
  const source = meta('contentsource');
  return {
    ...(title === undefined ? {} : { title: normaliseTypography(title) }),
    ...(heading === undefined ? {} : { heading }),
    ...(published === undefined ? {} : { published }),
    ...(site === undefined ? {} : { site }),
    ...(source === undefined ? {} : { source }),
  };
}

/** The page's own title, without the site's name behind it. */
function headTitle(page: Root): string | undefined {
  let whole = '';
  visit(page, 'element', ({ tagName, children }) => {
    // A drawing has titles of its own.
    if (tagName === 'svg' || tagName === 'math') return SKIP;
    if (tagName !== 'title') return undefined;
    whole = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    return EXIT;
  });
  const title = whole
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim()
    .split(/\s*[_|｜]\s*|\s+[-–—]\s*|\s*-(?=[\p{Script=Han}]+(?:网|政府|门户))/u)[0]
    ?.trim();
  return title === undefined || title === '' ? undefined : title;
}
