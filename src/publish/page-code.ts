import { hash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectPath } from '../command/project-path.js';
import { takeTurn } from '../command/take-turn.ts';
import { codeDigest } from '../content/code-digest.ts';
import { copyKept, removeStale, writeProof } from '../content/kept-folders.ts';
import type { BuildOptions } from './build-options.ts';

/** What the code of pages is made from. */
const FOLDERS = ['src', 'public'];
const FILES = ['astro.config.mjs', 'package-lock.json'];

/** Where the code of pages is kept, for all builds of the project. */
export const pageCodeDirectory = projectPath('.cache/pages');

/**
 * Take the code that writes pages (`code/`), and the styles, scripts and files that they name
 * (`assets/`). Astro makes both of `src/site/`, which takes longer than writing the pages that an
 * edit touches; so they are kept as long as no code has changed.
 *
 * @param folder where they go: a new folder in the project, where code finds its packages
 * @param make has Astro make them in a folder
 * @param kept where they are kept
 */
export async function takePageCode(
  options: Pick<BuildOptions, 'origin' | 'basePath'>,
  folder: string,
  make: (folder: string) => Promise<void>,
  kept = pageCodeDirectory,
): Promise<void> {
  const { origin, basePath } = options;
  const settings = JSON.stringify([origin, basePath, process.version]);
  const digest = hash('sha256', settings + (await codeDigest(FOLDERS, FILES)));
  const own = path.join(kept, digest.slice(0, 16));
  // One build makes it for all that wait.
  const giveBack = await takeTurn(path.join(kept, '../turns/pages'));
  try {
    if (await copyKept(own, folder)) return;
    const part = `${own}.part`;
    // A killed build's Astro may still write here, the same as this one.
    await rm(part, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    await mkdir(part, { recursive: true });
    await make(part);
    await rm(own, { recursive: true, force: true });
    await rename(part, own);
    await writeProof(own);
    await removeStale(kept, new Set([path.basename(own)]));
    if (!(await copyKept(own, folder)))
      throw new Error(`Unexpected change of ${own} while it was made`);
  } finally {
    giveBack();
  }
}
