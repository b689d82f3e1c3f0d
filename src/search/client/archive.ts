import type { CatalogueEntry } from '../format/catalogue.ts';
import type { Manifest, ShardEntry } from '../format/manifest.ts';
import type { SectionSpan } from '../format/section-table.ts';
import type { TextBlock } from '../format/text-block.ts';

/** What is searched: the published archive, or the reports kept on a device. */
export interface Archive {
  /** The address of its front page, with a slash at its end. */
  readonly base: string;
  /** What readers call themes and kinds. */
  readonly labels: Manifest['labels'];
  /** The path before the addresses of reports, with a slash at both ends. */
  readonly basePath: string;
  /** The newest first. */
  readonly shards: readonly Shard[];
}

/** Reports of one year that are searched together, each known by its record number. */
export interface Shard {
  readonly entry: Pick<ShardEntry, 'year' | 'regions' | 'kinds'>;
  /** The same of shards that are read together. */
  readonly volume: unknown;

  /** Get its reports, in the order of their record numbers. */
  catalogue(): Promise<readonly CatalogueEntry[]>;

  /** Get some of its reports, by record number: of few no more is read than is needed. */
  entries(records: readonly number[]): Promise<(record: number) => CatalogueEntry | undefined>;

  /** Get the sections of some of its reports, by record number; of all where none are named. */
  sections(records?: readonly number[]): Promise<(record: number) => readonly SectionSpan[]>;

  /** Get a block of a report's text. */
  block(record: number, block: number): Promise<TextBlock>;

  /**
   * Find a phrase.
   * @param phrase the folded phrase, 1 character or more
   * @param needsPositions whether positions are needed: those of a single character are expensive
   * @returns by record number, the reports that have it
   */
  findPhrase(phrase: string, needsPositions: boolean): Promise<ReadonlyMap<number, PhraseMatches>>;
}

/** Where a phrase stands in a report, or only how often where the positions were not asked for. */
export interface PhraseMatches {
  readonly count: number;
  /** Positions of the phrase's first character, ascending, none overlapping the one before. */
  readonly positions: readonly number[] | null;
  /** How many of these stand in headings; absent where the sections are to be asked. */
  readonly inHeadings?: number | undefined;
}
