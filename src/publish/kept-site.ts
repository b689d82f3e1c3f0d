import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectPath } from '../command/project-path.js';
import { listFiles, projectContent } from '../content/content-directory.ts';
import { writeWhole } from '../content/write-whole.ts';
import type { BuildOptions } from './build-options.ts';
import { siteSign } from './site-folder.ts';

const CODE = ['src', 'public', 'scripts', 'astro.config.mjs', 'package-lock.json'];
const CONTENT = ['reports', 'sources', 'anchors', 'versions'];
const VOCABULARIES = ['regions', 'themes', 'indicators'];

/** What a build made. */
export interface BuiltSite {
  readonly reports: number;
  readonly pages: number;
  readonly dataBytes: number;
  readonly searchBytes: number;
}

/** A site that a build made, and from what. */
interface KeptSite {
  readonly input: string;
  readonly outDir: string;
  readonly sign: string;
  readonly built: BuiltSite;
}

/** Return the folder where builds of a content directory keep what the next one can use. */
export function cacheDirectory(contentDir: string): string {
  return projectPath(`.cache/${hash('sha256', contentDir).slice(0, 12)}`);
}

/**
 * Digest all that a site is made from: the state (size and time) of every file of content and
 * code, the options, the environment. Files are not read: a touched file builds the site again.
 */
export async function digestInput(options: BuildOptions, env = process.env): Promise<string> {
  const { contentDir } = options;
  const roots = new Set([
    ...CODE.map((name) => projectPath(name)),
    ...CONTENT.map((name) => path.join(contentDir, name)),
    ...VOCABULARIES.flatMap((name) =>
      [contentDir, projectContent].map((at) => path.join(at, name)),
    ),
  ]);
  const states: string[] = [];
  for (const root of roots) {
    const files = (await listFiles(root).catch(() => undefined)) ?? [''];
    for (const file of files) states.push(await stateOf(path.join(root, file)));
  }
  const settings = JSON.stringify([options, env['CONTACT_URL'] ?? '', process.version]);
  return hash('sha256', `${settings}\n${states.join('\n')}`);
}

/**
 * Return what the last build made, where nothing that it was made from has changed and it still is
 * there.
 *
 * @param input of `digestInput`
 */
export async function findUnchangedSite(
  input: string,
  { outDir }: BuildOptions,
  cacheDir: string,
): Promise<BuiltSite | undefined> {
  const text = await readFile(path.join(cacheDir, 'site.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const kept: KeptSite = JSON.parse(text);
  const isSame = kept.input === input && kept.outDir === outDir;
  return isSame && kept.sign === (await stateOf(path.join(outDir, siteSign)))
    ? kept.built
    : undefined;
}

/** Keep what a site was made from, for the next build. */
export async function keepSite(
  input: string,
  { outDir }: BuildOptions,
  cacheDir: string,
  built: BuiltSite,
): Promise<void> {
  const kept: KeptSite = { input, outDir, sign: await stateOf(path.join(outDir, siteSign)), built };
  await writeWhole(path.join(cacheDir, 'site.json'), JSON.stringify(kept));
}

async function stateOf(file: string): Promise<string> {
  const state = await stat(file).catch(() => undefined);
  return state === undefined
    ? `${file} absent`
    : `${file} ${state.size} ${state.mtimeMs} ${state.ino}`;
}
