import type { Browser, Page } from 'playwright-core';
import type * as SearchClient from '../../../src/search/client/client.ts';
import type { CountingServer } from './measure-ours.ts';

/** A search on a phone far out: Chromium's profile "Slow 4G". Times from before the script. */
export interface SlowSearch {
  /** Until a result could be shown, or it was sure there is none. */
  readonly firstMs: number;
  /** Until ten results stood there with their sentences. */
  readonly allMs: number;
  /** The first result in another page, once the browser keeps what it fetched. */
  readonly warmMs: number;
  readonly requests: number;
}

/** What the developer tools of Chromium call Slow 4G: 1.6 Mbit/s and 150 ms, as a page sees them. */
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: ((1.6 * 1000 * 1000) / 8) * 0.9,
  uploadThroughput: ((750 * 1000) / 8) * 0.9,
};

/** What one search took in a page. */
type Timed = Pick<SlowSearch, 'firstMs' | 'allMs'>;

/** Search with our client. */
export function searchSlowly(browser: Browser, server: CountingServer, query: string) {
  const client = `${server.origin}/search/client.js`;
  return inSlowPages(browser, server, (page) => page.evaluate(searchOurs, { client, query }));
}

/** Search with Pagefind's own client, all bundles merged as it does. */
export function searchPagefindSlowly(
  browser: Browser,
  server: CountingServer,
  query: string,
  bundles: number,
) {
  return inSlowPages(browser, server, (page) =>
    page.evaluate(searchPagefind, { origin: server.origin, query, bundles }),
  );
}

async function inSlowPages(
  browser: Browser,
  server: CountingServer,
  search: (page: Page) => Promise<Timed>,
): Promise<SlowSearch> {
  const context = await browser.newContext();
  try {
    const openSlow = async () => {
      const page = await context.newPage();
      await page.goto(`${server.origin}/blank.html`);
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW_4G);
      return page;
    };
    const page = await openSlow();
    let requests = 0;
    page.on('requestfinished', () => {
      requests += 1;
    });
    const cold = await search(page);
    const warm = await search(await openSlow());
    return { ...cold, warmMs: warm.firstMs, requests };
  } finally {
    await context.close();
  }
}

/** Run in the page. */
async function searchOurs({ client, query }: { client: string; query: string }): Promise<Timed> {
  const start = performance.now();
  const { search } = (await import(client)) as typeof SearchClient;
  let firstMs = 0;
  await search(query, {
    onProgress: ({ total }) => {
      if (total > 0) firstMs ||= performance.now() - start;
    },
  });
  const allMs = performance.now() - start;
  return { firstMs: firstMs || allMs, allMs };
}

/** Run in the page. */
async function searchPagefind({
  origin,
  query,
  bundles,
}: {
  origin: string;
  query: string;
  bundles: number;
}): Promise<Timed> {
  interface Pagefind {
    options(options: { baseUrl: string }): Promise<void>;
    mergeIndex(bundle: string): Promise<void>;
    search(query: string): Promise<{ results: { data(): Promise<unknown> }[] }>;
  }
  const start = performance.now();
  const pagefind = (await import(`${origin}/0/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: '/' });
  for (let i = 1; i < bundles; i += 1) await pagefind.mergeIndex(`${origin}/${i}`);
  const { results } = await pagefind.search(query);
  const [first, ...others] = results.slice(0, 10).map((result) => result.data());
  await first;
  const firstMs = performance.now() - start;
  await Promise.all(others);
  return { firstMs, allMs: performance.now() - start };
}
