import type { Browser, Page } from 'playwright-core';
import type { SearchAnswer, SearchOptions } from '../../../src/search/client/contract.ts';
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

/** Queries sent to the page at a time: their answers come back in one message. */
const AT_A_TIME = 200;

type Client = { search(query: string, options: SearchOptions): Promise<SearchAnswer> };

/** Search once in a fresh browser context. */
export async function searchCold(
  browser: Browser,
  server: CountingServer,
  query: string,
): Promise<ColdSearch> {
  return inPage(browser, server, async (page, client) => {
    const before = server.sent.bytes;
    await page.evaluate((url) => import(url), client);
    const script = server.sent.bytes - before;
    const cost = await page.evaluate(searchOnce, { client, query });
    return {
      ...cost,
      firstShard: script + cost.firstShard,
      firstResult: script + cost.firstResult,
      list: script + cost.list,
    };
  });
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

/** Search each query in one page. @returns the ids found for each */
export async function searchSets(
  browser: Browser,
  server: CountingServer,
  queries: readonly BenchQuery[],
): Promise<string[][]> {
  return inPage(browser, server, async (page, client) => {
    const texts = queries.map(({ text }) => text);
    const found: string[][] = [];
    for (let from = 0; from < texts.length; from += AT_A_TIME) {
      const some = texts.slice(from, from + AT_A_TIME);
      found.push(...(await page.evaluate(searchAll, { client, queries: some })));
    }
    return found;
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

/** Runs in the page. */
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
