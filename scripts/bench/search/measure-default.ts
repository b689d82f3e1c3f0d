import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { CountingServer } from './counting-server.ts';
import type { BenchQuery } from './make-queries.ts';

/** What one search with Pagefind's own client cost: bytes as sent, time in a page that is ready. */
interface DefaultSearch {
  readonly list: number;
  readonly texts: number;
  readonly requests: number;
  readonly ms: number;
}

/** What Pagefind as it comes gave. */
export interface DefaultFigures {
  readonly found: readonly (readonly string[])[];
  readonly cold: readonly DefaultSearch[];
}

type Pagefind = {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { id: string; data(): Promise<unknown> }[] }>;
};

/**
 * Search with Pagefind's own client and index.
 * @param browser a browser
 * @param server the site, with the bundle below `pagefind/`
 * @param queries what to search for in one page, for the sets
 * @param cold what to search for in fresh pages, for the costs
 * @param write how a phrase is typed: as it is, or in quotation marks
 */
export async function measureDefault(
  browser: Browser,
  server: CountingServer,
  queries: readonly BenchQuery[],
  cold: readonly BenchQuery[],
  write: (text: string) => string,
): Promise<DefaultFigures> {
  const inFresh = async (texts: string[], withTexts: boolean) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${server.origin}/blank.html`);
      const client = `${server.origin}/pagefind/pagefind.js`;
      return await page.evaluate(searchEach, { client, queries: texts, withTexts });
    } finally {
      await context.close();
    }
  };
  const found: (readonly string[])[] = [];
  for (let from = 0; from < queries.length; from += 100) {
    const some = queries.slice(from, from + 100).map(({ text }) => write(text));
    found.push(...(await inFresh(some, false)).map(({ ids }) => ids));
  }
  const costs: DefaultSearch[] = [];
  for (const { text } of cold) {
    const before = { ...server.sent };
    const [one] = await inFresh([write(text)], true);
    if (!one) continue;
    const texts = server.sent.fragments - before.fragments;
    const list = server.sent.bytes - before.bytes - texts;
    const requests = server.sent.requests - before.requests;
    costs.push({ list, texts, requests, ms: one.ms });
  }
  return { found, cold: costs };
}

/** Runs in the page. Bytes are counted by the server: Pagefind fetches in a worker. */
async function searchEach({
  client,
  queries,
  withTexts,
}: {
  client: string;
  queries: string[];
  withTexts: boolean;
}): Promise<{ ids: string[]; ms: number }[]> {
  const pagefind = (await import(client)) as Pagefind;
  await pagefind.init();
  const all: { ids: string[]; ms: number }[] = [];
  for (const query of queries) {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const ms = performance.now() - start;
    if (withTexts) await Promise.all(results.slice(0, 10).map((result) => result.data()));
    all.push({ ids: results.map(({ id }) => id), ms });
  }
  return all;
}

/**
 * Read which report each of Pagefind's ids is.
 * @param folder the bundle
 * @returns report ids by Pagefind's
 */
export async function readIds(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of await readdir(path.join(folder, 'fragment'))) {
    const text = gunzipSync(await readFile(path.join(folder, 'fragment', name))).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    ids.set(name.replace(/\.\w+$/, ''), url.replaceAll('/', ''));
  }
  return ids;
}
