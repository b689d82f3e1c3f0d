/**
 * Finds where a page was saved from: browsers that save a page say so in a comment above it.
 *
 * @param html the page, decoded
 * @returns its address; `undefined` where it says none of the web
 */
export function findSavedFrom(html: string): string | undefined {
  const comment = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html.slice(0, HEAD));
  return webAddress(comment?.[1]);
}

/** Gives an address where it is one of the web, without the place in the page it was saved at. */
export function webAddress(text: string | undefined): string | undefined {
  const url = URL.parse(text ?? '');
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  return url.href;
}

const HEAD = 4096;
