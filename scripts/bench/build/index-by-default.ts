import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportLines } from '../../../src/archive/report/report-lines.ts';
import { listFiles } from '../../content/list-files.ts';
import { type ProcessFigures, watchProcesses } from '../watch-processes.ts';

/** Reports a shard, as many as ours have. */
const SHARD = 700;
const AT_ONCE = 2;

/**
 * Indexes compiled reports with Pagefind as it comes, in shards, two processes at once.
 *
 * @returns the time of all; the memory is that of two processes at their worst
 */
export async function indexByDefault(compiledDir: string, folder: string): Promise<ProcessFigures> {
  const names = await listFiles(path.join(compiledDir, 'reports'));
  await mkdir(folder, { recursive: true });
  const inputs: string[] = [];
  for (let from = 0; from < names.length; from += SHARD) {
    const input = path.join(folder, `${from}.jsonl`);
    const pages: string[] = [];
    for (const name of names.slice(from, from + SHARD)) {
      const text = await readFile(path.join(compiledDir, 'reports', name), 'utf8');
      const { report } = JSON.parse(text);
      const lines = reportLines(report).map((line) => line.text);
      pages.push(JSON.stringify({ url: report.url, title: report.title, lines }));
    }
    await writeFile(input, `${pages.join('\n')}\n`);
    inputs.push(input);
  }
  const module = fileURLToPath(new URL('../search/build-default-process.ts', import.meta.url));
  const start = performance.now();
  const done: ProcessFigures[] = [];
  const worker = async () => {
    for (let input = inputs.shift(); input !== undefined; input = inputs.shift())
      done.push(await watchProcesses(process.execPath, [module, input, `${input}.index`]));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const largest = greatest(done.map((one) => one.largest));
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: done.reduce((sum, one) => sum + (one.cpuSeconds ?? 0), 0),
    together: (greatest(done.map((one) => one.together)) ?? 0) * AT_ONCE,
    largest,
    output: '',
  };
}

function greatest(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (most, value) => (value === null ? most : Math.max(most ?? 0, value)),
    null,
  );
}
