import type { BuiltSite } from '../kept-site.ts';

/** Redirects with a `*`, which all of ours are, that Cloudflare Pages takes. */
const SPLATS = 100;

/** What a host takes; absent: it names no such limit. */
interface HostLimits {
  readonly host: string;
  readonly files?: number;
  readonly bytes?: number;
  /** Of one file. */
  readonly fileBytes?: number;
}

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

/**
 * Limits of hosts that take a folder of files, as they state them. Object stores with a CDN before
 * them, and a server of one's own, have none that an archive reaches.
 *
 * @see https://developers.cloudflare.com/pages/platform/limits/
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 * @see https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits
 * @see https://docs.gitlab.com/user/gitlab_com/#gitlab-pages
 */
const HOSTS: readonly HostLimits[] = [
  { host: 'Cloudflare Pages (free)', files: 20_000, fileBytes: 25 * MIB },
  { host: 'Cloudflare Pages (paid)', files: 100_000, fileBytes: 25 * MIB },
  { host: 'GitHub Pages', bytes: GIB },
  { host: 'GitLab Pages (gitlab.com)', files: 200_000, bytes: GIB },
];

/**
 * Name the hosts that would not take a site, or not all that it says to hosts, and why.
 *
 * @returns a line each, empty where all of them take all of it
 */
export function exceededHosts(
  site: Pick<BuiltSite, 'files' | 'bytes' | 'largest' | 'redirects' | 'unnamedCharsets'>,
): string[] {
  const { redirects, unnamedCharsets } = site;
  const partly = [
    ...(redirects > SPLATS
      ? [
          `Cloudflare Pages would take ${SPLATS} of ${redirects} redirects: pages lead on at the rest`,
        ]
      : []),
    ...(unnamedCharsets > 0
      ? [
          `_headers has no room for the charset of ${unnamedCharsets} snapshots: Cloudflare Pages and Netlify would call them UTF-8`,
        ]
      : []),
  ];
  const never = HOSTS.flatMap(({ host, files, bytes, fileBytes }) => {
    const reasons = [
      ...(files !== undefined && site.files > files
        ? [`${site.files} files, of ${files} at most`]
        : []),
      ...(bytes !== undefined && site.bytes > bytes
        ? [`${inMegabytes(site.bytes)}, of ${inMegabytes(bytes)} at most`]
        : []),
      ...(fileBytes !== undefined && site.largest.bytes > fileBytes
        ? [
            `${site.largest.file} of ${inMegabytes(site.largest.bytes)}, of ${inMegabytes(fileBytes)} at most`,
          ]
        : []),
    ];
    return reasons.length === 0 ? [] : [`${host} would not take it: ${reasons.join('; ')}`];
  });
  return [...never, ...partly];
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
