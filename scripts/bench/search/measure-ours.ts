import type { Browser, Page } from 'playwright-core';
import type { SearchAnswer } from '../../../src/search/search-answer.ts';
import type { SearchOptions } from '../../../src/search/search-options.ts';
import type { CountingServer } from './counting-server.ts';
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
  readonly requests: number;
  readonly firstResultMs: number;
  readonly listMs: number;
}

/** What many searches in one page gave. */
export interface WarmSearches {
  /** The ids found for each query. */
  readonly found: readonly (readonly string[])[];
  /** Time of each of the last queries when asked again. */
  readonly warmMs: readonly number[];
  /** Longest time the page could not have answered a reader. */
  readonly longestBlockMs: number;
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
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/blank.html`);
    const before = server.sent.bytes;
    const client = `${server.origin}/search/client.js`;
    await page.evaluate((url) => import(url), client);
    const script = server.sent.bytes - before;
    const cost = await page.evaluate(searchOnce, { client, query });
    return {
      ...cost,
      firstShard: script + cost.firstShard,
      firstResult: script + cost.firstResult,
      list: script + cost.list,
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
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
  const first = { shard: 0, result: 0, ms: 0 };
  const { search } = (await import(client)) as Client;
  const answer = await search(query, {
    onProgress: ({ total }) => {
      first.shard ||= sent.list;
      if (total > 0 && first.result === 0) {
        first.result = sent.list;
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
    requests: sent.requests,
    listMs,
  };
}

/** Search many times in one page. */
export async function searchWarm(
  browser: Browser,
  server: CountingServer,
  queries: readonly BenchQuery[],
): Promise<WarmSearches> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/blank.html`);
    const client = `${server.origin}/search/client.js`;
    const texts = queries.map(({ text }) => text);
    const sample = texts.filter((_, i) => i % Math.ceil(texts.length / 200) === 0);
    const { ms, longest } = await page.evaluate(searchTwice, { client, queries: sample });
    const memoryBytes = await heapBytes(page);
    const found: string[][] = [];
    for (let from = 0; from < texts.length; from += 200) {
      const some = texts.slice(from, from + 200);
      found.push(...(await page.evaluate(searchAll, { client, queries: some })));
    }
    return { found, warmMs: ms, longestBlockMs: longest, memoryBytes };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
async function searchAll({ client, queries }: { client: string; queries: string[] }) {
  const { search } = (await import(client)) as Client;
  const found: string[][] = [];
  for (const query of queries) {
    const { results } = await search(query, { limit: 1e6, sections: 0 });
    found.push(results.map(({ report }) => report));
  }
  return found;
}

/** Runs in the page: the second time is what counts. */
async function searchTwice({ client, queries }: { client: string; queries: string[] }) {
  const { search } = (await import(client)) as Client;
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  for (const query of queries) {
    await search(query, {});
    await new Promise((resolve) => setTimeout(resolve));
  }
  const ms: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    await search(query, {});
    ms.push(performance.now() - start);
    // A reader does not ask again in the same breath: else all searches were one long task.
    await new Promise((resolve) => setTimeout(resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  observer.disconnect();
  return { ms, longest };
}

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; backingStorageSize?: number } =
    await session.send('Runtime.getHeapUsage');
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}
