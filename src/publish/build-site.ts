import { existsSync } from 'node:fs';
import path from 'node:path';
import { startProgress } from '../command/progress.ts';
import { type Ticket, takeTurn } from '../command/take-turn.ts';
import { fileState } from '../content/proven-file.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { kindLabels } from '../report/report-id.ts';
import { buildSearch } from '../search/index/build-search.ts';
import { writeVocabulary } from '../search/index/write-vocabulary.ts';
import type { Vocabularies } from '../vocabulary/compile-report.ts';
import type { BuildOptions } from './build-options.ts';
import { startPages } from './build-pages.ts';
import { collectTerms } from './collect-terms.ts';
import { compileArchive } from './compile/compile-archive.ts';
import { describeDataPage, writeData } from './data/data-files.ts';
import { writeOfflineFiles } from './data/offline-files.ts';
import { writeRedirects } from './hosting/redirects.ts';
import { writeHostFiles } from './hosting/write-host-files.ts';
import {
  assertNotEmptied,
  type BuiltSite,
  cacheDirectory,
  cacheQueue,
  digestInput,
  findDamaged,
  type KeptSite,
  measureSite,
  readKeptSite,
  siteQueue,
  writeKeptSite,
} from './kept-site.ts';
import { writePagefindBundle } from './pagefind-bundle.ts';
import { searchReport } from './search-records.ts';
import {
  assertReplaceable,
  closeStaging,
  isOtherFile,
  listOurs,
  listSite,
  openStaging,
  planSwap,
  resolveSite,
  type StagingFolder,
  siteSign,
  swap,
} from './site-folder.ts';

/**
 * Build the site beside its folder, then move what is new into place.
 *
 * compile → pages, search (both by processes of their own) and data side by side → assemble. Where
 * only content has changed, all but what it touches stays in place, after it was proven to be as it
 * was written; the outcome is byte for byte that of a build from nothing.
 *
 * Builds of one content directory, and into one site, take turns.
 *
 * @throws AggregateError of ArchiveErrors for the content, ArchiveError for the page build;
 *   the site is as before then
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const site = resolveSite(options.outDir);
  const onWait = ({ pid }: Ticket) =>
    startProgress('wait').end(`another build is at work (process ${pid})`);
  const giveBack = [
    await takeTurn(siteQueue(site), onWait),
    await takeTurn(cacheQueue(options.contentDir), onWait),
  ];
  try {
    return await buildInTurn(options, site);
  } finally {
    for (const give of giveBack) give();
  }
}

async function buildInTurn(options: BuildOptions, site: string): Promise<BuiltSite> {
  assertReplaceable(site);
  await assertNotEmptied(site, options);
  const staging = openStaging(site, (record) => writeKeptSite(site, record));
  try {
    const input = await digestInput({ ...options, outDir: site });
    const known = existsSync(site) ? readKeptSite(site) : undefined;
    const damaged = known === undefined ? new Set<string>() : findDamaged(site, known);
    if (known?.input === input.input && damaged.size === 0) {
      startProgress('site').end('nothing has changed since it was built');
      return known.built;
    }
    if (damaged.size > 0)
      startProgress('site').end(
        `${damaged.size} files are not as they were written, and are made anew`,
      );
    const isSameFrame = known?.frame === input.frame;
    const before: InPlace = {
      pages: isSameFrame ? known.pages : {},
      data: isSameFrame ? known.data : {},
      parts: isSameFrame ? known.parts : {},
      files: isSameFrame ? known.files : {},
      isWhole: (file) => isSameFrame && Object.hasOwn(known.files, file) && !damaged.has(file),
    };
    const made = await makeSite(options, staging, before);
    return putInPlace(staging, input, known, before, made);
  } finally {
    closeStaging(staging);
  }
}

/** What of the site that is in place may stay there. */
interface InPlace extends Pick<KeptSite, 'pages' | 'data' | 'parts' | 'files'> {
  readonly isWhole: (file: string) => boolean;
}

/** What was made: digests and lists for the next build, and the files that stay in place. */
interface MadeSite extends Pick<KeptSite, 'pages' | 'data' | 'parts'> {
  readonly counts: Pick<BuiltSite, 'reports' | 'redirects' | 'unnamedCharsets'>;
  readonly staying: readonly string[];
}

/** Make all that is not in place, in the staging folder. */
async function makeSite(
  options: BuildOptions,
  { site, fresh }: StagingFolder,
  before: InPlace,
): Promise<MadeSite> {
  const { contentDir, origin, basePath } = options;
  const { isWhole } = before;
  const cacheDir = cacheDirectory(contentDir);
  const compiledDir = path.join(cacheDir, 'compiled');
  const compiling = startProgress('compile');
  const compiled = await compileArchive(contentDir, compiledDir, compiling.update);
  const { files, departed, changed, vocabularies } = compiled;
  compiling.end(`${files.length} reports, ${changed} changed`);

  const paging = startProgress('pages');
  const pagesInPlace = Object.fromEntries(
    Object.entries(before.pages).filter(([address]) => isWhole(pageFile(address))),
  );
  const starting = startPages(options, compiledDir, fresh, pagesInPlace);
  const labels = { theme: themeLabels(vocabularies), kind: kindLabels };
  const filesBelow = (folder: string) =>
    Object.keys(before.files).filter((file) => file.startsWith(folder));
  const searching = startProgress('search');
  const search = buildSearch({
    reports: files.map(searchReport),
    source: {
      module: new URL('./search-records.ts', import.meta.url).href,
      folder: compiledDir,
    },
    outDir: fresh,
    cacheDir,
    basePath,
    labels,
    // Its name says all that a volume is made from.
    findInPlace: (folder) => {
      const own = filesBelow(`search/${folder}/`);
      return own.length > 0 && own.every(isWhole) ? path.join(site, 'search', folder) : undefined;
    },
    onProgress: searching.update,
  });
  const writing = startProgress('data');
  const describing = starting.then(async () => {
    const written = await writeData(files, {
      ...{ contentDir, compiledDir, outDir: fresh, origin, basePath, vocabularies },
      ...{ site, before: before.data, partsBefore: before.parts, isWhole },
      contact: process.env['CONTACT_URL'],
    });
    const { data } = written;
    writing.end(
      `${files.filter(({ summary }) => data[summary.id] !== before.data[summary.id]).length} of ${files.length} reports written`,
    );
    return written;
  });
  const pages = starting
    .then(({ ended }) => ended)
    .then((now) => {
      const kept = Object.keys(now).filter((address) => now[address] === pagesInPlace[address]);
      paging.end(`${Object.keys(now).length - kept.length} of ${Object.keys(now).length} written`);
      return { now, kept };
    });
  // Where one fails, the others must have ended before the folder they write into is removed.
  await Promise.allSettled([pages, search, describing]);
  const [{ now, kept }, built, { data, parts, downloads }] = await Promise.all([
    pages,
    search,
    describing,
  ]);
  describeDataPage(fresh, downloads);
  const summaries = files.map(({ summary }) => summary);
  await writeVocabulary(collectTerms(summaries, vocabularies), fresh);
  // Pages that stay in place are indexed from there; where all do, so does the bundle.
  const inBundle = filesBelow('pagefind/');
  const stayed = new Set(kept);
  const isBundleSame =
    options.pagefind === undefined &&
    inBundle.length > 0 &&
    inBundle.every(isWhole) &&
    Object.keys(before.data).length === files.length &&
    summaries.every(({ url }) => stayed.has(url));
  const bundled = isBundleSame
    ? 0
    : await writePagefindBundle({
        reports: summaries,
        outDir: fresh,
        pagesIn: [fresh, site],
        labels,
        wanted: options.pagefind,
      });
  searching.end(
    `${built.volumes} volumes, ${built.built} built${bundled > 0 ? ', and a Pagefind bundle' : ''}`,
  );

  await writeOfflineFiles({ outDir: fresh, basePath, labels });
  const staying = [
    ...kept.map(pageFile),
    ...Object.values(data).flatMap((one) => one.files),
    ...Object.keys(parts),
    ...built.inPlace.flatMap((folder) => filesBelow(`search/${folder}/`)),
    ...(isBundleSame ? inBundle : []),
  ].filter((file) => isWhole(file) && !existsSync(path.join(fresh, file)));
  const whole = new Map([
    ...staying.map((file) => [file, path.join(site, file)] as const),
    ...listSite(fresh).map((file) => [file, path.join(fresh, file)] as const),
  ]);
  const redirects = await writeRedirects({
    ...{ outDir: fresh, departed, regions: vocabularies.regions, basePath, origin, files: whole },
  });
  const dataFiles = [...whole.keys()].filter((file) => /^data\/[^/]+$/.test(file)).toSorted();
  const charsets = Object.assign({}, ...Object.values(data).map((one) => one.charsets));
  const unnamedCharsets = await writeHostFiles({ outDir: fresh, basePath, dataFiles, charsets });
  const counts = { reports: files.length, redirects, unnamedCharsets };
  return { counts, pages: now, data, parts, staying };
}

/** Move what was made into the site, and record how the site is now. */
function putInPlace(
  staging: StagingFolder,
  input: Pick<KeptSite, 'input' | 'frame'>,
  known: KeptSite | undefined,
  before: InPlace,
  { counts, pages, data, parts, staying }: MadeSite,
): BuiltSite {
  const { site, fresh } = staging;
  const freshFiles = listSite(fresh);
  const now = new Set([...staying, ...freshFiles]);
  // A site without a record was built elsewhere, or its record is lost: what this build writes too,
  // and what is under names that only builds use, is of that build.
  const inSite = known === undefined ? listSite(site) : Object.keys(known.files);
  const isBuilt = existsSync(path.join(site, siteSign));
  const listedTop = new Set(known === undefined ? listOurs(site) : []);
  const isOurs = (file: string) =>
    known === undefined
      ? listedTop.has(topOf(file)) || (isBuilt && now.has(file))
      : Object.hasOwn(known.files, file);
  const clash = freshFiles.find(
    (file) => !isOurs(file) && isOtherFile(path.join(fresh, file), path.join(site, file)),
  );
  if (clash !== undefined)
    throw new ArchiveError({
      location: { file: path.join(site, clash) },
      code: 'i-902',
      text: 'Unexpected file in the output folder where the site has one of its own, expected none of that name',
      hint: 'no build wrote it: move it away, or name another folder with --out',
    });
  const holdsKept = new Set(staying.flatMap(foldersAbove));
  const holdsForeign = (folder: string) =>
    listSite(path.join(site, folder)).some((file) => !isOurs(`${folder}/${file}`));
  const stale = inSite.filter((file) => isOurs(file) && !now.has(file));
  const moves = planSwap(staging, (folder) => holdsKept.has(folder) || holdsForeign(folder), stale);
  let built: BuiltSite | undefined;
  const record = swap(staging, moves, () => {
    const stays = new Set(staying);
    const files: Record<string, string> = {};
    for (const file of now)
      files[file] =
        (stays.has(file) ? before.files[file] : undefined) ?? fileState(path.join(site, file));
    built = { ...counts, ...measureSite(files) };
    return JSON.stringify({ ...input, files, pages, data, parts, built } satisfies KeptSite);
  });
  writeKeptSite(site, record);
  if (built === undefined) throw new Error('Unexpected site without a record');
  return built;
}

/** Return the file that a page or a file is written to, from its address without base path. */
function pageFile(address: string): string {
  return `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
}

function topOf(file: string): string {
  return file.split('/', 1)[0] ?? '';
}

function foldersAbove(file: string): string[] {
  const names = file.split('/').slice(0, -1);
  return names.map((_, end) => names.slice(0, end + 1).join('/'));
}

function themeLabels({ themes }: Vocabularies): Record<string, string> {
  return Object.fromEntries(themes.map(({ id, label }) => [id, label]));
}
