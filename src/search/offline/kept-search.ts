/** The search over what is kept on this device: stands in for `search/client.js` without a network. */

import type { Archive } from '../client/archive.ts';
import type * as SearchClient from '../client/client.ts';
import { formatCsv, formatRis } from '../client/export-hits.ts';
import { foldQuery } from '../client/fold-query.ts';
import { countFrequency } from '../client/frequency.ts';
import { runSearch } from '../client/run-search.ts';
import { searchRecordOf } from '../text/search-record.ts';
import { keptArchive } from './kept-archive.ts';
import { listKept } from './kept-caches.ts';
import type * as KeptSearch from './kept-search.ts';
import { offlinePaths } from './offline-site.ts';

/** What has every export of the client, so that the pages need not know which of the two they have. */
type StandIn<Module extends typeof SearchClient> = Module;

/** This module: it does not compile where it lacks an export of the client. */
export type KeptSearchModule = StandIn<typeof KeptSearch>;

const { pathname: basePath } = new URL('../', import.meta.url);
const reading = readKept();

/** Search the reports kept here, as `client.js` searches all. */
export const search: typeof SearchClient.search = async (query, options = {}) =>
  runSearch([await reading], query, await foldQuery(query, options.syntax ?? 'plain'), options);

/** Count in the reports kept here, as `client.js` counts in all. */
export const frequency: typeof SearchClient.frequency = async (query, options = {}) => {
  const folded = await foldQuery(query, options.syntax ?? 'plain');
  return countFrequency([await reading], folded, options);
};

/** Write what is found in the reports kept here, as `client.js` does of all. */
export const exportHits: typeof SearchClient.exportHits = async (query, options, form) => {
  const all = { ...options, offset: 0, limit: Number.MAX_SAFE_INTEGER };
  const base = new URL(basePath, location.href);
  if (form === 'ris')
    return formatRis((await search(query, { ...all, sections: 0 })).results, base);
  return formatCsv((await search(query, { ...all, everySentence: true })).results, base);
};

/** Suggest nothing: the archive's vocabulary is not kept. */
export const suggest: typeof SearchClient.suggest = async () => [];

async function readKept(): Promise<Archive> {
  const kept = await listKept(basePath);
  // The latest copy of a report, where it is in several caches.
  const names = new Map(
    kept.toReversed().flatMap(({ name, thing }) => thing.reports.map((report) => [report, name])),
  );
  const found = await Promise.all(
    [...names].map(([report, cacheName]) => caches.match(`${report}report.json`, { cacheName })),
  );
  const responses = found.filter((response) => response !== undefined);
  const read = await Promise.allSettled(
    responses.map(async (response) => searchRecordOf(await response.json())),
  );
  const records = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const site = await caches.match(basePath + offlinePaths.site);
  tellReader(records.length, names.size - records.length);
  const labels = site ? (await site.json()).labels : { theme: {}, kind: {} };
  return keptArchive(records, { base: new URL(basePath, location.href).href, basePath, labels });
}

/** Say on the search page that this is not the whole archive. */
function tellReader(reports: number, damaged: number): void {
  const notice = document.querySelector<HTMLElement>('[data-offline-notice]');
  if (notice === null) return;
  const count = notice.querySelector('[data-offline-count]');
  if (count !== null) count.textContent = `${reports}`;
  if (damaged > 0)
    count?.parentElement?.append(`另有 ${damaged} 份读不出来，没有检索；有了网络请更新。`);
  notice.hidden = false;
  addEventListener('online', () => {
    notice.dataset['offlineNotice'] = 'over';
  });
}
