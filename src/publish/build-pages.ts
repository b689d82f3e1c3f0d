import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectPath } from '../command/project-path.js';
import { ArchiveError } from '../report/archive-error.ts';
import type { BuildOptions } from './build-options.ts';

/**
 * Has Astro write the pages.
 *
 * Astro runs as a process of its own, so that its memory is given back, and beside the search
 * index, which keeps the other core busy.
 *
 * @param outDir emptied first
 * @throws ArchiveError `i-901` with what Astro said, where it failed
 */
export async function buildPages(
  { contentDir, origin, basePath }: BuildOptions,
  compiledDir: string,
  outDir: string,
): Promise<void> {
  // Astro bundles under the folder it runs in: a folder of its own lets builds run side by side,
  // and one inside the project finds the packages.
  const workDir = path.join(path.dirname(compiledDir), `pages-${process.pid}`);
  await mkdir(workDir, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      projectPath('node_modules/astro/bin/astro.mjs'),
      'build',
      '--silent',
      '--root',
      projectPath(''),
    ],
    {
      cwd: workDir,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
        FAZHI_PROJECT: projectPath(''),
        FAZHI_COMPILED: compiledDir,
        FAZHI_CONTENT: contentDir,
        FAZHI_OUT: outDir,
        SITE_URL: origin ?? '',
        BASE_PATH: basePath,
      },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  }).finally(() => rm(workDir, { recursive: true, force: true }));
  if (code !== 0)
    throw new ArchiveError({
      place: { file: 'astro build' },
      code: 'i-901',
      text: `Unexpected end of the page build (${code}):\n${said.trim()}`,
      hint: 'the last lines name the page and the file that failed',
    });
}
