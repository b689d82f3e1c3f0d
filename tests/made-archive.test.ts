import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runProgram } from '../scripts/bench/bench.ts';
import { makeArchive } from '../scripts/bench/build/make-archive.ts';
import { projectPath } from '../src/command/project-path.js';
import { listFiles, projectContent } from '../src/content/content-directory.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { cacheDirectory } from '../src/publish/kept-site.ts';
import { isReportingGovernment } from '../src/vocabulary/region/region-tree.ts';
import { brokenLinks } from './site/broken-links.ts';
import { TOP_ORIGIN } from './site/sites.ts';

/** Places of which some have a second year, and half the governments of the largest province. */
const PLACES = 130;
/** Enough for places with places below them, themes with many sections, threads that compile. */
const REPORTS = 150;
const MINUTES = 60_000;

let folder = '';
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'made-archive-'));
});
afterAll(async () => {
  await rm(cacheDirectory(at('content')), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** Builds the archive into a folder, and gives what the build said. */
async function build(site: string): Promise<string> {
  const args = ['--content', at('content'), '--out', at(site)];
  const module = projectPath('scripts/build.ts');
  // Pagefind names its files otherwise at each run.
  const env = { ...process.env, BASE_PATH: '/', SITE_URL: TOP_ORIGIN, PAGEFIND: 'off' };
  return runProgram(process.execPath, [module, ...args], env);
}

/** Every file of a site with its content. */
async function filesOf(site: string): Promise<Map<string, string>> {
  const files = await listFiles(at(site));
  const read = async (file: string) =>
    [file, await readFile(path.join(at(site), file), 'latin1')] as const;
  return new Map(await Promise.all(files.map(read)));
}

/**
 * Lists the pages that break their budget of 300 KB and 3,000 elements, and those with a table to be
 * sorted that lack the script for it. Half the governments of the
 * largest province stand here, so that a province's page of a year has half as many elements.
 */
async function faultyPages(site: string): Promise<string[]> {
  const pages = [...(await filesOf(site))].filter(([file]) => file.endsWith('.html'));
  return pages.flatMap(([file, html]) => {
    const elements = html.match(/<[a-z]/g)?.length ?? 0;
    const most = /^(?:years|themes|problems|plans)\/.*\d{6}\//.test(file) ? 1500 : 3000;
    const isLeft = html.includes('data-sortable') && !html.includes('/ListTools.');
    return html.length > 300 * 1024 || elements > most || isLeft
      ? [`${file}: ${html.length} bytes, ${elements} elements${isLeft ? ', not sorted' : ''}`]
      : [];
  });
}

it(
  'a larger archive has no broken link, is not built twice, and changes as if built anew',
  async () => {
    const { regions } = await readVocabularies(projectContent);
    const governments = [...regions.regions].filter(([, region]) => isReportingGovernment(region));
    const table = { ...regions, regions: new Map(governments.slice(0, PLACES)) };
    const reports = await makeArchive(REPORTS, at('content'), table);
    expect(await build('site')).toContain(`${REPORTS} reports, ${REPORTS} changed`);
    const site = { directory: at('site'), url: 'http://localhost/' };
    expect(await brokenLinks(site, TOP_ORIGIN)).toEqual([]);
    expect(await faultyPages('site')).toEqual([]);

    expect(await build('site')).toContain('nothing has changed');

    const changed = path.join(at('content'), reports[3]?.report ?? '');
    await appendFile(changed, '\n全年主动公开信息4321条。\n');
    expect(await build('site')).toContain(`${REPORTS} reports, 1 changed`);
    // What is compiled is the same from nothing in `edited-archive.test.ts`; here all pages are new.
    expect(await build('anew')).toMatch(/pages +(\d+) of \1 written/);
    const [kept, anew] = [await filesOf('site'), await filesOf('anew')];
    expect([...kept.keys()]).toEqual([...anew.keys()]);
    for (const [file, content] of anew)
      expect(kept.get(file) === content, `${file} is as if built anew`).toBe(true);
  },
  5 * MINUTES,
);
