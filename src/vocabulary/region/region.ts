import type { Level, ReportRegion } from '../../report/report.ts';

/** A row of the region table: a province, prefecture, county or zone. */
export interface Region {
  /** GB/T 2260 code, or the statistics bureau's or an archive-made one for a zone. */
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly scheme: ReportRegion['scheme'];
  /** Code of the region it lies in; filler rows are stepped over; `null` above the provinces. */
  readonly parent: string | null;
  /** Letters of the short name without tones or spaces: `qiqihaer`. */
  readonly pinyin: string;
  /** First letters of the short name's syllables: `qqhe`. */
  readonly initials: string;
  /** Other spellings that hosts use: `harbin`, a province's letters (`hlj`). */
  readonly spellings: readonly string[];
  /** Other names that mean this region wherever they stand; its short name is not among them. */
  readonly aliases: readonly string[];
  /** Names that mean this region only near it: 高区 in 威海, 开发区. */
  readonly localNames: readonly string[];
  /** Last year in which the code was in use; `null` where it still is. */
  readonly until: number | null;
  /** Codes that came in its stead; empty where it still is in use. */
  readonly successors: readonly string[];
  /** Whether the archive knows since when the code stands as it does. */
  readonly validity: 'known' | 'unknown';
}

/** All regions by code, and what finding them by name needs. */
export interface RegionTable {
  /** Present and former codes, in code order. */
  readonly regions: ReadonlyMap<string, Region>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly names: RegionNames;
}

/** How a name means a region: `local` ones only near its parent, `short` ones with some doubt. */
export type NameKind = 'full' | 'short' | 'alias' | 'local';

export interface NamedRegion {
  readonly name: string;
  readonly kind: NameKind;
  readonly region: Region;
}

export interface RegionNames {
  /** Names under their first two characters, the longest first. */
  readonly byHead: ReadonlyMap<string, readonly NamedRegion[]>;
  /** Present regions (no zones) under each of their spellings in letters. */
  readonly bySpelling: ReadonlyMap<string, readonly Region[]>;
}
