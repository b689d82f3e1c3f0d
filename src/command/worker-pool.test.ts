import { afterEach, expect, it } from 'vitest';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

type Task = Parameters<typeof import('../../tests/made-files/worker-task.ts').doTask>[0];

let pool: WorkerPool<Task, string>;
const open = (options: Partial<Parameters<typeof openWorkerPool>[0]> = {}) => {
  pool = openWorkerPool({
    module: new URL('../../tests/made-files/worker-task.ts', import.meta.url),
    work: 'doTask',
    data: undefined,
    threads: 1,
    ...options,
  });
};
afterEach(() => pool.close());
const runAll = async (tasks: readonly Task[]) =>
  (await Promise.allSettled(tasks.map((task) => pool.run(task)))).map((one) =>
    one.status === 'fulfilled' ? one.value : one.reason.message,
  );

it('ends a task that takes too long, and counts no time that those after it wait', async () => {
  open({ seconds: 2 });
  expect(await runAll(['end', 'endless', 'end', 'endless', 'end'])).toEqual([
    ...['end', 'Unexpected task that takes more than 2 s', 'end'],
    ...['Unexpected task that takes more than 2 s', 'end'],
  ]);
});

it('ends a task that takes too much memory, and goes on with those beside and after it', async () => {
  open({ threads: 2, megabytes: 64 });
  expect(await runAll(['end', 'fill', 'end', 'end', 'fill', 'end'])).toEqual([
    ...['end', 'Unexpected task that takes more than 64 MB', 'end'],
    ...['end', 'Unexpected task that takes more than 64 MB', 'end'],
  ]);
});

it('says what failed in a thread, and goes on', async () => {
  open();
  expect(await runAll(['fail', 'exit', 'end'])).toEqual([
    ...['it failed', expect.stringContaining('code: 3'), 'end'],
  ]);
});

it('fails each task where the module of the threads cannot be loaded', async () => {
  open({ module: new URL('none.ts', import.meta.url) });
  expect(await runAll(['end', 'end'])).toEqual([
    ...Array.from({ length: 2 }, () => expect.stringContaining('none.ts')),
  ]);
});
