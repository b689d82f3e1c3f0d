import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listReportFiles } from './content-directory.ts';
import { readSnapshot } from './read-snapshot.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'content-'));
  await mkdir(path.join(root, 'sources/2017'), { recursive: true });
  await writeFile(path.join(root, 'secret.txt'), 'secret');
  await writeFile(path.join(root, 'sources/2017/a.txt'), '依法');
  await symlink('../../secret.txt', path.join(root, 'sources/2017/b.txt'));
  await symlink('2017', path.join(root, 'sources/2018'));
});
afterAll(() => rm(root, { recursive: true }));

it('reads a snapshot under sources/', async () => {
  expect(Buffer.from(await readSnapshot(root, 'sources/2017/a.txt', 'r')).toString()).toBe('依法');
});

it.each([
  '../secret.txt',
  'secret.txt',
  'sources/../secret.txt',
  'sources/2017/b.txt',
  'sources/2018/a.txt',
  'sources/2017/none.txt',
  '/etc/passwd',
])('refuses %s', async (file) => {
  await expect(readSnapshot(root, file, 'r')).rejects.toMatchObject({ code: 'm-009' });
});

it('refuses a year of reports that is a link', async () => {
  await mkdir(path.join(root, 'elsewhere'));
  await mkdir(path.join(root, 'reports'));
  await symlink('../elsewhere', path.join(root, 'reports/2017'));
  await expect(listReportFiles(root)).rejects.toMatchObject({
    code: 'm-904',
    location: { file: 'reports/2017' },
  });
});
