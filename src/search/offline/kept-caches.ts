/** What a reader keeps: a report or the reports of a year. */
export interface KeptThing {
  /** Its page, with the base path. */
  readonly address: string;
  readonly title: string;
  /** When it was kept, ISO 8601. */
  readonly kept: string;
  /** The addresses of the reports in it, with the base path. */
  readonly reports: readonly string[];
  /** Of all files, unpacked. */
  readonly bytes: number;
}

/** A kept thing and the cache that holds it. */
export interface KeptCache {
  readonly name: string;
  readonly thing: KeptThing;
  /** Its label cannot be read: what it is called and what is in it is not known. */
  readonly isDamaged?: true;
}

/** The entry that is written last, so that a cache without it is known not to be whole. */
const LABEL = 'offline/kept.json';
const UNFINISHED_MS = 60 * 60 * 1000;

/** Get what begins the names of the caches of a site: several sites may share an origin. */
export function keptPrefix(base: string): string {
  return `kept ${base} `;
}

/** Name the cache of the pages that stand for others. */
export function shellName(base: string, version: string): string {
  return `shell ${base} ${version}`;
}

/**
 * Name a new cache for a thing.
 * Each thing has a cache of its own with all it needs, pages, styles and scripts of one
 * publication together: nothing of two is ever mixed, and taking it away takes all of it away.
 */
export function newKeptName(base: string): string {
  return `${keptPrefix(base)}${new Date().toISOString()} ${crypto.randomUUID()}`;
}

/** Say that a cache is whole, and what is in it. */
export async function labelKept(base: string, name: string, thing: KeptThing): Promise<void> {
  const cache = await caches.open(name);
  await cache.put(base + LABEL, Response.json(thing));
}

/** List what is kept, damaged copies too, the latest first; what was never finished is cleared away. */
export async function listKept(base: string): Promise<KeptCache[]> {
  const prefix = keptPrefix(base);
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const all = await Promise.all(
    names.map(async (name): Promise<KeptCache[]> => {
      const label = await caches.match(base + LABEL, { cacheName: name });
      const kept = name.slice(prefix.length).split(' ')[0] ?? '';
      if (label !== undefined) {
        const thing: unknown = await label.json().catch(() => undefined);
        if (isKeptThing(thing)) return [{ name, thing }];
        const unknown = { address: base, title: '', kept, reports: [], bytes: 0 };
        return [{ name, thing: unknown, isDamaged: true }];
      }
      if (Date.now() - Date.parse(kept) > UNFINISHED_MS) await caches.delete(name);
      return [];
    }),
  );
  return all.flat().sort((a, b) => (a.thing.kept < b.thing.kept ? 1 : -1));
}

/** Tell whether a label says all that it has to: one damaged copy must not disable the others. */
function isKeptThing(value: unknown): value is KeptThing {
  if (typeof value !== 'object' || value === null) return false;
  const { address, title, kept, reports, bytes } = value as Partial<Record<string, unknown>>;
  return (
    [address, title, kept].every((text) => typeof text === 'string') &&
    typeof bytes === 'number' &&
    Array.isArray(reports) &&
    reports.every((report) => typeof report === 'string')
  );
}
