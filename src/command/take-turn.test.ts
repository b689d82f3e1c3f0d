import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeTurn } from './take-turn.ts';

let queue = '';
beforeEach(async () => {
  queue = await mkdtemp(path.join(tmpdir(), 'turn-'));
});
afterEach(() => rm(queue, { recursive: true, force: true }));

it('only one holds the turn at a time, in the order in which they came', async () => {
  const held: string[] = [];
  let now = 0;
  const work = async (name: string) => {
    const giveBack = await takeTurn(queue);
    now += 1;
    expect(now).toBe(1);
    held.push(name);
    await setTimeout(20);
    now -= 1;
    giveBack();
  };
  await Promise.all(['a', 'b', 'c'].map(work));
  expect(held).toEqual(['a', 'b', 'c']);
  expect(existsSync(queue)).toBe(false);
});

it('says whom it waits for, once', async () => {
  const giveBack = await takeTurn(queue);
  const said: number[] = [];
  const next = takeTurn(queue, ({ pid }) => said.push(pid));
  await setTimeout(350);
  giveBack();
  (await next)();
  expect(said).toEqual([process.pid]);
});

it('a process that was killed holds no turn, nor one that was born later under its number', async () => {
  const module = new URL('take-turn.ts', import.meta.url).href;
  const script = `import { takeTurn } from ${JSON.stringify(module)};
    await takeTurn(${JSON.stringify(queue)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(child.stdout, 'data');
  expect(await readdir(queue)).toHaveLength(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await writeFile(path.join(queue, `000000001-${process.pid}-1-00000000@${hostname()}`), '');
  (await takeTurn(queue))();
  expect(existsSync(queue)).toBe(false);
});

it('waits for a process of another machine until its ticket is deleted', async () => {
  const elsewhere = path.join(queue, '000000001-1-1-00000000@elsewhere');
  await writeFile(elsewhere, '');
  const turn = takeTurn(queue);
  expect(await Promise.race([turn, setTimeout(300, 'waiting')])).toBe('waiting');
  await rm(elsewhere);
  (await turn)();
});
