import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeInTurn } from './write-in-turn.ts';

let root: string;
const lock = () => path.join(root, '.writing');
const quiet = () => {};
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'turn-'));
});
afterEach(() => rm(root, { recursive: true }));

it('lets one write after the other, and leaves nothing behind', async () => {
  const said: string[] = [];
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await sleep(20);
    order.push(`${name} ends`);
  };
  await Promise.all(
    ['a', 'b', 'c'].map((name) => writeInTurn(root, name, work(name), (line) => said.push(line))),
  );
  expect(order.map((line) => line.slice(2))).toEqual(Array(3).fill(['begins', 'ends']).flat());
  expect(said[0]).toMatch(/^waiting {2}\w \(process \d+ on /);
  expect(existsSync(lock())).toBe(false);
});

it('passes over a lock whose process has ended', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  const held = { pid: child.pid, host: hostname(), started: '1', command: 'ingest' };
  await writeFile(lock(), JSON.stringify(held));
  expect(await writeInTurn(root, 'ingest', async () => 'done', quiet)).toBe('done');
});

it('passes over a lock whose number another process has now', async () => {
  const held = { pid: process.pid, host: hostname(), started: '1', command: 'ingest' };
  await writeFile(lock(), JSON.stringify(held));
  expect(await writeInTurn(root, 'ingest', async () => 'done', quiet)).toBe('done');
});

it('waits for a process of another machine', async () => {
  const held = JSON.stringify({ pid: 1, host: 'elsewhere', started: '1', command: 'ingest' });
  await writeFile(lock(), held);
  const turn = writeInTurn(root, 'ingest', async () => 'done', quiet);
  expect(await Promise.race([turn, sleep(300, 'waiting')])).toBe('waiting');
  expect(await readFile(lock(), 'utf8')).toBe(held);
  await rm(lock());
  expect(await turn).toBe('done');
});

it('gives the turn back where the work fails', async () => {
  const fail = () => Promise.reject(new Error('full disk'));
  await expect(writeInTurn(root, 'ingest', fail, quiet)).rejects.toThrow('full disk');
  expect(existsSync(lock())).toBe(false);
});
