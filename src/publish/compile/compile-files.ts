import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ArchiveError, type Message } from '../../report/archive-error.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { type CompiledEntry, compileFile, readReportSource } from './compile-file.ts';

/** What became of a report file. */
export type CompileOutcome =
  | { readonly file: string; readonly entry: CompiledEntry }
  | { readonly file: string; readonly error: Omit<Message, 'severity'> };

/** What a thread that compiles is told. */
export interface CompileTask {
  readonly files: readonly string[];
  readonly contentDir: string;
  readonly directory: string;
}

/** Under so many files, starting threads takes longer than they save. */
const WORTH_THREADS = 100;

/**
 * Compiles report files, over all cores where there are many.
 *
 * @param onDone told each outcome, in any order
 * @throws Error where a thread fails for a reason that is not in the content
 */
export async function compileFiles(
  task: CompileTask,
  vocabularies: Vocabularies,
  onDone: (outcome: CompileOutcome) => void,
): Promise<void> {
  const threads = task.files.length < WORTH_THREADS ? 1 : availableParallelism();
  if (threads === 1) return compileEach(task, vocabularies, onDone);
  const shares = Array.from({ length: threads }, (_, share) =>
    task.files.filter((_, at) => at % threads === share),
  );
  await Promise.all(shares.map((files) => compileInThread({ ...task, files }, onDone)));
}

/** Compiles report files one after the other. */
export async function compileEach(
  { files, contentDir, directory }: CompileTask,
  vocabularies: Vocabularies,
  onDone: (outcome: CompileOutcome) => void,
): Promise<void> {
  for (const file of files) {
    try {
      const source = await readReportSource(contentDir, file);
      onDone({ file, entry: await compileFile(source, directory, vocabularies) });
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      const { severity: _, ...message } = error.toMessage();
      onDone({ file, error: message });
    }
  }
}

function compileInThread(
  task: CompileTask,
  onDone: (outcome: CompileOutcome) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./compile-thread.ts', import.meta.url), {
      workerData: task,
    });
    thread.on('message', onDone);
    thread.on('error', reject);
    thread.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Unexpected end of a thread that compiles (${code})`));
    });
  });
}
