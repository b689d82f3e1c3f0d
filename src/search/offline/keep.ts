import { type KeptThing, labelKept, listKept, newKeptName, shellName } from './kept-caches.ts';
import { type OfflineSite, offlinePaths } from './offline-site.ts';

/** What to keep, and who is told of it. */
export interface KeepOptions {
  /** The site's base path, with a slash at both ends. */
  readonly base: string;
  /** The page of a report or of a year, with the base path. */
  readonly address: string;
  readonly title: string;
  /** Told how many files have come, of how many known so far. */
  readonly onProgress: (done: number, all: number) => void;
}

/**
 * Keep a report, or a year with its reports, on this device: whole, or not at all.
 * @throws Error where a file cannot be had, or the site was published anew meanwhile; what was
 *   kept before stays
 */
export async function keep({ base, address, title, onProgress }: KeepOptions): Promise<KeptThing> {
  await navigator.serviceWorker.register(base + offlinePaths.worker, { scope: base });
  const site: OfflineSite = await (
    await fetch(base + offlinePaths.site, { cache: 'no-cache' })
  ).json();
  const name = newKeptName(base);
  const cache = await caches.open(name);
  try {
    const reports: string[] = [];
    let bytes = 0;
    const take = async ({ address: from, response }: FetchedFile) => {
      const body = await response.blob();
      bytes += body.size;
      await cache.put(from, new Response(body, { headers: { 'Content-Type': body.type } }));
      if (!from.endsWith('/')) return [];
      const html = await body.text();
      assertSamePublication(html, site);
      if (isReport(base, from)) {
        reports.push(from);
        return [`${from}report.json`];
      }
      return linksBelow(html, base, address);
    };
    await fetchAll([address, ...site.files], take, onProgress);
    const kept = new Date().toISOString();
    const thing = { address, title, kept, reports: reports.toSorted(), bytes };
    await labelKept(base, name, thing);
    for (const one of await listKept(base))
      if (one.thing.address === address && one.name !== name) await caches.delete(one.name);
    await navigator.serviceWorker.ready;
    // A reader who keeps something wants it kept also where the device runs short of room.
    await navigator.storage.persist();
    return thing;
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** Take a thing off this device, and with the last one all that belonged to it. */
export async function removeKept(base: string, address: string): Promise<void> {
  const all = await listKept(base);
  const [gone, left] = [true, false].map((isGone) =>
    all.filter(({ thing }) => (thing.address === address) === isGone),
  );
  for (const { name } of gone ?? []) await caches.delete(name);
  if (left?.length !== 0) return;
  await (await navigator.serviceWorker.getRegistration(base))?.unregister();
  const shells = (await caches.keys()).filter((name) => name.startsWith(shellName(base, '')));
  for (const name of shells) await caches.delete(name);
}

/** What a page loads must have come with it: else old and new would be mixed. */
function assertSamePublication(html: string, { files }: OfflineSite): void {
  const loaded = [...html.matchAll(/(?:href|src)="([^"?#]+\.(?:css|js))"/g)];
  const missing = loaded.find(([, file = '']) => !files.includes(file));
  if (missing !== undefined) throw new Error(`Unexpected ${missing[1]}: published anew meanwhile`);
}

function isReport(base: string, address: string): boolean {
  return address.startsWith(`${base}r/`);
}

/** The reports that a year's page links, and its pages of provinces. */
function linksBelow(html: string, base: string, year: string): string[] {
  return [...html.matchAll(/href="([^"?#]+\/)"/g)]
    .map(([, link = '']) => link)
    .filter((link) => /^r\/[^/]+\/[^/]+\/$/.test(link.slice(base.length)) || isBelow(link, year));
}

function isBelow(link: string, year: string): boolean {
  return link.startsWith(year) && link !== year;
}

/** A file that came. */
export interface FetchedFile {
  readonly address: string;
  readonly response: Response;
}

/** How many are asked for at once: what browsers allow to one host over HTTP/1.1. */
const AT_ONCE = 6;

/**
 * Fetch files, and those that they in turn ask for, each once.
 * @param take told each file as it comes; gives the addresses that it asks for
 * @throws Error at the first that cannot be had
 */
export async function fetchAll(
  addresses: readonly string[],
  take: (file: FetchedFile) => Promise<readonly string[]>,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const known = new Set(addresses);
  const left = [...known];
  let [done, running] = [0, 0];
  const failed = new AbortController();
  await new Promise<void>((resolve, reject) => {
    // Those under way are given up, and tell nothing any more.
    const fail = (error: unknown) => {
      failed.abort();
      reject(error);
    };
    const next = () => {
      if (left.length + running === 0) resolve();
      while (running < AT_ONCE && left.length > 0) {
        running += 1;
        fetchOne(left.shift() ?? '').then((more) => {
          if (failed.signal.aborted) return;
          for (const address of more) {
            if (!known.has(address)) left.push(address);
            known.add(address);
          }
          [done, running] = [done + 1, running - 1];
          onProgress(done, known.size);
          next();
        }, fail);
      }
    };
    next();
  });

  async function fetchOne(address: string): Promise<readonly string[]> {
    const response = await fetch(address, { cache: 'no-cache', signal: failed.signal });
    if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
    return take({ address, response });
  }
}
