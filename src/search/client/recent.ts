/** How long what a host said is good without asking it again, in ms. */
const GOOD_FOR = 60_000;

/**
 * Tell whether the host gave a file, or said that it is as before, within the last minute: the
 * browser knows that without a request.
 * @param address a file that this page has loaded
 * @returns false where it is not known, as of another origin's files and outside of browsers
 */
export async function isRecent(address: string): Promise<boolean> {
  if (globalThis.location?.origin !== new URL(address).origin) return false;
  const [loaded] = performance.getEntriesByName(address, 'resource').slice(-1);
  if (!(loaded instanceof PerformanceResourceTiming)) return false;
  if (loaded.transferSize > 0) return performance.now() - loaded.responseEnd < GOOD_FOR;
  // It came from what the browser keeps, and is there still.
  const kept = await fetch(address, { cache: 'force-cache' }).catch(() => undefined);
  const age = Date.now() - Date.parse(kept?.headers.get('date') ?? '');
  return Math.abs(age) < GOOD_FOR;
}
