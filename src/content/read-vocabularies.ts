import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectPath } from '../command/project-path.js';
import type { Vocabularies } from '../vocabulary/compile-report.ts';
import { type Indicators, parseIndicators } from '../vocabulary/indicator/parse-indicators.ts';
import { parseRegionTable } from '../vocabulary/region/parse-region-table.ts';
import { parseThemes } from '../vocabulary/theme/parse-themes.ts';
import { vocabularyDirectory } from './content-directory.ts';
import { readKeptYaml } from './kept-yaml.ts';

const FILES = [
  ['regions', 'regions.tsv'],
  ['themes', 'themes.yaml'],
  ['indicators', 'indicators.yaml'],
] as const;

/** What was read, by the files it was read from and the state they were in: it cannot go stale. */
const read = new Map<
  string,
  { readonly state: string; readonly vocabularies: Promise<Vocabularies> }
>();

/**
 * Read the controlled vocabularies that belong to a content directory.
 *
 * They are read once a process, and again only where a file has another time or size than it had.
 *
 * @throws ArchiveError `m-901` to `m-903` where a file does not hold what it should
 */
export async function readVocabularies(contentDir: string): Promise<Vocabularies> {
  const files = FILES.map(([folder, name]) =>
    path.resolve(vocabularyDirectory(contentDir, folder), name),
  );
  // At once: threads ask for each report.
  const stats = files.map((file) => statSync(file));
  const state = stats.map(({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`).join();
  const key = files.join();
  const kept = read.get(key);
  if (kept?.state === state) return kept.vocabularies;
  const vocabularies = parseVocabularies(files);
  read.set(key, { state, vocabularies });
  return vocabularies;
}

async function parseVocabularies(files: readonly string[]): Promise<Vocabularies> {
  const [regionFile = '', themeFile = '', indicatorFile = ''] = files;
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const [regions = '', themes = '', indicators = ''] = texts;
  let parsed: Indicators | undefined;
  return {
    regions: parseRegionTable(regions, regionFile),
    themes: parseThemes(themes, themeFile),
    // A fifth of a second: a command that reads no figures does without.
    get indicators() {
      parsed ??= parseIndicators(indicators, indicatorFile, (text) =>
        readKeptYaml(text, projectPath('.cache/indicators.json')),
      );
      return parsed;
    },
    text: texts.join(''),
  };
}
