import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectPath } from '../command/project-path.js';
import { formatDocument, formatFields } from './format-fields.ts';

it('docs/fields.md is what the schema and the rules give', () => {
  expect(readFileSync(projectPath('docs/fields.md'), 'utf8')).toBe(formatDocument());
});

it('every field says what it is', () => {
  const rows = formatFields().split('\n');
  expect(rows.filter((row) => row.endsWith('|  |'))).toEqual([]);
});
