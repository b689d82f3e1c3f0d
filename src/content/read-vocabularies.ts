import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Vocabularies } from '../vocabulary/compile-report.ts';
import { parseIndicators } from '../vocabulary/indicator/parse-indicators.ts';
import { parseRegionTable } from '../vocabulary/region/parse-region-table.ts';
import { parseThemes } from '../vocabulary/theme/parse-themes.ts';
import { vocabularyDirectory } from './content-directory.ts';

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
