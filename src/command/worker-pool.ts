import { Piscina } from 'piscina';

/** Threads that do tasks of one kind, each thread one task at a time. */
export interface WorkerPool<Task, Result> {
  /**
   * Do a task in the next thread that is free. Tasks begin in the order they are given.
   *
   * @param seconds how long it may take, where that is not what the pool says
   * @throws TaskLimitError where the task takes too long, or too much memory
   */
  run(task: Task, seconds?: number): Promise<Result>;
  /** End all threads. Tasks that are still running are rejected. */
  close(): Promise<void>;
}

/** What a pool runs, and what each of its tasks may take. */
export interface WorkerPoolOptions {
  /** Module of the threads, and the name of the function in it that does a task. */
  readonly module: URL;
  readonly work: string;
  /** What the threads find as `workerData`. */
  readonly data: unknown;
  /** How many threads at most. A thread starts when a task needs it. */
  readonly threads: number;
  /** How long a task may take; without, as long as it likes. */
  readonly seconds?: number | undefined;
  /** How much memory a thread may take; without, what Node gives it. */
  readonly megabytes?: number | undefined;
}

/** A task was ended because it took more than it may. Only its own thread was lost. */
export class TaskLimitError extends Error {
  /** As `60 s` or `1024 MB`. */
  readonly limit: string;

  constructor(limit: string) {
    super(`Unexpected task that takes more than ${limit}`);
    this.name = 'TaskLimitError';
    this.limit = limit;
  }
}

/** A thread that keeps what Node makes of its code ends the whole process where its memory ends. */
function limits(megabytes: number) {
  return {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
  };
}

/** Open a pool of threads. Errors lose their class and fields between threads: return those you need. */
export function openWorkerPool<Task, Result>({
  module,
  work,
  data,
  threads,
  seconds: usual,
  megabytes,
}: WorkerPoolOptions): WorkerPool<Task, Result> {
  const pool = new Piscina<Task, Result>({
    minThreads: 0,
    maxThreads: Math.max(threads, 1),
    idleTimeout: Number.POSITIVE_INFINITY,
    // With it, a thread that waits for its next task would not go on with anything else.
    atomics: 'disabled',
    workerData: data,
    ...(megabytes === undefined ? {} : limits(megabytes)),
  });
  // A task's time begins when a thread takes it, so that none waits in the library's own queue.
  const waiting: (() => void)[] = [];
  let free = pool.maxThreads;
  const enter = async () => {
    if (free === 0) return new Promise<void>((resolve) => waiting.push(resolve));
    free -= 1;
  };
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    async run(task, seconds = usual) {
      await enter();
      const signal = seconds === undefined ? null : AbortSignal.timeout(seconds * 1000);
      try {
        // The module is named here, not above: where it cannot be loaded, the task says so.
        return await pool.run(task, { filename: module.href, name: work, signal });
      } catch (error) {
        if (signal?.aborted) throw new TaskLimitError(`${seconds} s`);
        const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        throw isTooLarge ? new TaskLimitError(`${megabytes} MB`) : error;
      } finally {
        leave();
      }
    },
    close: () => pool.destroy(),
  };
}
