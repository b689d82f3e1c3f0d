import type { Redirect } from '../redirects.ts';

/**
 * Formats redirects as a `_redirects` file, which Netlify, Cloudflare Pages and our own server read.
 * What lies below an address, its data and citations, goes with it.
 *
 * @param basePath with a slash at both ends
 */
export function formatRedirectsFile(redirects: readonly Redirect[], basePath: string): string {
  const base = basePath.slice(0, -1);
  return redirects.map(({ from, to }) => `${base}${from}* ${base}${to}:splat 301\n`).join('');
}

/** Formats redirects as the entries of an nginx `map`, with how to include them. */
export function formatNginxMap(redirects: readonly Redirect[], basePath: string): string {
  const base = basePath.slice(0, -1);
  const entries = redirects.map(
    ({ from, to }) => `~^${base}${from}(?<rest>.*)$ ${base}${to}$rest;\n`,
  );
  return nginxUse + entries.join('');
}

/** A query goes with the address: it may say which version's words a citation means. */
const nginxUse = `# http:   map $uri $moved { include redirects.nginx.map; }
# server: if ($moved) { return 301 $moved$is_args$args; }
`;

/**
 * Formats the page that stands at an old address on a host that knows no redirects.
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
<meta name="robots" content="noindex">
${canonical}<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>
<script src="${base}/moved.js" data-to="${target}"></script>
<p>本页已移至 <a href="${target}">${target}</a></p>
</html>
`;
}

/** The script of every redirect page. */
export const movedScript =
  'location.replace(document.currentScript.dataset.to + location.search + location.hash);\n';
