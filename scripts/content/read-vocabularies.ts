import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Indicators } from '../../src/archive/indicator/indicator.ts';
import { parseIndicators } from '../../src/archive/indicator/parse-indicators.ts';
import { parseRegionTable } from '../../src/archive/region/parse-region-table.ts';
import type { RegionTable } from '../../src/archive/region/region.ts';
import { parseThemes } from '../../src/archive/theme/parse-themes.ts';
import type { Theme } from '../../src/archive/theme/theme.ts';
import { vocabularyDirectory } from './content-directory.ts';

/** The controlled vocabularies that describe reports. */
export interface Vocabularies {
  readonly regions: RegionTable;
  readonly themes: readonly Theme[];
  readonly indicators: Indicators;
  /** All their text, so that a change of a word can be told. */
  readonly text: string;
}

/** Reads the controlled vocabularies that belong to a content directory. */
export async function readVocabularies(contentDir: string): Promise<Vocabularies> {
  const fileOf = (folder: string, name: string): string =>
    path.join(vocabularyDirectory(contentDir, folder), name);
  const regionFile = fileOf('regions', 'regions.tsv');
  const themeFile = fileOf('themes', 'themes.yaml');
  const indicatorFile = fileOf('indicators', 'indicators.yaml');
  const [regions, themes, indicators] = await Promise.all([
    readFile(regionFile, 'utf8'),
    readFile(themeFile, 'utf8'),
    readFile(indicatorFile, 'utf8'),
  ]);
  return {
    regions: parseRegionTable(regions, regionFile),
    themes: parseThemes(themes, themeFile),
    indicators: parseIndicators(indicators, indicatorFile),
    text: regions + themes + indicators,
  };
}
