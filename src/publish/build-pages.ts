import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectPath } from '../command/project-path.js';
import { ArchiveError } from '../report/archive-error.ts';
import type { BuildOptions } from './build-options.ts';
import { takePageCode } from './page-code.ts';

/**
 * Start writing the pages.
 *
 * They are written by a process of its own, so that its memory is given back, and beside the search
 * index, which keeps the other core busy.
 *
 * @param outDir where to; it is there, and has no pages
 * @param before digests of what the pages show that are in place, by address: they are left out
 *   where they show the same now
 * @returns once the process runs; `ended` gives the digests of all such pages now
 * @throws ArchiveError `i-901` with what was said, where it failed
 */
export async function startPages(
  options: BuildOptions,
  compiledDir: string,
  outDir: string,
  before: Readonly<Record<string, string>>,
): Promise<{ readonly ended: Promise<Record<string, string>> }> {
  const pagesDir = path.join(path.dirname(compiledDir), 'pages');
  // Of its own: what a killed build had started may still be at work in the one before.
  const workDir = path.join(pagesDir, String(process.pid));
  const file = (name: string) => path.join(workDir, name);
  const clear = () =>
    rm(pagesDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  try {
    await clear();
    await mkdir(workDir, { recursive: true });
    await takePageCode(options, file('own'), (folder) =>
      makePageCode(options, compiledDir, folder),
    );
    await cp(file('own/assets'), outDir, { recursive: true });
    await writeFile(file('before.json'), JSON.stringify(before));
  } catch (error) {
    await clear();
    throw error;
  }
  const script = projectPath('src/publish/render-pages.ts');
  const child = spawn(process.execPath, [script, file('own/code'), outDir], {
    cwd: workDir,
    env: {
      ...environmentOf({ ...options, compiledDir }),
      NODE_ENV: 'production',
      FAZHI_PAGES_BEFORE: file('before.json'),
      FAZHI_PAGES_NOW: file('now.json'),
    },
  });
  const ended = endOf(child)
    .then(async () => JSON.parse(await readFile(file('now.json'), 'utf8')))
    .finally(clear);
  // Who waits for it may come late; a process that failed is no error before.
  ended.catch(() => {});
  return { ended };
}

/** Have Astro make the code of the pages; it bundles under the folder it runs in. */
async function makePageCode(
  options: BuildOptions,
  compiledDir: string,
  folder: string,
): Promise<void> {
  const child = startAstro(['build', '--silent', '--root', projectPath('')], {
    ...{ ...options, compiledDir, workDir: folder, stdio: 'pipe' },
    env: {
      NODE_ENV: 'production',
      FAZHI_OUT: path.join(folder, 'assets'),
      FAZHI_CODE: path.join(folder, 'code'),
      SITE_URL: options.origin ?? '',
    },
  });
  await endOf(child);
}

/** Wait for a process of the page build to end. */
async function endOf(child: ChildProcess): Promise<void> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code === 0) return;
  // A fault of the machine is told as one, not as one of a page.
  const fault = /\bE(?:NOSPC|DQUOT|ROFS|ACCES|MFILE)(?=: )/.exec(said);
  if (fault !== null) throw new Error(said.slice(fault.index).split('\n', 1)[0]);
  throw new ArchiveError({
    location: { file: 'astro build' },
    code: 'i-901',
    text: `Unexpected end of the page build (${code}):\n${said.trim()}`,
    hint: 'the last lines name the page and the file that failed',
  });
}

/** What Astro shows, and where it runs. */
export interface AstroOptions extends ShownArchive {
  readonly workDir: string;
  readonly stdio: StdioOptions;
  /** What it finds in its environment besides. */
  readonly env?: Readonly<Record<string, string>>;
}

interface ShownArchive extends Pick<BuildOptions, 'contentDir' | 'basePath'> {
  readonly compiledDir: string;
}

/** Start Astro on compiled reports, as a process of its own. */
export function startAstro(
  args: readonly string[],
  { workDir, stdio, env, ...shown }: AstroOptions,
): ChildProcess {
  return spawn(process.execPath, [projectPath('node_modules/astro/bin/astro.mjs'), ...args], {
    cwd: workDir,
    stdio,
    env: { ...environmentOf(shown), ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
}

/** What the code of pages finds in its environment. */
function environmentOf({ contentDir, basePath, compiledDir }: ShownArchive): NodeJS.ProcessEnv {
  return {
    ...process.env,
    FAZHI_PROJECT: projectPath(''),
    FAZHI_COMPILED: compiledDir,
    FAZHI_CONTENT: contentDir,
    BASE_PATH: basePath,
  };
}
