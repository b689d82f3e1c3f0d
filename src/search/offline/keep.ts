import {
  type KeptThing,
  keptPrefix,
  labelKept,
  listKept,
  newKeptName,
  shellName,
} from './kept-caches.ts';
import { type OfflineSite, offlinePaths } from './offline-site.ts';
import { registerWorker } from './register-worker.ts';
import { shellDigest } from './shell-digest.ts';

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

/** Who keeps something holds it together with others; who takes the worker away holds it alone. */
const lockOf = (base: string) => `offline ${base}`;

/**
 * Keep a report, or a year with its reports, on this device: whole, or not at all.
 *
 * @throws Error where a file cannot be had, or the site was published anew meanwhile; DOMException
 *   `QuotaExceededError` where the device is full. What was kept before stays then, and what came is
 *   given back.
 */
export async function keep(options: KeepOptions): Promise<KeptThing> {
  const { base } = options;
  try {
    return await navigator.locks.request(lockOf(base), { mode: 'shared' }, () => keepAll(options));
  } catch (error) {
    await dropUnusedWorker(base);
    throw error;
  }
}

async function keepAll({ base, address, title, onProgress }: KeepOptions): Promise<KeptThing> {
  await registerWorker(base);
  const published = await readSite(base);
  const site: OfflineSite = JSON.parse(published);
  const name = newKeptName(base);
  const cache = await caches.open(name);
  try {
    const reports: string[] = [];
    const shell = new Map<string, ArrayBuffer>();
    let bytes = 0;
    const take = async ({ address: from, response }: FetchedFile) => {
      const body = await response.blob();
      bytes += body.size;
      if (site.files.includes(from)) shell.set(from, await body.arrayBuffer());
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
    const files = site.files.filter((file) => file !== base + offlinePaths.site);
    const version = await shellDigest(files.flatMap((file) => shell.get(file) ?? []));
    if (version !== site.version || (await readSite(base)) !== published)
      throw new Error('Unexpected files of another build: published anew meanwhile');
    const kept = new Date().toISOString();
    const thing = { address, title, kept, reports: reports.toSorted(), bytes };
    await labelKept(base, name, thing);
    for (const one of await listKept(base))
      if (one.thing.address === address && one.name !== name) await caches.delete(one.name);
    // A reader who keeps something wants it kept also where the device runs short of room.
    await navigator.storage.persist();
    return thing;
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function readSite(base: string): Promise<string> {
  const response = await fetch(base + offlinePaths.site, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${offlinePaths.site}: ${response.status}`);
  return response.text();
}

/** Take a thing off this device, and with the last one all that belonged to it. */
export async function removeKept(base: string, name: string): Promise<void> {
  await caches.delete(name);
  await dropUnusedWorker(base);
}

/**
 * Take off this device all that this site keeps there, whatever state it is in.
 *
 * @returns false where something is just being kept, in this window or another; all stays then
 */
export async function removeAllKept(base: string): Promise<boolean> {
  return alone(base, async () => {
    for (const name of await caches.keys())
      if (name.startsWith(keptPrefix(base))) await caches.delete(name);
    await dropWorker(base);
  });
}

/** Take the worker away where nothing is kept; whoever is just keeping something needs it. */
async function dropUnusedWorker(base: string): Promise<void> {
  await alone(base, async () => {
    if ((await listKept(base)).length === 0) await dropWorker(base);
  });
}

async function dropWorker(base: string): Promise<void> {
  await (await navigator.serviceWorker.getRegistration(base))?.unregister();
  const shells = (await caches.keys()).filter((name) => name.startsWith(shellName(base, '')));
  for (const name of shells) await caches.delete(name);
}

/** Do something while nothing is being kept, and tell whether it was done. */
async function alone(base: string, work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(lockOf(base), { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
    return lock !== null;
  });
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
