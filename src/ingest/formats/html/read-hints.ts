import type { Element, Root } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { legible } from '../../../report/characters/legible.ts';
import { normaliseTypography } from '../../../report/characters/typography.ts';
import type { PageHints } from '../../describe/description.ts';
import { readDate } from '../../describe/line-wording.ts';
import { isTitle } from '../../describe/titles.ts';

/** Read what the markup of a page says of the document in it. */
export function readHints(page: Root): PageHints {
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
