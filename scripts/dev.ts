import { watch } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectPath } from '../src/command/project-path.js';
import { printErrors, runCommand } from '../src/command/run-command.ts';
import { contentOption } from '../src/command/usage.ts';
import { listReportFiles, projectContent } from '../src/content/content-directory.ts';
import { parseBasePath } from '../src/publish/build-options.ts';
import { startAstro } from '../src/publish/build-pages.ts';
import { compileArchive, isCompiled } from '../src/publish/compile/compile-archive.ts';
import { cacheDirectory } from '../src/publish/kept-site.ts';
import type { CompiledNews, PageNews } from './dev/follow-archive.js';

const usage = {
  name: 'npm run dev',
  code: 'i-980',
  summary:
    'Show pages live from src/, compiled again when content/ changes; search and data files are made by the whole build only, see them with npm start.',
  options: { content: { ...contentOption, holding: '' } },
  environment: {
    PORT: 'port to serve at (default: 4321)',
    BASE_PATH: 'path below the origin, /fazhi/ (default: /)',
  },
} as const;

/** Editors write a file in several steps; this many milliseconds of quiet end a change. */
const QUIET = 100;
/** How many reports are compiled before the others, besides the ones that are asked for. */
const FIRST = 20;
/** The others wait until a page was shown; where none is asked for, this many milliseconds. */
const PATIENCE = 5000;

await runCommand(usage, async ({ values }) => {
  const contentDir = values.content ?? path.resolve(projectContent);
  // All reports, and those that are shown before all are compiled.
  const cacheDir = path.join(cacheDirectory(contentDir), 'dev');
  const [whole, first] = ['whole', 'first'].map((name) => path.join(cacheDir, name)) as [
    string,
    string,
  ];
  const compile = (folder: string, isWanted?: (file: string) => boolean) =>
    compileShown(contentDir, folder, isWanted);

  const astro = startAstro(['dev', '--port', process.env['PORT'] || '4321'], {
    contentDir,
    compiledDir: whole,
    basePath: parseBasePath(process.env['BASE_PATH']),
    workDir: projectPath(''),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  process.on('exit', () => astro.kill());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
  astro.on('exit', (code) => process.exit(code ?? 1));

  let isListening = false;
  let isVocabularyNew = false;
  let latest: Omit<CompiledNews, 'isVocabularyNew'> | undefined;
  const tell = (news = latest) => {
    latest = news;
    if (news === undefined || !isListening) return;
    astro.send({ ...news, isVocabularyNew } satisfies CompiledNews);
    isVocabularyNew = false;
  };

  // Changes that come while one is compiled are compiled together after it.
  let isWhole = false;
  let isCompiling = false;
  let isOutdated = false;
  const compileAll = async () => {
    isOutdated = true;
    if (isCompiling) return;
    isCompiling = true;
    while (isOutdated) {
      isOutdated = false;
      if (!(await compile(whole))) continue;
      isWhole = true;
      tell({ compiled: whole, underWay: 0, asked: null });
    }
    isCompiling = false;
  };

  const asked = new Set<string>();
  const compileSome = async (address: string | null) => {
    if (isWhole) return;
    const files = await listReportFiles(contentDir);
    const wanted = new Set([
      ...files.slice(-FIRST),
      ...files.filter((file) => asked.has(/\/(\w+)-/.exec(file)?.[1] ?? '')),
    ]);
    const isDone = await compile(first, (file) => wanted.has(file));
    // What does not compile is said; a page that waits for more than that goes on without.
    if (isWhole || (!isDone && address === null)) return;
    tell({ compiled: first, underWay: files.length - wanted.size, asked: address });
  };

  const listening = Promise.withResolvers<void>();
  const shown = Promise.withResolvers<void>();
  let isAsked = false;
  let answering = Promise.resolve();
  astro.on('message', (message: PageNews) => {
    if (message === 'listening') {
      isListening = true;
      listening.resolve();
      tell();
    } else if (message === 'asked') isAsked = true;
    else if (message === 'shown') shown.resolve();
    else {
      asked.add(message.asked.split('/')[2] ?? '');
      answering = answering.then(() => compileSome(message.asked));
    }
  });
  let last = 0;
  watch(contentDir, { recursive: true }, async (_event, file) => {
    if (/^(?:regions|themes|indicators)\b/.test(file ?? '')) isVocabularyNew = true;
    const mine = ++last;
    await setTimeout(QUIET);
    if (mine === last) await compileAll();
  });

  if (!(await isCompiled(contentDir, whole))) {
    answering = compileSome(null);
    await answering;
    const patience = listening.promise.then(() => setTimeout(PATIENCE));
    await Promise.race([shown.promise, patience.then(() => (isAsked ? shown.promise : undefined))]);
  }
  await compileAll();
});

/** Compile reports, and say so, or what is wrong with them. @returns whether all were compiled */
async function compileShown(
  contentDir: string,
  folder: string,
  isWanted?: (file: string) => boolean,
): Promise<boolean> {
  const start = performance.now();
  try {
    const { files, changed } = await compileArchive(contentDir, folder, undefined, isWanted);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.error(`compile  ${files.length} reports, ${changed} changed, ${seconds} s`);
    return true;
  } catch (error) {
    printErrors(usage.name, error);
    return false;
  }
}
