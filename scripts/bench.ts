import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from '../src/command/project-path.js';
import { writeWhole } from '../src/content/write-whole.ts';
import type { Bench, BenchOptions } from './bench/bench-options.ts';

const USAGE = 'npm run bench -- build|search|ingest [--reports N] [--corpus DIR]';

/** Each benchmark is `<name>/bench-<name>.ts` and exports `bench`. */
const names = ['build', 'search', 'ingest'];

const { name, options } = readOptions(process.argv.slice(2));
const module = new URL(`./bench/${name}/bench-${name}.ts`, import.meta.url);
if (!names.includes(name)) {
  process.stderr.write(`Unexpected benchmark \`${name}\`\n  hint: ${USAGE}\n`);
  process.exit(1);
}
const { bench } = (await import(module.href)) as { bench: Bench };
const { table, figures } = await bench(options);
process.stdout.write(`${table}\n`);
const file = projectPath(`.cache/bench/${name}.json`);
await writeWhole(file, `${JSON.stringify(figures, null, 2)}\n`);
process.stdout.write(`${file}\n`);

function readOptions(args: string[]): { name: string; options: BenchOptions } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { reports: { type: 'string' }, corpus: { type: 'string' } },
  });
  const reports = values.reports === undefined ? undefined : Number(values.reports);
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const corpus = values.corpus === undefined ? undefined : path.resolve(from, values.corpus);
  return { name: positionals[0] ?? '', options: { reports, corpus } };
}
