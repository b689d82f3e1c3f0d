/** Elements that have nothing in them, or that the next of their kind ends. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dd|dt|td|th|tr|option|tbody|thead|colgroup|rt|rp)$/i;

/**
 * Measures how deep the tags of a page are nested, about as a parser would find: parsing takes time
 * by the square of it, and a page made to be deep would take minutes.
 */
export function measureNesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, isEnd, name = ''] of html.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
    if (FLAT.test(name)) continue;
    depth = Math.max(0, depth + (isEnd === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
