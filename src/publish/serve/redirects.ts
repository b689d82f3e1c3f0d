/** Where a request is sent on to. */
export interface Redirect {
  /** A path with the base path, or a whole address. */
  readonly to: string;
  readonly status: number;
}

/**
 * Read a `_redirects` file: `<from> <to> [status]` a line, `*` at the end of `<from>` for anything,
 * `:splat` in `<to>` for what it stood for.
 *
 * It is the form that Netlify and Cloudflare Pages read, so that what is tried here holds there.
 *
 * @param text the whole file
 * @returns a function from a path to its redirect; `undefined` where it has none
 */
export function parseRedirects(text: string): (path: string) => Redirect | undefined {
  const exact = new Map<string, Redirect>();
  const prefixes: { readonly prefix: string; readonly redirect: Redirect }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [from, to, status = '301'] = line.trim().split(/\s+/);
    if (from === undefined || to === undefined || from.startsWith('#')) continue;
    const redirect = { to, status: Number.parseInt(status, 10) };
    if (from.endsWith('*')) prefixes.push({ prefix: from.slice(0, -1), redirect });
    else if (!exact.has(from)) exact.set(from, redirect);
  }
  return (path) => {
    const found = exact.get(path);
    if (found !== undefined) return found;
    const match = prefixes.find(({ prefix }) => path.startsWith(prefix));
    if (match === undefined) return undefined;
    const splat = path.slice(match.prefix.length);
    return { ...match.redirect, to: match.redirect.to.replace(':splat', () => splat) };
  };
}
