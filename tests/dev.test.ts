import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it, vi } from 'vitest';
import { makeArchive } from '../scripts/bench/build/make-archive.ts';
import { projectPath } from '../src/command/project-path.js';
import { projectContent } from '../src/content/content-directory.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { cacheDirectory } from '../src/publish/kept-site.ts';

/** More than are compiled before the others. */
const REPORTS = 24;
const SECONDS = 1000;

const folder = await mkdtemp(path.join(tmpdir(), 'dev-'));
const content = path.join(folder, 'content');
const port = await freePort();
const made = await makeArchive(REPORTS, content, (await readVocabularies(projectContent)).regions);
// Astro serves nothing where it finds a test around it.
const child = spawn(process.execPath, [projectPath('scripts/dev.ts'), '--content', content], {
  env: { ...process.env, VITEST: '', NODE_ENV: 'development', PORT: `${port}`, BASE_PATH: '/' },
  stdio: 'ignore',
});
const ended = new Promise((resolve) => child.on('exit', resolve));

afterAll(async () => {
  child.kill();
  await ended;
  await rm(folder, { recursive: true, force: true });
  await rm(cacheDirectory(content), { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Get a page as `npm run dev` shows it; wait while nothing listens yet. */
async function getPage(address: string): Promise<string> {
  for (;;) {
    const response = await fetch(`http://localhost:${port}${address}`).catch(() => undefined);
    if (response !== undefined) return response.text();
    await setTimeout(50);
  }
}

it(
  'shows pages before all reports are compiled, one that is asked for at once, and an edit soon',
  async () => {
    const [first] = made;
    if (first === undefined) throw new Error('Unexpected archive without reports');
    const address = `/r/${first.id.replace('-', '/')}/`;
    expect(await getPage('/')).toContain(`另有 ${REPORTS - 20} 份报告正在编译`);
    expect(await getPage(address)).toContain('年法治政府建设情况报告');
    await vi.waitUntil(async () => !(await getPage('/')).includes('正在编译'), 60 * SECONDS);

    const file = path.join(content, first.report);
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text.replace(/(?<=^title: )/m, '改题的')}\n改过的末段。\n`);
    await vi.waitUntil(async () => (await getPage(address)).includes('改过的末段'), 30 * SECONDS);
    expect(await getPage(address)).toContain('改题的');
  },
  120 * SECONDS,
);
