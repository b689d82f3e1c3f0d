import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectPath } from '../command/project-path.js';
import { listFiles, listReportFiles, projectContent } from '../content/content-directory.ts';
import {
  ABSENT,
  fileState,
  readMade,
  readProven,
  writeProvenWithFolder,
} from '../content/proven-file.ts';
import { ArchiveError } from '../report/archive-error.ts';
import type { BuildOptions } from './build-options.ts';
import type { ParquetPart } from './data/open-parquet.ts';
import { siteSign } from './site-folder.ts';

const CODE = ['src', 'public', 'scripts', 'astro.config.mjs', 'package-lock.json'];
const CONTENT = ['reports', 'sources', 'recognised', 'anchors', 'versions'];
const VOCABULARIES = ['regions', 'themes', 'indicators'];

/** What a build made. */
export interface BuiltSite {
  readonly reports: number;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  /** Its largest file. */
  readonly largest: { readonly file: string; readonly bytes: number };
  readonly dataBytes: number;
  readonly searchBytes: number;
  /** How many addresses lead elsewhere. */
  readonly redirects: number;
  /** How many snapshots that are not UTF-8 have no room in `_headers`. */
  readonly unnamedCharsets: number;
}

/** Of a report's data: what it was made from, and its files; then its rows in each download. */
export interface KeptData {
  readonly from: string;
  readonly files: readonly string[];
  /** Of those that are text, but not UTF-8. */
  readonly charsets: Readonly<Record<string, string>>;
  /** Bytes of its rows in each download. */
  readonly rows: readonly number[];
  /** How many rows those are. */
  readonly counts: readonly number[];
  /** Digests of its paragraphs and its figures, as their downloads have them. */
  readonly digests: readonly string[];
}

/** A part of the data, a file a table and year: what it was made from, and what is said of it. */
export interface KeptPart {
  readonly from: string;
  readonly rows: number;
  readonly bytes: number;
  /** `sha256:` and hexadecimals. */
  readonly hash: string;
  /** What of it the next build can copy, by the digest of its rows. */
  readonly pieces: readonly (readonly [from: string, ParquetPart])[];
}

/** A site that a build made, and from what. It is kept by the folder of the site. */
export interface KeptSite {
  /** Digest of all that it was made from. */
  readonly input: string;
  /** Digest of the part of it whose change touches every page: code, vocabularies, options. */
  readonly frame: string;
  /** The state of every file, by its path in the site, when it was written. */
  readonly files: Readonly<Record<string, string>>;
  /** Digests of what the pages show, by address: see `touched-pages.ts`. */
  readonly pages: Readonly<Record<string, string>>;
  /** By report id. */
  readonly data: Readonly<Record<string, KeptData>>;
  /** By path in the site. */
  readonly parts: Readonly<Record<string, KeptPart>>;
  readonly built: BuiltSite;
}

/** Return the folder where builds of a content directory keep what the next one can use. */
export function cacheDirectory(contentDir: string): string {
  return projectPath(`.cache/${hash('sha256', contentDir).slice(0, 12)}`);
}

/** Return the queue of builds that use what is kept of a content directory. */
export function cacheQueue(contentDir: string): string {
  return path.join(cacheDirectory(contentDir), 'turns');
}

/** Return the queue of builds into a site. */
export function siteQueue(site: string): string {
  return projectPath(`.cache/turns/${hash('sha256', site).slice(0, 12)}`);
}

/**
 * Digest all that a site is made from: the state (size and times) of every file of content and
 * code, the options, the environment. Files are not read: a touched file builds the site again.
 */
export async function digestInput(
  options: BuildOptions,
  env = process.env,
): Promise<Pick<KeptSite, 'input' | 'frame'>> {
  const { contentDir } = options;
  const settings = JSON.stringify([options, env['CONTACT_URL'] ?? '', process.version]);
  const frame = hash(
    'sha256',
    [
      settings,
      ...(await statesOf(CODE.map((name) => projectPath(name)))),
      ...(await statesOf(
        VOCABULARIES.flatMap((name) =>
          [contentDir, projectContent].map((at) => path.join(at, name)),
        ),
      )),
    ].join('\n'),
  );
  const content = await statesOf(CONTENT.map((name) => path.join(contentDir, name)));
  return { frame, input: hash('sha256', `${frame}\n${content.join('\n')}`) };
}

async function statesOf(roots: readonly string[]): Promise<string[]> {
  const states: string[] = [];
  for (const root of new Set(roots)) {
    const files = (await listFiles(root).catch(() => undefined)) ?? [''];
    for (const file of files) states.push(`${root}/${file} ${stateOf(path.join(root, file))}`);
  }
  return states;
}

function stateOf(file: string): string {
  const state = statSync(file, { throwIfNoEntry: false });
  return state === undefined ? 'absent' : `${state.size} ${state.mtimeMs} ${state.ino}`;
}

/**
 * Refuse to put an empty archive in the place of one with reports: it is more likely a slip, such as
 * a folder that was not fetched, than what is meant.
 *
 * @param site with an earlier build, or nothing
 * @throws ArchiveError `i-907` unless it is said to be meant
 */
export async function assertNotEmptied(site: string, options: BuildOptions): Promise<void> {
  const { contentDir, isEmptyMeant = false } = options;
  const index = path.join(site, siteSign);
  if (isEmptyMeant || !existsSync(index) || (await listReportFiles(contentDir)).length > 0) return;
  // Of a list that cannot be read it is not known that it was empty.
  const reports = z.array(z.unknown()).safeParse(readJson(index));
  if (reports.data?.length === 0) return;
  throw new ArchiveError({
    location: { file: contentDir },
    code: 'i-907',
    text: `Unexpected content directory without a report, expected some: the site in ${site} has ${reports.data?.length ?? 'some'}`,
    hint: 'see whether --content is the right one and all of it is there; `npm run build -- --empty` takes the reports off the site',
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Return what is known of a site; `undefined` where no build of this project made it. */
export function readKeptSite(site: string): KeptSite | undefined {
  const text = readProven(recordOf(site), site);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Keep what is known of a site for the next build, and forget sites that are gone. */
export function writeKeptSite(site: string, text: string): void {
  writeProvenWithFolder(recordOf(site), site, text);
  const folder = path.dirname(recordOf(site));
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (fileState(readMade(file)) === ABSENT) rmSync(file, { force: true });
  }
}

function recordOf(site: string): string {
  return projectPath(`.cache/sites/${hash('sha256', site).slice(0, 12)}.json`);
}

/** List the files of a site that are not as they were written: damaged, changed or gone. */
export function findDamaged(site: string, { files }: Pick<KeptSite, 'files'>): Set<string> {
  const damaged = new Set<string>();
  for (const [file, state] of Object.entries(files))
    if (fileState(path.join(site, file)) !== state) damaged.add(file);
  return damaged;
}

/** Count what a site is, from the states of its files. */
export function measureSite(
  files: Readonly<Record<string, string>>,
): Omit<BuiltSite, 'reports' | 'redirects' | 'unnamedCharsets'> {
  const sizes = Object.entries(files).map(([file, state]) => ({
    file,
    bytes: Number.parseInt(state, 10),
  }));
  const sum = (has: (file: string) => boolean) =>
    sizes.reduce((total, { file, bytes }) => (has(file) ? total + bytes : total), 0);
  const isPage = (file: string) => file.endsWith('.html') && !/\/source\.html$/.test(file);
  return {
    pages: sizes.filter(({ file }) => isPage(file)).length,
    files: sizes.length,
    bytes: sum(() => true),
    largest: sizes.reduce((most, one) => (one.bytes > most.bytes ? one : most), {
      file: '',
      bytes: 0,
    }),
    dataBytes: sum((file) => /^(r|data)\//.test(file) && !isPage(file)),
    searchBytes: sum((file) => file.startsWith('search/')),
  };
}
