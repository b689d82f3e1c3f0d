import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runProgram } from '../scripts/bench/bench.ts';
import { makeArchive } from '../scripts/bench/build/make-archive.ts';
import { projectPath } from '../src/command/project-path.js';
import { listFiles, projectContent } from '../src/content/content-directory.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { cacheDirectory } from '../src/publish/kept-site.ts';
import { brokenLinks } from './site/broken-links.ts';

/** Enough for places with places below them, themes with many sections, threads that compile. */
const REPORTS = 150;
const MINUTES = 60_000;

let folder = '';
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'made-archive-'));
});
afterAll(async () => {
  for (const content of ['content', 'copy'])
    await rm(cacheDirectory(at(content)), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** Builds a content directory into a folder, and gives what the build said. */
async function build(content: string, site: string): Promise<string> {
  const args = ['--content', at(content), '--out', at(site)];
  const module = projectPath('scripts/build.ts');
  // Pagefind names its files otherwise at each run.
  const env = { ...process.env, BASE_PATH: '/', SITE_URL: '', PAGEFIND: 'off' };
  return runProgram(process.execPath, [module, ...args], env);
}

/** Every file of a site with its content. */
async function filesOf(site: string): Promise<Map<string, string>> {
  const files = await listFiles(at(site));
  const read = async (file: string) =>
    [file, await readFile(path.join(at(site), file), 'latin1')] as const;
  return new Map(await Promise.all(files.map(read)));
}

it(
  'a larger archive has no broken link, is not built twice, and changes as if built anew',
  async () => {
    const { regions } = await readVocabularies(projectContent);
    const reports = await makeArchive(REPORTS, at('content'), regions);
    expect(await build('content', 'site')).toContain(`${REPORTS} reports, ${REPORTS} changed`);
    const site = { directory: at('site'), url: 'http://localhost/' };
    expect(await brokenLinks(site, undefined)).toEqual([]);

    expect(await build('content', 'site')).toContain('nothing has changed');

    const changed = path.join(at('content'), reports[3]?.report ?? '');
    await appendFile(changed, '\n全年主动公开信息4321条。\n');
    expect(await build('content', 'site')).toContain(`${REPORTS} reports, 1 changed`);
    await cp(at('content'), at('copy'), { recursive: true });
    expect(await build('copy', 'anew')).toContain(`${REPORTS} reports, ${REPORTS} changed`);
    const [kept, anew] = [await filesOf('site'), await filesOf('anew')];
    expect([...kept.keys()]).toEqual([...anew.keys()]);
    for (const [file, content] of anew)
      expect(kept.get(file) === content, `${file} is as if built anew`).toBe(true);
  },
  5 * MINUTES,
);
