import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../command/make-folder.ts';
import { projectPath } from '../command/project-path.js';
import { fileAddress, pageKinds } from '../report/addresses.ts';
import { ArchiveError } from '../report/archive-error.ts';

/**
 * The folder that a site is published from. A build never touches what it did not write there, and
 * changes the rest in one short step that a killed process cannot leave half done: new files wait
 * beside, a journal says what is to be moved, and the next build finishes what the journal says.
 */

/** Every build writes it, and nothing else does. */
export const siteSign = fileAddress('reportIndex');

/** What belongs to the host or the publisher, and may be there before the first build. */
const HOSTS_OWN = /^\.|^(CNAME|LICENSE|README(\.md)?)$/i;
/** What only this project writes at the top of a site, where no list of an earlier build is left. */
const OURS: ReadonlySet<string> = new Set([
  ...Object.values(pageKinds).map(({ form }) => form.split('/')[1] || 'index.html'),
  ...['_astro', '_headers', '_redirects', 'redirects.nginx.map', 'redirects.caddy.map'],
  ...['charsets.nginx.map', 'charsets.caddy.map'],
  ...['feed.xml', 'LICENSE.txt', 'moved.js', 'offline', 'pagefind', 'robots.txt'],
  ...['service-worker.js', 'site.webmanifest'],
  ...readdirSync(projectPath('public')),
]);
const SITEMAP = /^sitemap-\w+\.xml$/;

/** Styles, scripts and the search, which pages ask for. */
const NAMED_BY_PAGES = /^(?:_astro|search)(?:\/|$)/;

const STAGING = '.building';
const JOURNAL = 'journal.json';
const RECORD = 'record.json';

/** Where a site is made before it is put in place. */
export interface StagingFolder {
  readonly site: string;
  readonly folder: string;
  /** The new files, as they will lie in the site. */
  readonly fresh: string;
}

/** What is to be moved into and out of a site: paths in it, files or whole folders. */
export interface Swap {
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

/** Follow links, so that a link stays one and what it leads to is the site. */
export function resolveSite(outDir: string): string {
  return existsSync(outDir) ? realpathSync(outDir) : outDir;
}

/**
 * Refuse to build over anything but an earlier build: a slip in `--out` must not cost a folder.
 * Hidden files and what hosts ask for (`.git`, `.well-known`, `CNAME`) may be there, and stay.
 *
 * @throws ArchiveError `i-902` where the folder holds something else
 */
export function assertReplaceable(site: string): void {
  if (!existsSync(site) || existsSync(path.join(site, siteSign))) return;
  const entries = statSync(site).isDirectory() ? readdirSync(site) : ['a file'];
  const foreign = entries.find((name) => !HOSTS_OWN.test(name));
  if (foreign !== undefined)
    throw new ArchiveError({
      location: { file: site },
      code: 'i-902',
      text: `Unexpected \`${foreign}\` in the output folder, expected an earlier build or nothing`,
      hint: 'a site is built over an earlier one only; name another folder with --out, or empty it yourself',
    });
}

/**
 * Open the folder in which the next site is made, on the file system of the site: beside it, or in
 * it where it is a file system of its own. First settle what a killed build left there.
 *
 * It has one name for all builds, which take turns, so that no killed build leaves anything for ever.
 *
 * @param recover told the record of a build that was killed after its last move
 */
export function openStaging(site: string, recover: (record: string) => void): StagingFolder {
  const above = path.dirname(site);
  makeFolder(above);
  // What cannot be moved into is refused before there is anything to move.
  if (isThere(site)) accessSync(site, constants.W_OK);
  const isOwnDisk = existsSync(site) && statSync(site).dev !== statSync(above).dev;
  const folder = isOwnDisk ? path.join(site, STAGING) : `${site}${STAGING}`;
  const staging = { site, folder, fresh: path.join(folder, 'new') };
  if (existsSync(path.join(folder, RECORD)))
    recover(readFileSync(path.join(folder, RECORD), 'utf8'));
  else if (existsSync(path.join(folder, JOURNAL))) takeBack(staging);
  // What a killed build had started may still write its last page.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  makeFolder(staging.fresh);
  return staging;
}

/** Remove the folder, once the site is as it should be. */
export function closeStaging({ folder }: StagingFolder): void {
  // Without its journal the rest means nothing, wherever the removal ends.
  rmSync(path.join(folder, JOURNAL), { force: true });
  rmSync(path.join(folder, RECORD), { force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** List all files of a site, or of a folder in one, hidden ones and links too, as paths in it. */
export function listSite(site: string): string[] {
  const files: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(path.join(site, folder), { withFileTypes: true })) {
      const at = `${folder}${entry.name}`;
      if (!entry.isDirectory()) files.push(at);
      else if (at !== STAGING) visit(`${at}/`);
    }
  };
  if (existsSync(site)) visit('');
  return files;
}

/** List what an earlier build wrote at the top of a site, where no record tells. */
export function listOurs(site: string): string[] {
  return existsSync(site)
    ? readdirSync(site).filter((name) => OURS.has(name) || SITEMAP.test(name))
    : [];
}

/**
 * Plan how the new files take their places. A folder moves as a whole where nothing below it in the
 * site has to stay; a file that came out as it was stays, and with it its time, so that a host has
 * nothing to send.
 *
 * @param hasKept whether something below a folder of the site has to stay
 * @param stale files that an earlier build wrote and this one does not
 */
export function planSwap(
  { site, fresh }: StagingFolder,
  hasKept: (folder: string) => boolean,
  stale: readonly string[],
): Swap {
  const put = new Set<string>();
  const visit = (folder: string) => {
    for (const entry of readdirSync(path.join(fresh, folder), { withFileTypes: true })) {
      const at = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const there = lstatSync(path.join(site, at), { throwIfNoEntry: false });
      if (entry.isDirectory() && there?.isDirectory() && hasKept(at)) visit(at);
      else if (!isSameFile(path.join(fresh, at), path.join(site, at))) put.add(at);
    }
  };
  visit('');
  const isMoved = (file: string) =>
    file.split('/').some((_, end, names) => put.has(names.slice(0, end + 1).join('/')));
  // What pages name goes before them.
  const [first, then] = [true, false].map((isNamed) =>
    [...put].filter((at) => NAMED_BY_PAGES.test(at) === isNamed),
  );
  return {
    put: [...(first ?? []), ...(then ?? [])],
    remove: stale.filter((file) => !isMoved(file)),
  };
}

/** Tell whether two paths have files of the same bytes. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((file) => lstatSync(file, { throwIfNoEntry: false }));
  if (a?.isFile() !== true || b?.isFile() !== true || a.size !== b.size) return false;
  return readFileSync(one).equals(readFileSync(other));
}

/** Tell whether there is a file at the second path, and one of other bytes than the first. */
export function isOtherFile(one: string, other: string): boolean {
  const there = lstatSync(other, { throwIfNoEntry: false });
  return there !== undefined && !there.isDirectory() && !isSameFile(one, other);
}

/**
 * Put the new files in place and take the stale ones away. Where a move fails, those before it are
 * taken back; where the process is killed, the next build takes them back.
 *
 * @param record tells, after the last move, what the next build has to know of the site
 */
export function swap(staging: StagingFolder, moves: Swap, record: () => string): string {
  const { site, folder, fresh } = staging;
  const old = path.join(folder, 'old');
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, `${name}.part`), text, { flush: true });
    renameSync(path.join(folder, `${name}.part`), path.join(folder, name));
  };
  write(JOURNAL, JSON.stringify(moves));
  try {
    mkdirSync(site, { recursive: true });
    for (const at of moves.put) {
      if (isThere(path.join(site, at))) moveEntry(path.join(site, at), path.join(old, at));
      moveEntry(path.join(fresh, at), path.join(site, at));
    }
    for (const at of moves.remove)
      if (isThere(path.join(site, at))) moveEntry(path.join(site, at), path.join(old, at));
    removeEmptyFolders(site, moves.remove);
    const text = record();
    write(RECORD, text);
    return text;
  } catch (error) {
    takeBack(staging);
    throw error;
  }
}

/** Take back all moves that were made, whatever the last one was. */
function takeBack({ site, folder, fresh }: StagingFolder): void {
  const moves: Swap = JSON.parse(readFileSync(path.join(folder, JOURNAL), 'utf8'));
  for (const at of [...moves.put, ...moves.remove].toReversed()) {
    const old = path.join(folder, 'old', at);
    const isNew = moves.put.includes(at) && !isThere(path.join(fresh, at));
    if (isNew && isThere(path.join(site, at))) moveEntry(path.join(site, at), path.join(fresh, at));
    if (isThere(old)) moveEntry(old, path.join(site, at));
  }
  rmSync(path.join(folder, JOURNAL), { force: true });
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Move a file or folder. What is on another disk, or is one, is moved by what is in it. */
function moveEntry(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (!/^(EXDEV|EBUSY)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    if (lstatSync(from).isDirectory()) {
      mkdirSync(to, { recursive: true });
      for (const name of readdirSync(from)) moveEntry(path.join(from, name), path.join(to, name));
      removeIfEmpty(from);
    } else {
      // Beside its place first: a file in a site is whole at any moment.
      copyFileSync(from, `${to}.part`);
      renameSync(`${to}.part`, to);
      rmSync(from);
    }
  }
}

function removeEmptyFolders(site: string, removed: readonly string[]): void {
  for (const file of removed)
    for (let at = path.dirname(file); at !== '.'; at = path.dirname(at))
      if (!removeIfEmpty(path.join(site, at))) break;
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!/^(ENOTEMPTY|EEXIST|EBUSY|ENOENT)$/.test(code)) throw error;
    return code === 'ENOENT';
  }
}

/** Format a size for people: `412 KB`, `1.3 MB`. */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
