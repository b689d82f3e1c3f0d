/** Serve what a reader has kept, where the network fails; keep nothing of its own accord. */
import { keptPrefix, shellName } from './kept-caches.ts';
import { type OfflineSite, offlinePaths } from './offline-site.ts';

/** What a service worker's events have that others have not. */
interface WorkerEvent extends Event {
  readonly request: Request;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly respondWith: (answer: Promise<Response>) => void;
}

/** What the build puts in: the worker changes, and is fetched anew, with what it stands for. */
declare const SITE: OfflineSite;

const base = new URL('./', location.href).pathname;
const shell = shellName(base, SITE.version);
const worker = self as unknown as {
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
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
  event.respondWith(answer(request, pathname));
});

/** The network first, so that a reader with one sees what is published now. */
async function answer(request: Request, pathname: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await findKept(pathname);
    if (kept !== undefined) return kept;
    if (request.mode !== 'navigate') throw error;
    const page = await fromShell(offlinePaths.page);
    return page === undefined
      ? Response.error()
      : new Response(page.body, { ...page, status: 503 });
  }
}

/** What is kept under an address: the latest copy, else the shell's. */
async function findKept(pathname: string): Promise<Response | undefined> {
  if (pathname === base + offlinePaths.client) return fromShell(offlinePaths.search);
  const names = (await caches.keys()).filter((name) => name.startsWith(keptPrefix(base)));
  for (const name of [...names.sort().reverse(), shell]) {
    const found = await caches.match(pathname, { cacheName: name });
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromShell(path: string): Promise<Response | undefined> {
  return caches.match(base + path, { cacheName: shell });
}

/** All of it or nothing: where a file fails, the worker of before goes on. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(shell);
  await cache.addAll(SITE.files.map((file) => new Request(file, { cache: 'no-cache' })));
}

async function dropOldShells(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(shellName(base, '')));
  for (const name of names) if (name !== shell) await caches.delete(name);
}
