import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Run a module as a process of its own and wait for its end.
 * @param module the address of the module
 * @param task what it is told, as JSON on its standard input
 * @throws Error with what it said, where it fails
 */
export function runTask(module: URL, task: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(module)], {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', reject);
    child.on('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(said.trim() || `Process ended with ${String(status)}`));
    });
    // A process that fails before it has read its task says why by its end.
    child.stdin.on('error', () => {}).end(JSON.stringify(task));
  });
}

/**
 * Do work for each item, some at the same time.
 * @param items taken in order
 * @param atOnce how many at the same time
 * @param work the first that fails fails all
 */
export async function forEachAtOnce<T>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, worker));
}
