/** The search over what is kept on this device: stands in for `search/client.js` without a network. */

import type * as SearchClient from '../client/client.ts';
import type { SearchRecord } from '../text/search-record.ts';
import { searchRecordOf } from '../text/search-record-of.ts';
import { countRecords } from './count-records.ts';
import { listKept } from './kept-caches.ts';
import type * as KeptSearch from './kept-search.ts';
import { type OfflineSite, offlinePaths } from './offline-site.ts';
import { searchRecords } from './search-records.ts';

/** What has every export of the client, so that the pages need not know which of the two they have. */
type StandIn<Module extends typeof SearchClient> = Module;

/** This module: it does not compile where it lacks an export of the client. */
export type KeptSearchModule = StandIn<typeof KeptSearch>;

interface KeptRecords {
  readonly records: readonly SearchRecord[];
  readonly labels: OfflineSite['labels'];
}

const { pathname: basePath } = new URL('../../', import.meta.url);
const reading = readKept();

/** Searches the reports kept here, as `client.js` searches all. */
export const search: typeof SearchClient.search = async (query, options = {}) => {
  const { records, labels } = await reading;
  return searchRecords(records, query, options, { basePath, labels });
};

/** Counts in the reports kept here, as `client.js` counts in all. */
export const frequency: typeof SearchClient.frequency = async (query, options = {}) =>
  countRecords((await reading).records, query, options);

/** Suggests nothing: the archive's vocabulary is not kept. */
export const suggest: typeof SearchClient.suggest = async () => [];

async function readKept(): Promise<KeptRecords> {
  const kept = await listKept(basePath);
  const places = new Map(
    kept.toReversed().flatMap(({ name, thing }) => thing.reports.map((report) => [report, name])),
  );
  const found = await Promise.all(
    [...places].map(([report, cacheName]) => caches.match(`${report}report.json`, { cacheName })),
  );
  const responses = found.filter((response) => response !== undefined);
  const records = await Promise.all(
    responses.map(async (response) => searchRecordOf(await response.json())),
  );
  const site = await caches.match(basePath + offlinePaths.site);
  tellReader(records.length);
  return { records, labels: site ? (await site.json()).labels : { theme: {}, kind: {} } };
}

/** Says on the search page that this is not the whole archive. */
function tellReader(reports: number): void {
  const notice = document.querySelector<HTMLElement>('[data-offline-notice]');
  if (notice === null) return;
  const count = notice.querySelector('[data-offline-count]');
  if (count !== null) count.textContent = `${reports}`;
  notice.hidden = false;
  addEventListener('online', () => {
    notice.dataset['offlineNotice'] = 'over';
  });
}
