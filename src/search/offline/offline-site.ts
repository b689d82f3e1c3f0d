import type { Manifest } from '../format/manifest.ts';

/** What the build says of a site to those who keep parts of it: `offline/site.json`. */
export interface OfflineSite {
  /** Changes with anything in `files`. */
  readonly version: string;
  /** Changes with any report. */
  readonly publication?: string;
  /** What every page needs, and the pages that stand for others: paths with the base path. */
  readonly files: readonly string[];
  /** What readers call the themes and kinds, by id. */
  readonly labels: Manifest['labels'];
}

/** Addresses below the base path that the parts of the offline reading know each other by. */
export const offlinePaths = {
  /** At the top, since it serves all below it. */
  worker: 'service-worker.js',
  site: 'offline/site.json',
  /** Stands in for `client` where the network fails. */
  search: 'offline/search.js',
  client: 'search/client.js',
  /** Lists what is kept, and is shown in place of a page that is not. */
  page: 'about/offline/',
} as const;
