import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectContent } from '../content/content-directory.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import type { Given } from './describe/description.ts';
import { ingestFile } from './ingest.ts';

/**
 * Each folder is one layout: `in.*` is ingested (with `options.json`, where there is one) and must
 * give `golden.md`, the report file, or `golden.txt`, why it was not filed.
 * `UPDATE_GOLDEN=1` writes them anew; look at the diff.
 */
const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const cases = (await readdir(fixtures)).sort();
const vocabularies = await readVocabularies(projectContent);
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'ingest-'));
});
afterAll(() => rm(root, { recursive: true }));

it.each(cases)('%s', async (name) => {
  const folder = path.join(fixtures, name);
  const files = await readdir(folder);
  const source = files.find((file) => file.startsWith('in.')) ?? '';
  const given: Given = files.includes('options.json')
    ? JSON.parse(await readFile(path.join(folder, 'options.json'), 'utf8'))
    : {};
  const contentDir = path.join(root, name);
  await mkdir(contentDir);
  const {
    outcome,
    code,
    reason,
    path: target,
  } = await ingestFile(
    { source: path.join(folder, source), name: source },
    {
      contentDir,
      vocabularies,
      given,
      isDryRun: false,
    },
  );
  const isFiled = outcome === 'written' && target !== null;
  const golden = path.join(folder, isFiled ? 'golden.md' : 'golden.txt');
  const result = isFiled
    ? await readFile(path.join(contentDir, target), 'utf8')
    : `${outcome} ${code}\n${reason}\n`;
  if (outcome === 'refused') expect(await readdir(contentDir)).toEqual([]);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    await rm(path.join(folder, isFiled ? 'golden.txt' : 'golden.md'), { force: true });
    await writeFile(golden, result);
  }
  expect(result).toBe(await readFile(golden, 'utf8'));
});
