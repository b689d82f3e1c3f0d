import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { compareSets, type SetFigures } from './compare-sets.ts';
import type { CountingServer } from './counting-server.ts';
import type { BenchQuery } from './make-queries.ts';
import { searchSets } from './measure-ours.ts';

/** How right our sets are. */
export interface OurSets {
  /** By the module alone, in Node. */
  readonly alone: SetFigures;
  readonly inChromium: SetFigures;
  /** In Chromium, by kind of query. */
  readonly byKind: Readonly<Record<string, SetFigures>>;
}

/**
 * Search each query by the module alone and in Chromium, and compare what is found.
 * @param site the site's folder
 * @param browser a browser
 * @param server the site
 * @param queries the queries
 * @param expected the true set of each
 */
export async function measureSets(
  site: string,
  browser: Browser,
  server: CountingServer,
  queries: readonly BenchQuery[],
  expected: readonly ReadonlySet<string>[],
): Promise<OurSets> {
  const alone = await searchAlone(path.join(site, 'search', 'client.js'), queries);
  const found = await searchSets(browser, server, queries);
  const kinds = Map.groupBy(queries.keys(), (i) => queries[i]?.kind ?? '');
  return {
    alone: compareSets(queries, expected, alone),
    inChromium: compareSets(queries, expected, found),
    byKind: Object.fromEntries(
      Array.from(kinds, ([kind, places]) => {
        const of = <T>(items: readonly T[]) => items.filter((_, i) => places.includes(i));
        return [kind, compareSets(of(queries), of(expected), of(found))];
      }),
    ),
  };
}

async function searchAlone(client: string, queries: readonly BenchQuery[]): Promise<string[][]> {
  const { search } = (await import(
    pathToFileURL(client).href
  )) as typeof import('../../../src/search/client/client.ts');
  const found: string[][] = [];
  for (const { text } of queries) {
    const { results } = await search(text, { limit: 1e6, sections: 0 });
    found.push(results.map(({ report }) => report));
  }
  return found;
}
