import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../content/write-whole.ts';
import { pageAddress, reportAddress } from '../../report/addresses.ts';
import { contentPolicy } from '../../report/content-policy.ts';
import { escapeMarkup } from '../../report/escape-markup.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import { latestCode } from '../../vocabulary/region/region-tree.ts';
import type { DepartedReport } from '../compile/compiled-archive.ts';

/** An address that leads to another; both without origin and base path. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** What a server answers at an address that leads elsewhere. */
export interface RedirectAnswer {
  /** A path with the base path, or a whole address; encoded. */
  readonly to: string;
  readonly status: number;
}

/** What redirects are made of, and for where. */
export interface RedirectOptions {
  /** Where to write. */
  readonly outDir: string;
  /** Every other file of the site: its path in the site, and where it lies now. */
  readonly files: ReadonlyMap<string, string>;
  readonly departed: readonly DepartedReport[];
  readonly regions: RegionTable;
  /** With a slash at both ends. */
  readonly basePath: string;
  readonly origin: string | undefined;
}

/** A query goes with the address: it may say which version's words a citation means. */
const nginxUse = `# http:   map $uri $moved { include redirects.nginx.map; }
# server: if ($moved) { return 301 $moved$is_args$args; }
`;
const caddyUse = `# map {uri} {moved} { import redirects.caddy.map }
`;

/** The script of every redirect page. */
const movedScript =
  'location.replace(document.currentScript.dataset.to + location.search + location.hash);\n';

/**
 * Write each redirect in the forms that hosts take: `_redirects` and maps for nginx and Caddy, which
 * are written even where nothing has moved, since a host's configuration names them.
 *
 * For hosts that know no redirects, a page that leads on stands at the old address of each page, and
 * a copy at that of each data file: a program follows no page.
 *
 * @returns how many addresses lead elsewhere
 */
export async function writeRedirects(options: RedirectOptions): Promise<number> {
  const { outDir, files, departed, regions, basePath, origin } = options;
  const redirects = listRedirects(departed, regions, (address) =>
    files.has(`${address.slice(1)}index.html`),
  );
  const write = (name: string, data: string | Uint8Array) =>
    writeWhole(path.join(outDir, name), data);
  await write('_redirects', formatRedirectsFile(redirects, basePath));
  await write('redirects.nginx.map', formatNginxMap(redirects, basePath));
  await write('redirects.caddy.map', formatCaddyMap(redirects, basePath));
  if (redirects.length === 0) return 0;
  await write('moved.js', movedScript);
  // What leads elsewhere lies two folders deep, of which a site has thousands.
  const topTwo = (address: string) => address.split('/', 3).join('/');
  const byFolder = Map.groupBy(files, ([file]) => topTwo(`/${file}`));
  for (const { from, to } of redirects)
    for (const [file, at] of byFolder.get(topTwo(to)) ?? []) {
      if (!`/${file}`.startsWith(to)) continue;
      const below = file.slice(to.length - 1);
      const page = /^(.*\/)?index\.html$/.exec(below);
      const redirect = { from: from + (page?.[1] ?? ''), to: to + (page?.[1] ?? '') };
      const data = page ? formatRedirectPage(redirect, { basePath, origin }) : await readFile(at);
      await write(from.slice(1) + below, data);
    }
  return redirects.length;
}

/**
 * List every address that now leads elsewhere: reports that moved, and regions whose code changed.
 * All forms of redirect a host can take are made of this one list.
 *
 * @param hasPage whether the site has a page at an address; nothing leads to where there is none,
 *   or away from where there is one
 */
export function listRedirects(
  departed: readonly DepartedReport[],
  regions: RegionTable,
  hasPage: (address: string) => boolean,
): Redirect[] {
  const reports = departed.flatMap(({ id, departed: departure }) =>
    departure.kind === 'moved'
      ? [{ from: reportAddress(id), to: finalAddress(departure.to, departed) }]
      : [],
  );
  const renamed = [...regions.regions.keys()]
    .map((code) => ({ code, latest: latestCode(regions, code) }))
    .filter(({ code, latest }) => code !== latest)
    .map(({ code, latest }) => ({
      from: pageAddress('region', code),
      to: pageAddress('region', latest),
    }));
  return [...reports, ...renamed].filter(({ from, to }) => hasPage(to) && !hasPage(from));
}

/** Follow a report that moved more than once, so that no reader is sent on twice. */
function finalAddress(id: string, departed: readonly DepartedReport[]): string {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const next = departed.find((one) => one.id === at)?.departed;
    if (next?.kind !== 'moved') break;
    at = next.to;
  }
  return reportAddress(at);
}

/**
 * Format redirects as a `_redirects` file, which Netlify and Cloudflare Pages read, and our own server with `parseRedirects`.
 * What lies below an address, its data and citations, goes with it.
 *
 * @param basePath with a slash at both ends
 */
export function formatRedirectsFile(redirects: readonly Redirect[], basePath: string): string {
  const base = basePath.slice(0, -1);
  return redirects.map(({ from, to }) => `${base}${from}* ${base}${to}:splat 301\n`).join('');
}

/** Format redirects as the entries of an nginx `map`, with how to include them. */
export function formatNginxMap(redirects: readonly Redirect[], basePath: string): string {
  const base = basePath.slice(0, -1);
  const entries = redirects.map(
    ({ from, to }) => `~^${base}${from}(?<rest>.*)$ ${base}${to}$rest;\n`,
  );
  return nginxUse + entries.join('');
}

/** Format redirects as the entries of Caddy's `map` directive, over the address with its query. */
export function formatCaddyMap(redirects: readonly Redirect[], basePath: string): string {
  const base = basePath.slice(0, -1);
  const entries = redirects.map(({ from, to }) => `~^${base}${from}(.*)$ ${base}${to}\${1}\n`);
  return caddyUse + entries.join('');
}

/**
 * Format the page that stands at an old address on a host that knows no redirects.
 *
 * The script keeps the fragment, which a refresh would lose; without it the refresh and the link do.
 *
 * @param origin of the site, for the canonical address; absent: none is given
 */
export function formatRedirectPage(
  { to }: Redirect,
  { basePath, origin }: { readonly basePath: string; readonly origin?: string | undefined },
): string {
  const base = basePath.slice(0, -1);
  const target = escapeMarkup(`${base}${to}`);
  const canonical =
    origin === undefined ? '' : `<link rel="canonical" href="${escapeMarkup(origin)}${target}">\n`;
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>已移至 ${target}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(contentPolicy)}">
<meta name="robots" content="noindex">
${canonical}<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>
<script src="${base}/moved.js" data-to="${target}"></script>
<p>本页已移至 <a href="${target}">${target}</a></p>
</html>
`;
}

/**
 * Read a `_redirects` file: `<from> <to> [status]` a line, `*` at the end of `<from>` for anything,
 * `:splat` in `<to>` for what it stood for.
 *
 * @param text the whole file
 * @returns a function from a decoded path to where it leads; `undefined` where it stays
 */
export function parseRedirects(text: string): (path: string) => RedirectAnswer | undefined {
  const exact = new Map<string, RedirectAnswer>();
  const prefixes: { readonly prefix: string; readonly answer: RedirectAnswer }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [from, to, status = '301'] = line.trim().split(/\s+/);
    if (from === undefined || to === undefined || from.startsWith('#')) continue;
    const answer = { to, status: Number.parseInt(status, 10) };
    if (from.endsWith('*')) prefixes.push({ prefix: from.slice(0, -1), answer });
    else if (!exact.has(from)) exact.set(from, answer);
  }
  return (asked) => {
    const match = prefixes.find(({ prefix }) => asked.startsWith(prefix));
    if (exact.has(asked) || match === undefined) return exact.get(asked);
    const splat = asked.slice(match.prefix.length).split('/').map(encodeURIComponent).join('/');
    return { ...match.answer, to: match.answer.to.replace(':splat', () => splat) };
  };
}
