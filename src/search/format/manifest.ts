import { checksum, SearchFormatError } from './sealed-file.ts';

/** The form of the search's files; a client reads no other. */
export const SEARCH_FORMAT = 11;

/** What stands in `search/manifest.json`: the volumes, the newest years first. */
export interface Manifest {
  readonly format: number;
  /** The path the site is published under, with a slash at both ends. */
  readonly basePath: string;
  readonly volumes: readonly VolumeEntry[];
  /** What readers call the themes and kinds, by id. */
  readonly labels: {
    readonly theme: Readonly<Record<string, string>>;
    readonly kind: Readonly<Record<string, string>>;
  };
  /** Of all the rest: tells one publication from another, and a manifest that lacks something. */
  readonly digest: string;
}

/** Reports that are indexed together, in a folder of their own. */
export interface VolumeEntry {
  /** The folder's name below `search/`; it changes with anything in it. */
  readonly folder: string;
  /** The newest year first; their records follow each other. */
  readonly shards: readonly ShardEntry[];
}

/** The reports of one year in a volume, which are searched together. */
export interface ShardEntry {
  readonly year: number;
  readonly reports: number;
  /** The highest regions of its reports. */
  readonly regions: readonly string[];
  /** The kinds of its reports. */
  readonly kinds: readonly string[];
}

/** What the client module carries with it of the site it was published with. */
export interface Published {
  readonly manifest: Manifest;
  /** What a first search needs of the first volumes. */
  readonly carried: readonly CarriedVolume[];
}

/** What the client module carries of a volume. */
export interface CarriedVolume {
  /** Its chunk table: see `formatChunkTable`. */
  readonly table: string;
  /** Its catalogue: see `formatCatalogue`. */
  readonly catalogue: string;
}

/** The names of a volume's files below its folder. */
export const volumeFiles = {
  /** The chunks of the index: see `index-chunks.ts`. */
  table: 'table.bin',
  /** Its reports. */
  catalogue: 'catalogue.bin',
  /** The sections of all reports, which the first results do without. */
  sections: 'sections.bin',
  chunk: (chunk: number) => `index/${chunk}.bin`,
  /** A stretch of a report's text: see `text-block.ts`. */
  block: (record: number, block: number) => `text/${record}-${block}.bin`,
} as const;

/** Add a manifest's digest. */
export function sealManifest(manifest: Omit<Manifest, 'digest'>): Manifest {
  return { ...manifest, digest: digestOf(manifest) };
}

/**
 * Read a manifest.
 * @param text what stands in `manifest.json`
 * @throws SearchFormatError where it is of another format, or not all of what was published
 */
export function parseManifest(text: string): Manifest {
  const { digest, ...rest } = readJson(text);
  if (rest.format !== SEARCH_FORMAT) {
    throw new SearchFormatError(
      `Unexpected search format ${rest.format}, expected ${SEARCH_FORMAT}`,
    );
  }
  if (digest !== digestOf(rest)) {
    throw new SearchFormatError('Unexpected manifest of the search: its digest is another');
  }
  return { ...rest, digest };
}

function readJson(text: string): Manifest {
  try {
    return JSON.parse(text) as Manifest;
  } catch (cause) {
    throw new SearchFormatError('Unexpected manifest of the search: it is no JSON', { cause });
  }
}

function digestOf(rest: Omit<Manifest, 'digest'>): string {
  return checksum(new TextEncoder().encode(JSON.stringify(rest)));
}
