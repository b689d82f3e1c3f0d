import { headerPolicy, snapshotPolicy } from '../../report/content-policy.ts';
import { getMediaType } from '../../report/media-types.ts';

/**
 * What a host says of the files of a site besides their type. Our own server sends it, `_headers`
 * says it to the hosts that read that file, and the recipes in docs/hosting.md are held to it.
 */

const EVERYWHERE = {
  'Content-Security-Policy': headerPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // Anyone may read the archive from a page of their own: its data, its parts, its search.
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Range, ETag',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

/** What has the digest of its content in its name, or in that of its folder. */
const HASHED = /^(?:_astro|search\/[^/]+)\//;
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, and asked for again before each use: an edit is seen at once, and costs one short answer. */
const ASK_AGAIN = 'no-cache';

/**
 * Files without a policy: a viewer of PDF does not work in a sandbox, and the worker of Pagefind's
 * runtime, which takes its policy from its own file, compiles WebAssembly.
 */
const WITHOUT_POLICY = /\.pdf$|^pagefind\//i;
/** Snapshots that a browser may take for a page. */
const SNAPSHOT = /(?:^|\/)source\.[^/]+$/;
const SNAPSHOT_PAGES = ['html', 'htm', 'shtml', 'xhtml', 'xht', 'xml', 'svg'];

/**
 * Return the headers of a file, without its type.
 *
 * @param file path in the site: `r/410600/2017/report.json`
 */
export function hostHeaders(file: string): Readonly<Record<string, string>> {
  const { 'Content-Security-Policy': policy, ...rest } = EVERYWHERE;
  return {
    ...rest,
    ...(WITHOUT_POLICY.test(file)
      ? {}
      : { 'Content-Security-Policy': SNAPSHOT.test(file) ? snapshotPolicy : policy }),
    'Cache-Control': HASHED.test(file) ? FOR_EVER : ASK_AGAIN,
  };
}

/** How many rules a host takes: Cloudflare Pages, by its own words. */
const MOST_RULES = 100;

/** Files whose type hosts guess wrongly or without a charset, as paths that `_headers` takes. */
const TYPED = [
  ...['', '/:version'].flatMap((version) =>
    ['report.md', 'report.txt', 'cite.ris', 'cite.bib', 'cite.csl.json'].map(
      (name) => `r/:code/:document${version}/${name}`,
    ),
  ),
  'indicators/:indicator/data.csv',
  'indicators/:indicator/:province/data.csv',
];

/**
 * Format a `_headers` file, which Cloudflare Pages and Netlify read. No file has a header from two
 * rules but snapshots, for which both policies then hold: hosts join values with a comma.
 *
 * @param basePath with a slash at both ends
 * @param dataFiles files under `data/`, as paths in the site
 * @param charsets of files that are text, but not UTF-8, by path in the site
 * @returns with how many of the latter there was no room for
 */
export function formatHeadersFile(
  basePath: string,
  dataFiles: readonly string[],
  charsets: Readonly<Record<string, string>>,
): { readonly text: string; readonly left: number } {
  const typed = [...TYPED, ...dataFiles.filter((file) => /\.(?:csv|jsonl|jsonld)$/.test(file))];
  const snapshots = ['', ':version/'].flatMap((version) =>
    SNAPSHOT_PAGES.map((extension) => `r/:code/:document/${version}source.${extension}`),
  );
  const rules: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['*', EVERYWHERE],
    ...['_astro/*', 'search/:folder/*'].map(
      (file) => [file, { 'Cache-Control': FOR_EVER }] as const,
    ),
    ...typed.map((file) => [file, { 'Content-Type': getMediaType(file).contentType }] as const),
    ...snapshots.map((file) => [file, { 'Content-Security-Policy': snapshotPolicy }] as const),
  ];
  const others = Object.entries(charsets).map(
    ([file, charset]) => [file, { 'Content-Type': `text/plain; charset=${charset}` }] as const,
  );
  const named = others.slice(0, MOST_RULES - rules.length);
  const text = [...rules, ...named]
    .map(([file, headers]) =>
      [
        basePath + file,
        ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
        '',
      ].join('\n'),
    )
    .join('\n');
  return { text, left: others.length - named.length };
}
