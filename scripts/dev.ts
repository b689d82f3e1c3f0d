import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { projectPath } from '../src/command/project-path.js';
import { printErrors, runCommand } from '../src/command/run-command.ts';
import { projectContent } from '../src/content/content-directory.ts';
import { parseBasePath } from '../src/publish/build-options.ts';
import { startAstro } from '../src/publish/build-pages.ts';
import { compileArchive } from '../src/publish/compile/compile-archive.ts';

const usage = {
  name: 'npm run dev',
  code: 'i-980',
  summary:
    'Show pages live from src/, compiled again when content/ changes; search and data files are made by the whole build only, see them with npm start.',
  options: {},
  environment: {
    PORT: 'port to serve at (default: 4321)',
    BASE_PATH: 'path below the origin, /fazhi/ (default: /)',
  },
} as const;

const compiled = projectPath('.cache/dev');

/** Editors write a file in several steps; this many milliseconds of quiet end a change. */
const QUIET = 200;

await runCommand(usage, async () => {
  let astro: ChildProcess | undefined = (await compile()) ? serve() : undefined;
  process.on('exit', () => astro?.kill());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

  let latest = 0;
  watch(projectContent, { recursive: true }, async () => {
    const mine = ++latest;
    await setTimeout(QUIET);
    if (mine !== latest || !(await compile())) return;
    // Once started, Astro sees that the archive was compiled again: see astro.config.mjs.
    if (astro === undefined || astro.exitCode !== null) astro = serve();
  });
});

async function compile(): Promise<boolean> {
  try {
    const { files, changed } = await compileArchive(projectContent, compiled);
    console.error(`compile  ${files.length} reports, ${changed} changed`);
    return true;
  } catch (error) {
    printErrors(usage.name, error);
    return false;
  }
}

function serve(): ChildProcess {
  return startAstro(['dev', '--port', process.env['PORT'] || '4321'], {
    contentDir: projectContent,
    compiledDir: compiled,
    basePath: parseBasePath(process.env['BASE_PATH']),
    workDir: projectPath(''),
    stdio: 'inherit',
  });
}
