import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readKeptYaml } from './kept-yaml.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kept-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, 'kept/list.json');
const text = 'a: [甲, 乙]\nb: 1\n';

it('reads the same again from what is kept', () => {
  expect(readKeptYaml(text, file)).toEqual({ a: ['甲', '乙'], b: 1 });
  // So that it is seen whence it comes.
  const kept = readFileSync(file, 'utf8');
  expect(readKeptYaml(text, file)).toEqual({ a: ['甲', '乙'], b: 1 });
  expect(readFileSync(file, 'utf8')).toBe(kept);
  expect(kept).toContain('{"a":["甲","乙"],"b":1}');
});

it('reads a changed text anew, and one whose kept form is damaged', () => {
  expect(readKeptYaml('b: 2\n', file)).toEqual({ b: 2 });
  truncateSync(file, 70);
  expect(readKeptYaml('b: 2\n', file)).toEqual({ b: 2 });
  writeFileSync(file, readFileSync(file, 'utf8').replace('2}', '3}'));
  expect(readKeptYaml('b: 2\n', file)).toEqual({ b: 2 });
});

it('reads on where nothing can be kept, and throws for what is no YAML', () => {
  expect(readKeptYaml(text, path.join(file, 'below.json'))).toEqual({ a: ['甲', '乙'], b: 1 });
  expect(() => readKeptYaml('a: [', file)).toThrow(/at line 1/);
});
