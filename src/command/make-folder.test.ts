import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

const home = mkdtempSync(path.join(tmpdir(), 'make-folder-'));
afterAll(() => rmSync(home, { recursive: true }));
const at = (...names: string[]) => path.join(home, ...names);

it('makes a folder with those above it, and takes one that is there', () => {
  for (const _ of [1, 2]) makeFolder(at('a/b/c'));
  expect(statSync(at('a/b/c')).isDirectory()).toBe(true);
});

it('makes none where a file or a link to nothing is', () => {
  writeFileSync(at('file'), '');
  symlinkSync(at('nothing'), at('link'));
  expect(() => makeFolder(at('file'))).toThrow('EEXIST');
  expect(() => makeFolder(at('file/below'))).toThrow('ENOTDIR');
  expect(() => makeFolder(at('link'))).toThrow('ENOENT');
});

test.runIf(existsSync('/proc/self'))('what can never be made is a fault at once', () => {
  expect(() => makeFolder('/proc/x/new')).toThrow(expect.objectContaining({ code: 'EPERM' }));
});
