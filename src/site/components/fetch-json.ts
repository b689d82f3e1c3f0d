import type { Report } from '../../report/report.ts';

/**
 * Fetch a JSON file of the site.
 *
 * @throws Error where it cannot be had, with what the host said
 */
export async function fetchJson<T>(address: string): Promise<T> {
  return readJson(await fetch(address));
}

/**
 * Fetch a report by the address of its page.
 *
 * @returns `undefined` where there is no such report
 * @throws Error where it cannot be had
 */
export async function fetchReport(address: string): Promise<Report | undefined> {
  const response = await fetch(`${address}report.json`);
  return response.status === 404 ? undefined : readJson(response);
}

async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}

/** Load something when it is first wanted, and again only where that failed. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
