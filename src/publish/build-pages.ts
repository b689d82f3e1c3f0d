import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectPath } from '../command/project-path.js';
import { ArchiveError } from '../report/archive-error.ts';
import type { BuildOptions } from './build-options.ts';

/**
 * Have Astro write the pages.
 *
 * Astro runs as a process of its own, so that its memory is given back, and beside the search
 * index, which keeps the other core busy.
 *
 * @param outDir where to; it is there, and has no pages
 * @param before digests of what the pages show that are in place, by address: they are left out
 *   where they show the same now
 * @returns the digests of all such pages now
 * @throws ArchiveError `i-901` with what Astro said, where it failed
 */
export async function buildPages(
  { contentDir, origin, basePath }: BuildOptions,
  compiledDir: string,
  outDir: string,
  before: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  // Astro bundles under the folder it runs in: a folder of its own lets builds run side by side,
  // and one inside the project finds the packages.
  const workDir = path.join(path.dirname(compiledDir), 'pages');
  await rm(workDir, { recursive: true, force: true });
  await mkdir(workDir, { recursive: true });
  const [beforeFile, nowFile] = ['before.json', 'now.json'].map((name) => path.join(workDir, name));
  await writeFile(`${beforeFile}`, JSON.stringify(before));
  // Astro moves its styles from the folder it runs in, which it cannot do to another disk.
  const [here, there] = await Promise.all([stat(workDir), stat(outDir)]);
  const astroOut = here.dev === there.dev ? outDir : path.join(workDir, 'site');
  const child = startAstro(['build', '--silent', '--root', projectPath('')], {
    ...{ contentDir, compiledDir, basePath, workDir, stdio: 'pipe' },
    env: {
      NODE_ENV: 'production',
      FAZHI_PROJECT: projectPath(''),
      FAZHI_OUT: astroOut,
      FAZHI_PAGES_BEFORE: `${beforeFile}`,
      FAZHI_PAGES_NOW: `${nowFile}`,
      SITE_URL: origin ?? '',
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const now = code === 0 ? await readFile(`${nowFile}`, 'utf8') : '';
  if (code === 0 && astroOut !== outDir) await cp(astroOut, outDir, { recursive: true });
  await rm(workDir, { recursive: true, force: true });
  // A fault of the machine is told as one, not as one of a page.
  const fault = /\bE(?:NOSPC|DQUOT|ROFS|ACCES|MFILE)(?=: )/.exec(said);
  if (code !== 0 && fault !== null) throw new Error(said.slice(fault.index).split('\n', 1)[0]);
  if (code !== 0)
    throw new ArchiveError({
      location: { file: 'astro build' },
      code: 'i-901',
      text: `Unexpected end of the page build (${code}):\n${said.trim()}`,
      hint: 'the last lines name the page and the file that failed',
    });
  return JSON.parse(now);
}

/** What Astro shows, and where it runs. */
export interface AstroOptions extends Pick<BuildOptions, 'contentDir' | 'basePath'> {
  readonly compiledDir: string;
  readonly workDir: string;
  readonly stdio: 'inherit' | 'pipe';
  /** What it finds in its environment besides. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Start Astro on compiled reports, as a process of its own. */
export function startAstro(
  args: readonly string[],
  { contentDir, basePath, compiledDir, workDir, stdio, env }: AstroOptions,
): ChildProcess {
  return spawn(process.execPath, [projectPath('node_modules/astro/bin/astro.mjs'), ...args], {
    cwd: workDir,
    stdio,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      FAZHI_COMPILED: compiledDir,
      FAZHI_CONTENT: contentDir,
      BASE_PATH: basePath,
      ...env,
    },
  });
}
