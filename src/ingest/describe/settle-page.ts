import { legible } from '../../report/characters/legible.ts';
import { normaliseTypography } from '../../report/characters/typography.ts';
import { ownText, type Page } from './source-page.ts';
import { isTitle } from './titles.ts';

/** Settle what only the page as a whole tells: that its text stands twice, and a title below the text. */
export function settlePage(page: Page): Page {
  return titleBelow(leaveOutCopy(page));
}

/** Take the one title that a page prints below its text, where it prints none above. */
function titleBelow(page: Page): Page {
  const last = page.parts.findLastIndex(({ why }) => why === 'body');
  const below = page.parts.flatMap(({ why, key, text }, at) =>
    at > last && why === 'navigation' && key === undefined && isTitle(legible(text)) ? [at] : [],
  );
  const [only, ...others] = below;
  const part = only === undefined ? undefined : page.parts[only];
  if (page.titles.length > 0 || only === undefined || part === undefined || others.length > 0)
    return page;
  const title = {
    text: normaliseTypography(part.text),
    basis: 'page',
    lines: 1,
    parts: [only],
  } as const;
  const read = {
    ...part,
    why: 'metadata',
    key: 'title',
    value: title.text,
    basis: 'page',
  } as const;
  return { parts: page.parts.with(only, read), titles: [title] };
}

/** A text that stands twice has as many lines at least, and a paragraph of this length to know it by. */
const LEAST_COPY = 3;
const KNOWN_BY = 40;
const COPIED = 'repeats the text above word for word';

/** Leave out the copy of a whole text that a page holds in two forms, for screens of two sizes. */
function leaveOutCopy(page: Page): Page {
  const body = ownText(page.parts);
  const known = body.find(({ value = '' }) => value.length >= KNOWN_BY);
  const first = known === undefined ? 0 : body.indexOf(known);
  const again = body.findIndex(({ value }, at) => at > first && value === known?.value);
  const start = again - first;
  const isCopy =
    again >= 0 &&
    start >= LEAST_COPY &&
    body.length === start * 2 &&
    body.slice(start).every(({ value }, at) => value === body[at]?.value);
  if (!isCopy) return page;
  const copy = new Set(body.slice(start));
  return {
    ...page,
    parts: page.parts.map((part) =>
      copy.has(part) ? { line: part.line, text: part.text, why: 'furniture', doubt: COPIED } : part,
    ),
  };
}
