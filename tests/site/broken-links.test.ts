import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { brokenLinks } from './broken-links.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'links-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function find(pages: Record<string, string>): Promise<string[]> {
  for (const [file, html] of Object.entries(pages)) {
    await mkdir(dirname(join(directory, file)), { recursive: true });
    await writeFile(join(directory, file), html);
  }
  return brokenLinks({ directory, url: 'http://localhost:1/fazhi/' }, 'https://archive.example');
}

it.each([
  ['/fazhi/', []],
  ['/fazhi/r/410600/2017/#p1', []],
  ['#top', []],
  ['./410600/2017/?q=%E6%89%A7#p1', []],
  ['https://archive.example/fazhi/r/410600/2017/', []],
  ['https://elsewhere.example/', []],
  ['/fazhi/r/410600/2017/#p2', ['r/index.html → /fazhi/r/410600/2017/#p2']],
  ['/fazhi/r/410600/2018/', ['r/index.html → /fazhi/r/410600/2018/']],
  ['/fazhi/a.css', ['r/index.html → /fazhi/a.css']],
  ['/r/410600/2017/', ['r/index.html → /r/410600/2017/']],
  ['https://archive.example/fazhi/none/', ['r/index.html → https://archive.example/fazhi/none/']],
])('of a link to %s finds %j', async (address, broken) => {
  expect(
    await find({
      'index.html': '<p id=start>',
      'r/index.html': `<p id="top"><a class="x" href="${address}">`,
      'r/410600/2017/index.html': '<p id="p1">',
    }),
  ).toEqual(broken);
});
