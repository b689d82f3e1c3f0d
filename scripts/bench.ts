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
    years: { takes: 'N', says: 'search: of how many years texts made up are (default: 10)' },
    all: { says: 'build: measure also a cold build with its search kept, and one of a tenth' },
  },
} as const satisfies Usage;

await runCommand(usage, async ({ values: { corpus, all = false, ...given }, words: [name] }) => {
  const [reports, years] = (['reports', 'years'] as const).map((option) => {
    const value = given[option];
    if (value !== undefined && !/^[1-9]\d*$/.test(value))
      throw refuse(usage, `Unexpected \`--${option} ${value}\`, expected a whole number from 1`);
    return value === undefined ? undefined : Number(value);
  });
  const module = new URL(`./bench/${name}/bench-${name}.ts`, import.meta.url);
  const { bench } = (await import(module.href)) as { bench: Bench };
  const { table, figures } = await bench({ reports, corpus, years, all });
  process.stdout.write(`${table}\n`);
  const file = projectPath(`.cache/bench/${name}.json`);
  await writeWhole(file, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`${file}\n`);
});
