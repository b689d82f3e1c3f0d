/** The form of the search's files; a client reads no other. */
export const SEARCH_FORMAT = 2;

/** What stands in `search/manifest.json`: the shards, the newest year first. */
export interface Manifest {
  readonly format: number;
  /** The path the site is published under, with a slash at both ends. */
  readonly basePath: string;
  readonly shards: readonly ShardEntry[];
  /** What readers call the themes and kinds, by id. */
  readonly labels: {
    readonly theme: Readonly<Record<string, string>>;
    readonly kind: Readonly<Record<string, string>>;
  };
}

/** A shard: reports of one year that are indexed together, in a folder of their own. */
export interface ShardEntry {
  /** The folder's name below `search/`; it changes with anything in it. */
  readonly folder: string;
  readonly year: number;
  readonly reports: number;
  /** The highest regions of its reports. */
  readonly regions: readonly string[];
  /** The kinds of its reports. */
  readonly kinds: readonly string[];
}

/** The names of a shard's files below its folder. */
export const shardFiles = {
  /** The chunks of the index: see `index-chunks.ts`. */
  table: 'table.bin',
  /** The reports: see `catalogue.ts`. */
  catalogue: 'catalogue.bin',
  /** The positions and themes of sections: see `section-table.ts`. */
  sections: 'sections.bin',
  chunk: (chunk: number) => `index/${chunk}.pf_index`,
  /** A stretch of a report's text: see `text-block.ts`. */
  block: (record: number, block: number) => `text/${record}-${block}.bin`,
} as const;
