import type * as SearchClient from '../../../search/client/client.ts';
import { saveFile } from '../save-file.ts';
import { type SearchState, searchOptions } from './search-state.ts';

/** Give all hits of a search as a file: a line a sentence as CSV, an entry a report as RIS. */
export async function saveHits(
  client: typeof SearchClient,
  asked: SearchState,
  form: 'csv' | 'ris',
): Promise<void> {
  const text = await client.exportHits(asked.q, searchOptions(asked), form);
  const name = `${asked.q.replaceAll(/[\s\\/:*?"<>|]+/gu, '_').slice(0, 40)}.${form}`;
  saveFile(name, form === 'csv' ? 'text/csv' : 'application/x-research-info-systems', text);
}
