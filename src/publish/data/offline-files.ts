import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeWhole } from '../../content/write-whole.ts';
import { fileAddress } from '../../report/addresses.ts';
import { type OfflineSite, offlinePaths } from '../../search/offline/offline-site.ts';

/** Pages and files that are kept with anything: below the base path. */
const SHELL = [
  offlinePaths.page,
  'search/',
  'search/highlight.js',
  offlinePaths.search,
  'display.js',
  'icon.svg',
];

/** The folders whose every file a page may load. */
const FOLDERS = ['_astro', 'search/parts'];

/** Where the site is, and what its parts are called. */
export interface OfflineOptions {
  /** The built pages. */
  readonly outDir: string;
  /** With a slash at both ends. */
  readonly basePath: string;
  readonly labels: OfflineSite['labels'];
}

/**
 * Writes what offline reading needs beside the pages: the search over what is kept, the list of
 * files that every page needs, and the service worker, which holds that list too.
 *
 * It comes after the pages, since it lists their styles and scripts.
 */
export async function writeOfflineFiles({
  outDir,
  basePath,
  labels,
}: OfflineOptions): Promise<void> {
  await bundle('kept-search', path.join(outDir, offlinePaths.search), {});
  const assets = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(path.join(outDir, folder))).sort().map((name) => `${folder}/${name}`),
    ),
  );
  const files = [...SHELL, ...assets.flat()];
  const version = await digest(files.map((file) => path.join(outDir, file)));
  const site: OfflineSite = {
    version,
    files: [...files, offlinePaths.site].map((file) => basePath + file),
    labels,
  };
  // Not in the worker, which stays as it is where only reports change.
  const publication = await digest(
    ['search/manifest.json', fileAddress('reportIndex').slice(1)].map((file) =>
      path.join(outDir, file),
    ),
  );
  await writeWhole(path.join(outDir, offlinePaths.site), JSON.stringify({ ...site, publication }));
  await bundle('service-worker', path.join(outDir, offlinePaths.worker), {
    SITE: JSON.stringify(site),
  });
}

function bundle(name: string, outfile: string, define: Readonly<Record<string, string>>) {
  return build({
    entryPoints: [fileURLToPath(new URL(`../../search/offline/${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    define: { ...define },
    external: ['node:fs/promises'],
    logLevel: 'silent',
  });
}

async function digest(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    const name = file.endsWith('/') ? `${file}index.html` : file;
    hash.update(await readFile(name));
  }
  return hash.digest('hex').slice(0, 12);
}
