import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIndicators } from '../../vocabulary/indicator/parse-indicators.ts';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { parseThemes } from '../../vocabulary/theme/parse-themes.ts';
import { directories } from './directories.ts';

/** The region table of the content directory, else the project's. */
export const regions = parseRegionTable(...read('regions', 'regions.tsv'));

/** The indicators, in the order of their list. */
export const indicatorVocabulary = parseIndicators(...read('indicators', 'indicators.yaml'));
export const { indicators } = indicatorVocabulary;

/** The themes, in table order. */
export const themes = parseThemes(...read('themes', 'themes.yaml'));

function read(name: string, file: string): [text: string, path: string] {
  const own = join(directories.content, name, file);
  const path = existsSync(own) ? own : join(directories.projectContent, name, file);
  return [readFileSync(path, 'utf8'), path];
}
