/** A built site that the browser tests look at. */
export interface Site {
  /** Where it is served, with its base path: `http://localhost:40001/fazhi/`. */
  readonly url: string;
  /** The directory it was built into. */
  readonly directory: string;
  /** Whether the build succeeded; else there is nothing to open. */
  readonly isBuilt: boolean;
}

/**
 * The two ways a site can be built: at the top of its own origin, which it knows; and under a base
 * path of an origin it does not know.
 */
export type SiteName = 'top' | 'based';

/** The origin that the site `top` is built for. */
export const TOP_ORIGIN = 'https://archive.example';

/** The path that the site `based` is built for. */
export const BASED_PATH = '/fazhi/';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that tells of the sites, a `Record<SiteName, Site>`, once they stand. */
    readonly sitesFile: string;
  }
}
