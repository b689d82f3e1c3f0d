import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listContent, listFiles } from './content-directory.ts';

it('lists files below a folder in order, without the hidden ones', async () => {
  const top = await mkdtemp(path.join(tmpdir(), 'list-'));
  try {
    await mkdir(path.join(top, '2017/empty'), { recursive: true });
    for (const name of ['b.md', '2017/a.md', '2017/.hidden', '.gitkeep'])
      await writeFile(path.join(top, name), '');
    expect(await listFiles(top)).toEqual(['2017/a.md', 'b.md']);
  } finally {
    await rm(top, { recursive: true });
  }
});

it('refuses a link and a pipe, and follows neither', async () => {
  const top = await mkdtemp(path.join(tmpdir(), 'list-'));
  try {
    await mkdir(path.join(top, 'sources/2016'), { recursive: true });
    await writeFile(path.join(top, 'sources/2016/a.txt'), '');
    await symlink('/', path.join(top, 'sources/.hidden'));
    expect(listContent(top, 'sources')).toEqual(['sources/2016/a.txt']);
    await symlink('/', path.join(top, 'sources/2017'));
    expect(() => listContent(top, 'sources')).toThrow('Unexpected link');
    await rm(path.join(top, 'sources/2017'));
    execFileSync('mkfifo', [path.join(top, 'sources/2018.md')]);
    expect(() => listContent(top, '')).toThrow('Unexpected pipe');
  } finally {
    await rm(top, { recursive: true });
  }
});

it('lists nothing where there is no folder', async () => {
  expect(await listFiles(path.join(tmpdir(), 'no-such-folder'))).toEqual([]);
});
