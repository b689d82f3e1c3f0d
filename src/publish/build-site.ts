import { rm } from 'node:fs/promises';
import path from 'node:path';
import { startProgress } from '../command/progress.ts';
import { kindLabels } from '../report/report-id.ts';
import { buildSearch } from '../search/index/build-search.ts';
import { writeVocabulary } from '../search/index/write-vocabulary.ts';
import type { Vocabularies } from '../vocabulary/compile-report.ts';
import type { BuildOptions } from './build-options.ts';
import { buildPages } from './build-pages.ts';
import { collectTerms } from './collect-terms.ts';
import { compileArchive } from './compile/compile-archive.ts';
import { writeData } from './data/data-files.ts';
import { writeOfflineFiles } from './data/offline-files.ts';
import {
  type BuiltSite,
  cacheDirectory,
  digestInput,
  findUnchangedSite,
  keepSite,
} from './kept-site.ts';
import { writePagefindBundle } from './pagefind-bundle.ts';
import { writeRedirects } from './redirects.ts';
import { searchReport } from './search-records.ts';
import { assertReplaceable, countPages, formatBytes, replaceDirectory } from './site-folder.ts';

/**
 * Build the whole site beside its folder, then rename it into place.
 *
 * compile → pages (Astro, a process of its own) and search side by side → data → assemble.
 * Compiled reports and search shards are kept between builds under `.cache`, by digest; where nothing
 * at all has changed, the site stays as it is.
 *
 * @throws AggregateError of ArchiveErrors for the content, ArchiveError for the page build;
 *   `outDir` is as before then
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const { contentDir, outDir, origin, basePath } = options;
  const cacheDir = cacheDirectory(contentDir);
  const compiledDir = path.join(cacheDir, 'compiled');
  const staging = `${outDir}.building-${process.pid}`;
  await assertReplaceable(outDir);
  const input = await digestInput(options);
  const unchanged = await findUnchangedSite(input, options, cacheDir);
  if (unchanged !== undefined) {
    startProgress('site').end('nothing has changed since it was built');
    return unchanged;
  }
  try {
    const compiling = startProgress('compile');
    const compiled = await compileArchive(contentDir, compiledDir, compiling.update);
    const { files, departed, changed, vocabularies } = compiled;
    compiling.end(`${files.length} reports, ${changed} changed`);

    const paging = startProgress('pages');
    const pages = buildPages(options, compiledDir, staging).then(async () => {
      const count = await countPages(staging);
      paging.end(`${count} pages`);
      return count;
    });
    const labels = { theme: themeLabels(vocabularies), kind: kindLabels };
    const searching = startProgress('search');
    const search = buildSearch({
      reports: files.map(searchReport),
      source: {
        module: new URL('./search-records.ts', import.meta.url).href,
        folder: compiledDir,
      },
      outDir: staging,
      cacheDir,
      basePath,
      labels,
      onProgress: searching.update,
    });
    const [pageCount, built] = await Promise.all([pages, search]);
    const summaries = files.map(({ summary }) => summary);
    await writeVocabulary(collectTerms(summaries, vocabularies), staging);
    const bundled = await writePagefindBundle({
      reports: summaries,
      outDir: staging,
      labels,
      wanted: options.pagefind,
    });
    searching.end(
      `${built.volumes} volumes, ${formatBytes(built.bytes)}${bundled > 0 ? ', and a Pagefind bundle' : ''}`,
    );

    const writing = startProgress('data');
    const dataBytes = await writeData(files, {
      contentDir,
      compiledDir,
      outDir: staging,
      origin,
      basePath,
      vocabularies,
    });
    writing.end(formatBytes(dataBytes));
    await writeOfflineFiles({ outDir: staging, basePath, labels });
    const { regions } = vocabularies;
    await writeRedirects({ outDir: staging, departed, regions, basePath, origin });
    await replaceDirectory(outDir, staging);
    const site = {
      reports: files.length,
      pages: pageCount,
      dataBytes,
      searchBytes: built.bytes,
    };
    await keepSite(input, options, cacheDir, site);
    return site;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function themeLabels({ themes }: Vocabularies): Record<string, string> {
  return Object.fromEntries(themes.map(({ id, label }) => [id, label]));
}
