import { projectPath } from '../src/command/project-path.js';
import { runCommand } from '../src/command/run-command.ts';
import { refuse, type Usage } from '../src/command/usage.ts';
import { writeWhole } from '../src/content/write-whole.ts';
import type { Bench } from './bench/bench.ts';

const usage = {
  name: 'npm run bench',
  code: 'i-970',
  summary:
    'Measure builds, search, ingest, the reading of figures or a server; print a table, and write it as JSON to .cache/bench/.',
  words: {
    takes: 'build|search|ingest|figures|serve',
    says: 'what is measured',
    choices: ['build', 'search', 'ingest', 'figures', 'serve'],
  },
  options: {
    reports: { takes: 'N', says: 'how many reports (default: as many as there are)' },
    corpus: { takes: 'DIR', says: 'a folder of texts (default: texts made up)', holding: '' },
    all: { says: 'build: measure also a cold build with its search kept, and one of a tenth' },
  },
} as const satisfies Usage;

await runCommand(usage, async ({ values: { reports, corpus, all = false }, words: [name] }) => {
  if (reports !== undefined && !/^[1-9]\d*$/.test(reports))
    throw refuse(usage, `Unexpected \`--reports ${reports}\`, expected a whole number from 1`);
  const module = new URL(`./bench/${name}/bench-${name}.ts`, import.meta.url);
  const { bench } = (await import(module.href)) as { bench: Bench };
  const count = reports === undefined ? undefined : Number(reports);
  const { table, figures } = await bench({ reports: count, corpus, all });
  process.stdout.write(`${table}\n`);
  const file = projectPath(`.cache/bench/${name}.json`);
  await writeWhole(file, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`${file}\n`);
});
