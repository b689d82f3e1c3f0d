import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectContent } from './content-directory.ts';
import { readVocabularies } from './read-vocabularies.ts';

let contentDir: string;
beforeEach(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'vocabularies-'));
});
afterEach(() => rm(contentDir, { recursive: true }));

it('reads the files of one content directory once', async () => {
  const first = await readVocabularies(contentDir);
  expect(await readVocabularies(`${contentDir}/.`)).toBe(first);
  expect((await readVocabularies(projectContent)).text).toBe(first.text);
});

it('reads them again where one has changed, or the directory has its own now', async () => {
  const first = await readVocabularies(contentDir);
  await cp(path.join(projectContent, 'themes'), path.join(contentDir, 'themes'), {
    recursive: true,
  });
  const own = await readVocabularies(contentDir);
  expect(own).not.toBe(first);
  const file = path.join(contentDir, 'themes/themes.yaml');
  await writeFile(file, `${await readFile(file, 'utf8')}\n# another line\n`);
  const changed = await readVocabularies(contentDir);
  expect(changed.text).not.toBe(own.text);
  expect(changed.regions).toEqual(own.regions);
});
