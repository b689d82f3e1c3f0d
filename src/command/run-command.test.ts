import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { formatMessage } from '../report/archive-error.ts';
import { findMachineFault } from './run-command.ts';

/** An error as the machine gives it. */
function refusal(code: string, text: string, file?: string): Error {
  const on = file === undefined ? '' : ` '${file}'`;
  return Object.assign(new Error(`${code}: ${text}, write${on}`), { code, path: file });
}

const said = (error: unknown) => {
  const message = findMachineFault('npm run build', error);
  return message && formatMessage(message);
};

it.each([
  ['ENOSPC', 'full disk at `/a/b` (ENOSPC), expected room for what is written'],
  ['EACCES', 'denial at `/a/b` (EACCES), expected the right to read and write there'],
  ['EPERM', 'denial at `/a/b` (EPERM), expected the right to read and write there'],
  ['EROFS', 'read-only file system at `/a/b` (EROFS), expected one that can be written'],
  ['EXDEV', 'other disk at `/a/b` (EXDEV), expected source and target on one disk'],
  ['EMFILE', 'limit of open files at `/a/b` (EMFILE), expected room to open more'],
  ['EADDRINUSE', 'server at that port at `/a/b` (EADDRINUSE), expected a free port'],
])('%s is a message with a hint', (code, text) => {
  const message = said(refusal(code, 'refused', '/a/b'));
  expect(message).toContain(`npm run build i-990 [error] Unexpected ${text}\n  hint: `);
});

it('a fault is known without its path, as the cause of another, and from a worker', () => {
  expect(said(refusal('ENOSPC', 'no space left on device'))).toContain('full disk (ENOSPC)');
  const cause = refusal('EACCES', 'permission denied', '/a/b');
  expect(said(new Error('cannot build', { cause }))).toContain('denial at `/a/b` (EACCES)');
  const told = new Error('Failed to write to output file: write a.js: no space left on device');
  expect(said(new Error('2 errors', { cause: told }))).toContain('full disk (ENOSPC)');
  const sent = new Error("EROFS: read-only file system, open '/a/b'");
  expect(said(sent)).toContain('read-only file system at `/a/b` (EROFS)');
  const worker = Object.assign(new Error('Worker terminated'), {
    code: 'ERR_WORKER_OUT_OF_MEMORY',
  });
  expect(said(worker)).toContain('lack of memory (ERR_WORKER_OUT_OF_MEMORY)');
});

it('a missing folder and a file in its place are told as this machine tells them', async () => {
  const told = async (work: Promise<unknown>) => said(await work.catch((error: unknown) => error));
  const missing = path.resolve('no/such/folder');
  expect(await told(readFile(missing))).toContain(`absence at \`${missing}\` (ENOENT)`);
  expect(await told(mkdir(path.resolve('package.json/a'), { recursive: true }))).toContain(
    'ENOTDIR',
  );
  expect(await told(writeFile(path.resolve('src'), ''))).toContain('(EISDIR), expected a file');
});

it('an error of the code is none of the machine', () => {
  expect(said(new TypeError('x is undefined'))).toBeUndefined();
  expect(said(Object.assign(new Error('odd'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeUndefined();
  expect(said('text')).toBeUndefined();
});
