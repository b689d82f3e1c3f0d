import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../../content/write-whole.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import {
  formatNginxMap,
  formatRedirectPage,
  formatRedirectsFile,
  movedScript,
} from './format-redirects.ts';
import { type DepartedReport, listRedirects } from '../redirects.ts';

/** What redirects are made of, and for where. */
export interface RedirectOptions {
  /** The site's pages, already built. */
  readonly outDir: string;
  readonly departed: readonly DepartedReport[];
  readonly regions: RegionTable;
  /** With a slash at both ends. */
  readonly basePath: string;
  readonly origin: string | undefined;
}

/**
 * Writes each redirect in the forms that hosts take: `_redirects`, `redirects.nginx.map`, and a page
 * at the old address. Where nothing has moved, nothing is written.
 *
 * @returns how many addresses lead elsewhere
 */
export async function writeRedirects(options: RedirectOptions): Promise<number> {
  const { outDir, departed, regions, basePath, origin } = options;
  const pageOf = (address: string) => path.join(outDir, address, 'index.html');
  const redirects = listRedirects(departed, regions, (address) => existsSync(pageOf(address)));
  if (redirects.length === 0) return 0;
  await writeWhole(path.join(outDir, '_redirects'), formatRedirectsFile(redirects, basePath));
  await writeWhole(path.join(outDir, 'redirects.nginx.map'), formatNginxMap(redirects, basePath));
  await writeWhole(path.join(outDir, 'moved.js'), movedScript);
  for (const redirect of redirects)
    await writeWhole(pageOf(redirect.from), formatRedirectPage(redirect, { basePath, origin }));
  return redirects.length;
}
