import type { Indicators } from './indicator/indicator.ts';
import type { RegionTable } from './region/region.ts';
import type { Theme } from './theme/theme.ts';

/** The controlled vocabularies that describe reports. */
export interface Vocabularies {
  readonly regions: RegionTable;
  readonly themes: readonly Theme[];
  readonly indicators: Indicators;
  /** All their text, so that a change of a word can be told. */
  readonly text: string;
}
