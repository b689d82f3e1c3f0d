import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

/** What a page is made from: the file it is written to, and all that it shows. */
export interface PageShows {
  /** Address of the page or file, without base path. */
  readonly address: string;
  /** Everything of the archive that the page shows, or digests of it. */
  readonly shows: unknown;
}

const { FAZHI_PAGES_BEFORE, FAZHI_PAGES_NOW } = process.env;

/** Digests of what the pages showed that are in place, by address; those missing are written. */
const before: Readonly<Record<string, string>> =
  FAZHI_PAGES_BEFORE === undefined ? {} : JSON.parse(readFileSync(FAZHI_PAGES_BEFORE, 'utf8'));
const now: Record<string, string> = {};

if (FAZHI_PAGES_NOW !== undefined) {
  const file = FAZHI_PAGES_NOW;
  // Astro asks each route for its paths when it comes to it; at the end all are known.
  process.on('exit', () => writeFileSync(file, JSON.stringify(now)));
}

/**
 * Leave out the pages that are in place and would come out as they are.
 *
 * A page is a function of what it shows and of the code; where the code has changed, the build
 * names no page as in place. A route that does not ask here is written each time.
 *
 * @param paths all paths of a route
 * @param describe tells what the page of a path shows
 * @returns the paths to be written; all of them in `npm run dev`
 */
export function touchedPaths<Path>(
  paths: readonly Path[],
  describe: (path: Path) => PageShows,
): Path[] {
  if (FAZHI_PAGES_NOW === undefined) return [...paths];
  return paths.filter((path) => {
    const { address, shows } = describe(path);
    const digest = hash('sha256', JSON.stringify(shows, withMaps));
    now[address] = digest;
    return before[address] !== digest;
  });
}

/** JSON, because the same values are always the same text, which they are not as V8 keeps them. */
function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
