/** `npm run fields [-- --check]`: write docs/fields.md, or fail where it is stale. */
import { readFileSync } from 'node:fs';
import { formatDocument } from '../src/check/fields/format-document.ts';
import { projectPath } from '../src/command/project-path.js';
import { writeWhole } from '../src/content/write-whole.ts';

const file = projectPath('docs/fields.md');
if (!process.argv.includes('--check')) await writeWhole(file, formatDocument());
else if (readFileSync(file, 'utf8') !== formatDocument()) {
  console.error('docs/fields.md is stale\n  hint: npm run fields');
  process.exitCode = 1;
}
