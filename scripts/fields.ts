import { readFile } from 'node:fs/promises';
import { formatDocument } from '../src/check/format-fields.ts';
import { projectPath } from '../src/command/project-path.js';
import { runCommand } from '../src/command/run-command.ts';
import { writeWhole } from '../src/content/write-whole.ts';
import { ArchiveError } from '../src/report/archive-error.ts';

const usage = {
  name: 'npm run fields',
  code: 'i-960',
  summary: 'Write docs/fields.md from the schema and the rules.',
  options: { check: { says: 'write nothing; end with 1 where the file is stale' } },
} as const;

await runCommand(usage, async ({ values }) => {
  const file = projectPath('docs/fields.md');
  if (!values.check) await writeWhole(file, formatDocument());
  else if ((await readFile(file, 'utf8')) !== formatDocument())
    throw new ArchiveError({
      location: { file: 'docs/fields.md' },
      code: 'i-961',
      text: 'Unexpected fields or rules, expected those of the schema and the code',
      hint: 'npm run fields',
    });
});
