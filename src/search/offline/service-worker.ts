/** Serve what a reader has kept, where the network fails; keep nothing of its own accord. */
import { keptPrefix, shellName } from './kept-caches.ts';
import { type OfflineSite, offlinePaths } from './offline-site.ts';
import { shellDigest } from './shell-digest.ts';

/** What a service worker's events have that others have not. */
interface WorkerEvent extends Event {
  readonly request: Request;
  /** The window that asks; empty where it is only being opened. */
  readonly clientId: string;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly respondWith: (answer: Promise<Response>) => void;
}

/** What the build puts in: the worker changes, and is fetched anew, with what it stands for. */
declare const SITE: OfflineSite;

const base = new URL('./', location.href).pathname;
const shell = shellName(base, SITE.version);
const worker = self as unknown as {
  readonly skipWaiting: () => Promise<void>;
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly get: (id: string) => Promise<{ readonly url: string } | undefined>;
  };
  readonly addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void;
};

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(base)) return;
  event.respondWith(answer(event, pathname));
});

/** The network first, so that a reader with one sees what is published now. */
async function answer({ request, clientId }: WorkerEvent, pathname: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await findKept(pathname, clientId);
    if (kept !== undefined) return kept;
    if (request.mode !== 'navigate') throw error;
    const page = await fromShell(offlinePaths.page);
    return page === undefined
      ? Response.error()
      : new Response(page.body, { ...page, status: 503 });
  }
}

/**
 * Find what is kept under an address: for a page that is open in the cache which it came from, so
 * that it gets what was published with it; else the latest copy; else the shell's.
 */
async function findKept(pathname: string, clientId: string): Promise<Response | undefined> {
  const isClient = pathname === base + offlinePaths.client;
  const file = isClient ? base + offlinePaths.search : pathname;
  const page = clientId === '' ? undefined : (await worker.clients.get(clientId))?.url;
  const names = (await caches.keys()).filter((name) => name.startsWith(keptPrefix(base)));
  const latest = names.sort().reverse();
  const home = page === undefined ? undefined : await firstWith(latest, new URL(page).pathname);
  // The search reads what all caches have, so it comes from the worker's own build where it may.
  const order = isClient ? [home, shell] : [home, ...latest, shell];
  const found = await firstWith(
    order.filter((name) => name !== undefined),
    file,
  );
  return found === undefined ? undefined : caches.match(file, { cacheName: found });
}

/** Find the first cache that has a file. */
async function firstWith(names: readonly string[], file: string): Promise<string | undefined> {
  for (const name of names)
    if ((await caches.match(file, { cacheName: name })) !== undefined) return name;
  return undefined;
}

function fromShell(path: string): Promise<Response | undefined> {
  return caches.match(base + path, { cacheName: shell });
}

/**
 * Keep all of the shell or nothing: where a file fails, or is of another build, the worker of before
 * goes on, and the room is given back.
 */
async function keepShell(): Promise<void> {
  // Its name has its digest: one that is there is the same.
  if (await caches.has(shell)) return;
  try {
    const cache = await caches.open(shell);
    const bodies = await Promise.all(
      SITE.files.map(async (file) => {
        const response = await fetch(file, { cache: 'no-cache' });
        if (!response.ok || response.redirected) throw new Error(`${file}: ${response.status}`);
        return { file, body: await response.blob() };
      }),
    );
    const digested = bodies.filter(({ file }) => file !== base + offlinePaths.site);
    const files = await Promise.all(digested.map(({ body }) => body.arrayBuffer()));
    if ((await shellDigest(files)) !== SITE.version)
      throw new Error('Unexpected files of another build: published anew meanwhile');
    for (const { file, body } of bodies)
      await cache.put(file, new Response(body, { headers: { 'Content-Type': body.type } }));
  } catch (error) {
    await caches.delete(shell);
    throw error;
  }
}

async function dropOldShells(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(shellName(base, '')));
  for (const name of names) if (name !== shell) await caches.delete(name);
}
