import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { ArchiveError } from '../report/archive-error.ts';
import type { IngestCode } from './ingest-codes.ts';
import type { ReadSource } from './read-source.ts';
import type { ReaderAnswer, ReaderData, ReaderTask } from './reader-messages.ts';

/** Reads sources, several at a time. */
export interface Readers {
  /** @throws ArchiveError where the source is refused, `i-007` where reading it has no end */
  read(task: ReaderTask): Promise<ReadSource>;
  close(): Promise<void>;
}

/** What a file may take; a web page takes a tenth of a second. */
const SECONDS = 60;
const MEGABYTES = 1024;

/**
 * Opens threads that read sources. A file that takes too long, or too much memory, costs its thread,
 * and is refused; the others go on.
 *
 * @param count how many threads at most
 */
export function openReaders(
  data: ReaderData,
  { count, seconds = SECONDS }: { readonly count: number; readonly seconds?: number },
): Readers {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const start = (): Worker => {
    const worker = new Worker(new URL('reader-thread.ts', import.meta.url), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    all.add(worker);
    return worker;
  };
  const take = (): Worker | Promise<Worker> => {
    const worker = idle.pop() ?? (all.size < count ? start() : undefined);
    return worker ?? new Promise((resolve) => waiting.push(resolve));
  };
  const release = (worker: Worker) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  };
  return {
    async read(task) {
      const worker = await take();
      let answer: ReaderAnswer;
      try {
        answer = await ask(worker, task, seconds);
      } catch (error) {
        all.delete(worker);
        await worker.terminate();
        if (waiting.length > 0) release(start());
        throw error;
      }
      release(worker);
      if (answer.read !== undefined) return answer.read;
      throw answer.refusal === undefined ? answer.fault : new ArchiveError(answer.refusal);
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

async function ask(worker: Worker, task: ReaderTask, seconds: number): Promise<ReaderAnswer> {
  const end = new AbortController();
  const { signal } = end;
  worker.postMessage(task);
  try {
    const answer: [ReaderAnswer] | undefined = await Promise.race([
      once(worker, 'message', { signal }) as Promise<[ReaderAnswer]>,
      setTimeout(seconds * 1000, undefined, { signal }),
    ]);
    if (answer === undefined) throw unending(task.name, `${seconds} s`);
    return answer[0];
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
    throw isTooLarge ? unending(task.name, `${MEGABYTES} MB`) : error;
  } finally {
    end.abort();
  }
}

function unending(file: string, limit: string): ArchiveError {
  return new ArchiveError({
    place: { file },
    code: 'i-007' satisfies IngestCode,
    text: `Unexpected file that takes more than ${limit} to read, expected the text of one report`,
    hint: 'capture the document alone, or give its plain text',
  });
}
