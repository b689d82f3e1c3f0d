import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { takePageCode } from './page-code.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'page-code-'));
afterAll(() => rm(folder, { recursive: true }));

it('has the code of pages made once for a path and origin, and again where it is damaged', async () => {
  const kept = path.join(folder, 'pages');
  let [made, taken] = [0, 0];
  const take = async (basePath: string) => {
    taken += 1;
    const to = path.join(folder, `taken-${taken}`);
    const make = async (part: string) => {
      made += 1;
      await mkdir(path.join(part, 'code'));
      await writeFile(path.join(part, 'code/entry.mjs'), basePath);
    };
    await takePageCode({ origin: undefined, basePath }, to, make, kept);
    expect(await readFile(path.join(to, 'code/entry.mjs'), 'utf8')).toBe(basePath);
  };
  await take('/');
  await take('/');
  expect(made).toBe(1);
  await take('/fazhi/');
  expect(made).toBe(2);
  for (const name of await readdir(kept))
    if (!name.endsWith('.json')) await truncate(path.join(kept, name, 'code/entry.mjs'));
  await take('/');
  expect(made).toBe(3);
});
