import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { SearchAnswer, SearchOptions } from '../../../src/search/client/contract.ts';
import type { BenchQuery } from './make-queries.ts';

/** What one search cost in a browser that had nothing before. Bytes are as sent. */
export interface ColdSearch {
  /** Until the first shard had answered: script, manifest, table, chunks, catalogue. */
  readonly firstShard: number;
  /** Until a result could be shown, or it was sure there is none. */
  readonly firstResult: number;
  /** Until the whole list was there; without texts. */
  readonly list: number;
  /** Of texts, for ten results with sentences. */
  readonly texts: number;
  /** Until a result could be shown, the script among them; and in all. */
  readonly firstRequests: number;
  readonly requests: number;
  readonly firstResultMs: number;
  readonly listMs: number;
}

/** What many searches in one page cost. */
export interface WarmSearches {
  /** Time of each query when asked again. */
  readonly warmMs: readonly number[];
  /** The longest task the browser calls long: over 50 ms; 0 where there was none. */
  readonly longestTaskMs: number;
  /** The longest time a timer of the page waited for its turn. */
  readonly longestWaitMs: number;
  /** Heap and buffers after 200 queries. */
  readonly memoryBytes: number;
}

type Client = { search(query: string, options: SearchOptions): Promise<SearchAnswer> };

/** Search once in a fresh browser context. */
export async function searchCold(
  browser: Browser,
  server: CountingServer,
  query: string,
): Promise<ColdSearch> {
  return inPage(browser, server, async (page, client) => {
    const before = { ...server.sent };
    await page.evaluate((url) => import(url), client);
    const script = server.sent.bytes - before.bytes;
    const scripts = server.sent.requests - before.requests;
    const cost = await page.evaluate(searchOnce, { client, query });
    return {
      ...cost,
      firstShard: script + cost.firstShard,
      firstResult: script + cost.firstResult,
      list: script + cost.list,
      firstRequests: scripts + cost.firstRequests,
      requests: server.sent.requests - before.requests,
    };
  });
}

/** Run in the page. */
async function searchOnce({
  client,
  query,
}: {
  client: string;
  query: string;
}): Promise<ColdSearch> {
  const sent = { list: 0, texts: 0, requests: 0 };
  const real = window.fetch;
  window.fetch = async (address, options) => {
    const response = await real(address, options);
    const kind = String(address).includes('/text/') ? 'texts' : 'list';
    sent[kind] += Number(response.headers.get('content-length'));
    sent.requests += 1;
    return response;
  };
  const start = performance.now();
  const first = { shard: 0, result: 0, requests: 0, ms: 0 };
  const { search } = (await import(client)) as Client;
  const answer = await search(query, {
    onProgress: ({ total }) => {
      first.shard ||= sent.list;
      if (total > 0 && first.result === 0) {
        first.result = sent.list;
        first.requests = sent.requests;
        first.ms = performance.now() - start;
      }
    },
  });
  const listMs = performance.now() - start;
  return {
    firstShard: first.shard,
    firstResult: answer.total > 0 ? first.result : sent.list,
    firstResultMs: answer.total > 0 ? first.ms : listMs,
    list: sent.list,
    texts: sent.texts,
    firstRequests: answer.total > 0 ? first.requests : sent.requests,
    requests: sent.requests,
    listMs,
  };
}

/** Search many times in one page, each query twice: the second time is what counts. */
export async function searchWarm(
  browser: Browser,
  server: CountingServer,
  queries: readonly BenchQuery[],
): Promise<WarmSearches> {
  return inPage(browser, server, async (page, client) => {
    const texts = queries.map(({ text }) => text);
    const { ms, task, wait } = await page.evaluate(searchTwice, { client, queries: texts });
    const memoryBytes = await heapBytes(page);
    return { warmMs: ms, longestTaskMs: task, longestWaitMs: wait, memoryBytes };
  });
}

async function inPage<T>(
  browser: Browser,
  server: CountingServer,
  work: (page: Page, client: string) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/blank.html`);
    return await work(page, `${server.origin}/search/client.js`);
  } finally {
    await context.close();
  }
}

/** Run in the page. */
async function searchTwice({ client, queries }: { client: string; queries: string[] }) {
  const { search } = (await import(client)) as Client;
  const rest = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));
  const longest = { task: 0, wait: 0 };
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest.task = Math.max(longest.task, duration);
  });
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  const ticker = setInterval(() => {
    const now = performance.now();
    longest.wait = Math.max(longest.wait, now - last);
    last = now;
  });
  const ms: number[] = [];
  for (const query of [...queries, ...queries]) {
    const start = performance.now();
    await search(query, {});
    ms.push(performance.now() - start);
    // A reader does not ask again in the same breath: else all searches were one long task.
    await rest();
  }
  await rest(50);
  clearInterval(ticker);
  observer.disconnect();
  return { ms: ms.slice(queries.length), ...longest };
}

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; backingStorageSize?: number } =
    await session.send('Runtime.getHeapUsage');
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** A static host that counts what it sends, gzip and all, as a good host would send it. */
export interface CountingServer {
  readonly origin: string;
  /** Bytes of bodies so far, those of Pagefind's fragments among them, and number of answers. */
  readonly sent: { bytes: number; fragments: number; requests: number };
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const HEADERS = { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' };

/**
 * Serve a folder on a free port.
 * @param folder the folder
 * @returns the server
 */
export async function startCountingServer(folder: string): Promise<CountingServer> {
  const sent = { bytes: 0, fragments: 0, requests: 0 };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/blank.html') {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>.</title>');
      return;
    }
    const type = TYPES[path.extname(pathname)];
    try {
      const file = await readFile(path.join(folder, path.normalize(decodeURIComponent(pathname))));
      const body = type ? gzipSync(file) : file;
      sent.bytes += body.length;
      if (pathname.includes('/fragment/')) sent.fragments += body.length;
      sent.requests += 1;
      const encoding = type ? { 'content-encoding': 'gzip', 'content-type': type } : {};
      const length = { 'content-length': body.length };
      response.writeHead(200, { ...HEADERS, ...encoding, ...length }).end(body);
    } catch {
      response.writeHead(404, HEADERS).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    sent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
