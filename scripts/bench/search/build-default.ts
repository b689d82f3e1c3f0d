import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SearchRecord } from '../../../src/archive/query/search-record.ts';

/**
 * Index reports as Pagefind does by default: a page of HTML each, in Chinese.
 * @param records the reports
 * @param folder where to write the bundle
 */
export async function buildDefault(
  records: readonly SearchRecord[],
  folder: string,
): Promise<void> {
  const input = `${folder}.jsonl`;
  const pages = records.map(({ report, title, lines }) =>
    JSON.stringify({ url: `/${report}/`, title, lines: lines.map(({ text }) => text) }),
  );
  await writeFile(input, `${pages.join('\n')}\n`);
  const module = fileURLToPath(new URL('./build-default-process.ts', import.meta.url));
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [module, input, folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (status) =>
      status === 0 ? resolve() : reject(new Error(`Pagefind ended with ${String(status)}`)),
    );
  });
}
