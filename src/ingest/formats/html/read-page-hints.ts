import { legible } from '../../../report/characters/legible.ts';
import { normaliseTypography } from '../../../report/characters/typography.ts';
import type { PageHints } from '../../describe/description.ts';
import { readDate } from '../../describe/line-wording.ts';
import { isTitle } from '../../describe/titles.ts';

/** Reads what the markup of a page says of the document in it. */
export function readPageHints(document: Document): PageHints {
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
