import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseRegionTable } from '../../src/archive/region/parse-region-table.ts';
import type { RegionTable } from '../../src/archive/region/region.ts';
import { parseThemes } from '../../src/archive/theme/parse-themes.ts';
import type { Theme } from '../../src/archive/theme/theme.ts';
import { vocabularyDirectory } from './content-directory.ts';

/** The controlled vocabularies that describe reports. */
export interface Vocabularies {
  readonly regions: RegionTable;
  readonly themes: readonly Theme[];
  /** All their text, so that a change of a word can be told. */
  readonly text: string;
}

/** Reads the controlled vocabularies that belong to a content directory. */
export async function readVocabularies(contentDir: string): Promise<Vocabularies> {
  const regionFile = path.join(vocabularyDirectory(contentDir, 'regions'), 'regions.tsv');
  const themeFile = path.join(vocabularyDirectory(contentDir, 'themes'), 'themes.yaml');
  const [regions, themes] = await Promise.all([
    readFile(regionFile, 'utf8'),
    readFile(themeFile, 'utf8'),
  ]);
  return {
    regions: parseRegionTable(regions, regionFile),
    themes: parseThemes(themes, themeFile),
    text: regions + themes,
  };
}
