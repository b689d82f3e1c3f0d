import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeInTurn } from './write-in-turn.ts';

let root: string;
const lock = () => path.join(root, '.writing');
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'turn-'));
});
afterEach(() => rm(root, { recursive: true }));

it('lets one write after the other, says who waits, and leaves nothing behind', async () => {
  const said: string[] = [];
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await sleep(20);
    order.push(`${name} ends`);
  };
  await Promise.all(
    ['a', 'b', 'c'].map((name) => writeInTurn(root, work(name), (line) => said.push(line))),
  );
  expect(order.map((line) => line.slice(2))).toEqual(Array(3).fill(['begins', 'ends']).flat());
  expect(said[0]).toMatch(new RegExp(`^waiting {2}process ${process.pid} on .+ writes to ${root}`));
  expect(existsSync(lock())).toBe(false);
});

it('gives the turn back where the work fails', async () => {
  const fail = () => Promise.reject(new Error('full disk'));
  await expect(writeInTurn(root, fail)).rejects.toThrow('full disk');
  expect(existsSync(lock())).toBe(false);
});
